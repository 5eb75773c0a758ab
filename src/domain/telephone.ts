import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Phone } from '../schemas/facts.ts';

/**
 * A number as it is shown and as it is dialled. International numbers are spaced by the phone-number library;
 * short codes and national free numbers are dialled as printed, never with a country code.
 */
export function telephone(phone: Phone): { shown: string; href: string } {
  const shown =
    phone.reach === 'international'
      ? (parsePhoneNumberFromString(phone.number)?.formatInternational() ?? phone.number)
      : phone.number;
  if (phone.type === 'whatsapp') return { shown, href: `https://wa.me/${phone.number.replace('+', '')}` };
  return { shown, href: `${phone.type === 'text' ? 'sms' : 'tel'}:${phone.number}` };
}
