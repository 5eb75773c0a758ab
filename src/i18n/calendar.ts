import { type LocaleKey, locales } from './locales.ts';

/** The months of a year as weeks of seven cells, in the reader's language. */
export interface Calendar {
  readonly year: string;
  readonly weekdays: readonly string[];
  readonly months: readonly { readonly name: string; readonly weeks: readonly (readonly (number | undefined)[])[] }[];
}

/** The calendar of the year of `today`, weeks from Monday. */
export function calendarOf(today: string, key: LocaleKey): Calendar {
  const year = today.slice(0, 4);
  const name = (options: Intl.DateTimeFormatOptions, date: Date) =>
    new Intl.DateTimeFormat(locales[key].format, { ...options, timeZone: 'UTC' }).format(date);
  const day = (month: number, date: number) => new Date(Date.UTC(Number(year), month, date));
  // 1 January 2024 was a Monday.
  const weekdays = Array.from({ length: 7 }, (_, index) =>
    name({ weekday: 'short' }, new Date(Date.UTC(2024, 0, 1 + index))),
  );
  const months = Array.from({ length: 12 }, (_, month) => {
    const before = (day(month, 1).getUTCDay() + 6) % 7;
    const length = day(month + 1, 0).getUTCDate();
    const cells = Array.from({ length: Math.ceil((before + length) / 7) * 7 }, (_, index) =>
      index < before || index >= before + length ? undefined : index - before + 1,
    );
    return {
      name: name({ month: 'long' }, day(month, 1)),
      weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
    };
  });
  return { year, weekdays, months };
}
