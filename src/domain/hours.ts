import OpeningHours from 'opening_hours';
import { type LocaleKey, locales } from '../i18n/locales.ts';
import type { Week } from './week.ts';

const short: Readonly<Record<string, string>> = {
  Mo: 'Mon',
  Tu: 'Tue',
  We: 'Wed',
  Th: 'Thu',
  Fr: 'Fri',
  Sa: 'Sat',
  Su: 'Sun',
};

/**
 * Opening hours in OpenStreetMap syntax, as lines for a reader.
 * @param always what to say for day and night
 * @throws when the library cannot read the value, with its own explanation
 */
export function openingHours(value: string, locale: LocaleKey, always: string): string[] {
  if (value === '24/7') return [always];
  const language = locales[locale].tag.split('-')[0] ?? 'en';
  // The library reads `conf`, though its types do not name it.
  const options = { conf: { locale: language, rule_sep_string: '\n', print_semicolon: false } } as object;
  const lines = new OpeningHours(value, null).prettifyValue(options).split('\n');
  const days = (line: string) => line.replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (day) => short[day] ?? day);
  return lines.map((line) =>
    (language === 'en' ? days(line) : line).replace(/,(?=\d)/g, ', ').replace(/(?<=\d)-(?=\d)/g, '–'),
  );
}

/**
 * A usual week of opening hours in OpenStreetMap syntax, for "open now".
 * @returns nothing where the value leaves it open: no times of day, or times that depend on a date or a holiday
 */
export function usualWeek(value: string): Week | undefined {
  if (value === '24/7') return [[0, 7 * 1440]];
  if (!/\d:\d/.test(value)) return undefined;
  const hours = new OpeningHours(value, null);
  if (!hours.isWeekStable()) return undefined;
  // A week without a change of clocks wherever the site is built; the library reckons in the machine's own time.
  const monday = new Date(2026, 0, 5);
  const intervals = hours.getOpenIntervals(monday, new Date(2026, 0, 12));
  if (intervals.some(([, , unknown]) => unknown)) return undefined;
  const minute = (at: Date) => Math.round((at.getTime() - monday.getTime()) / 60_000);
  return intervals.map(([from, to]) => [minute(from), minute(to)] as const);
}
