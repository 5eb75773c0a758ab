import OpeningHours from 'opening_hours';
import { type LocaleKey, locales } from '../i18n/locales.ts';

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
