import ICAL from 'ical.js';
import { lastLooked } from '../domain/freshness.ts';
import { openingHours } from '../domain/hours.ts';
import type { Reader } from '../domain/reader.ts';
import { isShelter, serviceName } from '../domain/service.ts';
import type { Service } from '../schemas/facts.ts';

/** What every card of a point holds: its name, its numbers, its e-mail when it has no number, its town. */
function short(service: Service, reader: Reader, most: number): ICAL.Component {
  const card = new ICAL.Component(['vcard', [], []]);
  const { text: name } = reader.words(serviceName(service));
  card.addPropertyWithValue('version', '3.0');
  // An organisation has no family name; the parts are asked for all the same (RFC 2426, 3.1.2).
  card.addPropertyWithValue('n', ['', '', '', '', '']);
  card.addPropertyWithValue('fn', name);
  for (const { number, type } of service.phones.slice(0, most)) {
    card
      .addPropertyWithValue('tel', number)
      .setParameter('type', type === 'voice' ? ['work', 'voice'] : ['work', 'cell']);
  }
  if (service.email) card.addPropertyWithValue('email', service.email);
  return card;
}

/** What a QR code holds: as little as makes a contact, so that a cheap camera reads it. vCard 3.0 (RFC 2426), which old phones know. */
export function pocketCard(service: Service, reader: Reader): string {
  // Cameras do not join folded lines.
  return short(service, reader, 3).toString().replace(/\r\n /g, '');
}

/**
 * A contact file (vCard 3.0, RFC 2426) of a point in the reader's language, with what must be known before calling.
 * @param page the full address of the point's page
 */
export function contactCard(service: Service, reader: Reader, page: string): string {
  const { t } = reader;
  const card = short(service, reader, service.phones.length);
  const town = service.location.place && reader.words(reader.fact('places', service.location.place).name).text;
  const country = service.country === 'XX' ? '' : reader.country(service.country);
  const street = isShelter(service) ? '' : (service.location.address ?? '');
  card.addPropertyWithValue('org', reader.words(reader.fact('organisations', service.organization).name).text);
  if (town ?? country) card.addPropertyWithValue('adr', ['', '', street, town ?? '', '', '', country]);
  card.addPropertyWithValue('url', page);
  const notes = [
    service.alert && reader.words(service.alert).text,
    service.phones.some(({ reach }) => reach !== 'international') && t('help.reach.short-code', { country }),
    service.phones.some(({ voicemail }) => voicemail) && t('help.voicemail'),
    service.opening_hours && openingHours(service.opening_hours, reader.key, t('help.always')).join('; '),
    service.publication === 'verify-first' && t('help.unconfirmed'),
    t('text.sourceRead', { date: reader.date(lastLooked(service)) }),
  ].filter((note): note is string => Boolean(note));
  card.addPropertyWithValue('note', notes.join('\n'));
  return card.toString();
}
