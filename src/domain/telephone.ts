import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Phone } from '../schemas/facts.ts';

/**
 * A number as it is shown and as it is dialled. International numbers are spaced by the phone-number library;
 * short codes and national free numbers are dialled as printed, never with a country code.
 */
export function telephone(phone: Phone): {
  shown: string;
  href: string;
  reach: Phone['reach'] | 'toll-free';
} {
  const parsed = phone.reach === 'international' ? parsePhoneNumberFromString(phone.number) : undefined;
  const shown = parsed?.formatInternational() ?? phone.number;
  // A free number may be printed with a country code and still not ring from abroad.
  const reach = parsed?.getType() === 'TOLL_FREE' ? 'toll-free' : phone.reach;
  if (phone.type === 'whatsapp') return { shown, href: `https://wa.me/${phone.number.replace('+', '')}`, reach };
  return { shown, reach, href: `${phone.type === 'text' ? 'sms' : 'tel'}:${phone.number}` };
}
