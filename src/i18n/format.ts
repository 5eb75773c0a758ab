/**
 * Numbers, dates and names in the reader's language, through Intl. Meant for build time: many phones
 * lack the data for African languages, and Latin digits are asked for in every language.
 */
import { type LocaleKey, locales } from './locales.ts';

const tag = (locale: LocaleKey) => locales[locale].format;

const made = new Map<string, unknown>();

/** To make a formatter takes far longer than to use it, so each is made once. */
function once<Formatter>(key: string, make: () => Formatter): Formatter {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as Formatter;
}

/** A count: 26328 in French gives `26 328`. */
export function number(value: number, locale: LocaleKey): string {
  return once(`number ${locale}`, () => new Intl.NumberFormat(tag(locale))).format(value);
}

/** One number or a range, in a unit. Currencies carry their ISO code, percent its sign; other units are the bare number. */
export function quantity(value: number | readonly [number, number], unit: string, locale: LocaleKey): string {
  const options: Intl.NumberFormatOptions =
    unit === 'percent'
      ? { style: 'percent', maximumFractionDigits: 1 }
      : /^[A-Z]{3}$/.test(unit)
        ? {
            style: 'currency',
            currency: unit,
            currencyDisplay: 'code',
            minimumFractionDigits: 0,
            maximumFractionDigits: 2,
          }
        : { maximumFractionDigits: 1 };
  const format = once(`quantity ${unit} ${locale}`, () => new Intl.NumberFormat(tag(locale), options));
  const scaled = (one: number) => (unit === 'percent' ? one / 100 : one);
  return typeof value === 'number'
    ? format.format(scaled(value))
    : format.formatRange(scaled(value[0]), scaled(value[1]));
}

const utc = (text: string) =>
  new Date(`${text}${text.length === 4 ? '-01' : ''}${text.length < 10 ? '-01' : ''}T00:00:00Z`);

function dateOptions(text: string): Intl.DateTimeFormatOptions {
  const year = { year: 'numeric', timeZone: 'UTC', calendar: 'gregory' } as const;
  if (text.length === 4) return year;
  return text.length === 7 ? { ...year, month: 'long' } : { ...year, month: 'long', day: 'numeric' };
}

const dates = (text: string, locale: LocaleKey) =>
  once(`date of ${text.length} ${locale}`, () => new Intl.DateTimeFormat(tag(locale), dateOptions(text)));

/** A date as exact as it is known: `2018-08-07`, `2018-08` or `2018`. Never all digits. */
export function date(text: string, locale: LocaleKey): string {
  return dates(text, locale).format(utc(text));
}

/** A period: one date, or two with a slash. */
export function period(text: string, locale: LocaleKey): string {
  const [from = text, to] = text.split('/');
  if (!to) return date(from, locale);
  const range = dates(to, locale);
  return from.length === to.length
    ? range.formatRange(utc(from), utc(to))
    : `${date(from, locale)} – ${date(to, locale)}`;
}

/** A country's name. */
export function countryName(code: string, locale: LocaleKey): string {
  return new Intl.DisplayNames([tag(locale)], { type: 'region' }).of(code) ?? code;
}

/** Names CLDR does not have, or has only in some languages: the language's own name, as its speakers write it. */
const ownNames: Readonly<Record<string, string>> = {
  apd: 'العربية السودانية',
  arq: 'الدارجة الجزائرية',
  ary: 'الدارجة',
  arz: 'المصرية',
  aeb: 'التونسية',
  shu: 'العربية التشادية',
  mey: 'الحسانية',
  bci: 'Baoulé',
  pov: 'Kriol',
  fvr: 'Fur',
  dyu: 'Julakan',
  pcm: 'Naijá',
  dje: 'Zarma',
  snk: 'Sooninkanxanne',
  ff: 'Pulaar / Fulfulde',
};

/** A language's name, or its own name where CLDR has none in the reader's language. */
export function languageName(code: string, locale: LocaleKey): string {
  const name = new Intl.DisplayNames([tag(locale)], {
    type: 'language',
    languageDisplay: 'standard',
    fallback: 'none',
  }).of(code);
  return name ?? ownNames[code] ?? code;
}

/** A currency's name. */
export function currencyName(code: string, locale: LocaleKey): string {
  return new Intl.DisplayNames([tag(locale)], { type: 'currency' }).of(code) ?? code;
}

/** Several things in one phrase: a, b and c. */
export function list(items: readonly string[], locale: LocaleKey): string {
  return new Intl.ListFormat(tag(locale)).format(items);
}

/** Order for a list shown in this language. */
export function compare(locale: LocaleKey): (a: string, b: string) => number {
  return new Intl.Collator(tag(locale)).compare;
}
