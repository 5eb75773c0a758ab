import type { APIRoute } from 'astro';
import { pointsIn } from '../../../../../domain/facts.ts';
import { contactCard } from '../../../../../exports/vcard.ts';
import { forHelpCountries } from '../../../../../library/paths.ts';

export const getStaticPaths = forHelpCountries;

/** All contacts of a country that can be called or written to, in one file for the phone's address book. */
export const GET: APIRoute = ({ params: { country = '' }, locals: { reader }, site }) => {
  const cards = pointsIn(reader.facts, country.toUpperCase(), reader.today)
    .filter(([, service]) => service.phones.length > 0 || service.email)
    .map(([id, service]) => contactCard(service, reader, new URL(reader.link(`/help/${id}/`), site).href));
  return new Response(`${cards.join('\r\n')}\r\n`);
};
