import type { APIRoute } from 'astro';
import { contactCard } from '../../../../exports/vcard.ts';
import { forServices } from '../../../../library/paths.ts';

export const getStaticPaths = forServices;

/** The contact of a point as a file for the phone's address book. */
export const GET: APIRoute = ({ params: { slug = '' }, locals: { reader }, site }) => {
  const page = new URL(reader.link(`/help/${slug}/`), site).href;
  return new Response(contactCard(reader.fact('services', slug), reader, page));
};
