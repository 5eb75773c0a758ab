import { z } from 'astro/zod';
import { realLocales } from '../i18n/locales.ts';

/** YAML readers turn an unquoted day into a `Date` and a year into a number; we keep text. */
const asText = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'number' ? String(value) : value;

/** Whether the calendar has this day. */
const isReal = (text: string) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** A day, `2026-11-21`. */
export const day = z.preprocess(
  asText,
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-11-21')
    .refine(isReal, 'a day that the calendar has'),
);

/** A day, a month or a year, as exact as the source gives it: `2018-08-07`, `2018-08`, `2018`. */
export const date = z.preprocess(
  asText,
  z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date such as 2018-08-07, 2018-08 or 2018'),
);

/** What a figure covers: one date, or two with a slash (ISO 8601), `2020-01/2024-05`. */
export const period = z.preprocess(
  asText,
  z
    .string()
    .regex(
      /^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4}(-\d{2}(-\d{2})?)?)?$/,
      'a period such as 2025, 2025-01/2025-06 or 2020-01-01/2026-05-03',
    ),
);

/** The name of a file without its ending: small letters, digits and hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens, such as cm-1503');

/** ISO 3166-1 code of a country, or XX for a service that crosses borders. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'two capital letters such as CM (ISO 3166-1)');

/** A short text in the languages we have; the page takes the reader's or the nearest. */
export const words = z
  .partialRecord(z.enum(realLocales as [string, ...string[]]), z.string().min(1))
  .refine((texts) => Object.keys(texts).length > 0, 'the text in at least one language, such as en, fr or ar');

/** A web address; never a bare domain. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'a web address that begins with https:// or http://' });
