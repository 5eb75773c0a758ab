import type { Figure } from '../schemas/facts.ts';
import type { Incident, Reading } from './read-missing-migrants.ts';

export type Years<T> = Record<string, T>;
/** Figures by file name. */
export type Figures = ReadonlyMap<string, Figure>;

/** What a figure is after the file: what the import rewrites, and what its report says of it. */
export interface Sum {
  readonly series: Years<number>;
  readonly partial: Years<string>;
  readonly gaps: Years<string>;
  readonly period: string;
  readonly as_of: string;
  /** Gaps of the figure that the file has filled. */
  readonly filled: readonly string[];
  /** Rows and deaths of the series that stand for several incidents. */
  readonly cumulative: { readonly rows: number; readonly deaths: number };
}

/**
 * Adds up a file for every figure that says which rows it wants (`missing_migrants`), and for no other. The rules:
 * - A row belongs to a figure when its route is one of the figure's, its cause the figure's cause and its country the figure's
 *   country, each to the letter, and each only where the figure names one. A row with two routes or two causes
 *   ("Central Mediterranean,Sahara Desert crossing") belongs to neither, as in IOM's own tables; to the world it does belong.
 * - Cumulative rows, one row for several incidents, count in their year as every other row does.
 * - The series has every year from the first to the last of the file, with 0 where no row counts.
 * - The last year is counted up to the last date of the file, unless that is 31 December. A year in `gaps` is counted up to the day
 *   given there, until the file holds a later row of that year. Then the gap is dropped. A row of the same routes is enough, whatever
 *   its cause; the world's gap is filled when that of a route with the same day is.
 * - A year whose total is `published` is complete: that total is shown. The series keeps what the file adds up to.
 * A figure is left out when the file has no such column, or not one row of that route, cause or country: a name has changed, and
 * zeros would be wrong.
 */
export function addUp(reading: Reading, figures: Figures): Map<string, Sum> {
  const filled = filledGaps(reading.incidents, figures);
  const sums = new Map<string, Sum>();
  for (const [id, one] of figures) {
    const wanted = one.missing_migrants;
    if (!wanted || notInFile(wanted, reading)) continue;
    const rows = reading.incidents.filter((row) => belongs(row, wanted));
    const gaps = Object.entries(wanted.gaps ?? {});
    const open = gaps.filter(([year]) => !filled.has(`${id} ${year}`));
    const several = rows.filter(({ cumulative }) => cumulative);
    const series = yearly(rows, reading);
    sums.set(id, {
      series,
      partial: partialYears(series, open, reading.last, one.published),
      gaps: Object.fromEntries(open),
      period: `${Object.keys(series)[0]}-01-01/${reading.last}`,
      as_of: reading.last,
      filled: gaps.filter((gap) => !open.includes(gap)).map(([year]) => year),
      cumulative: { rows: several.length, deaths: total(several) },
    });
  }
  return sums;
}

export type Wanted = NonNullable<Figure['missing_migrants']>;

/** Dead and missing of some rows. */
export const total = (rows: readonly Incident[]) => rows.reduce((sum, { deaths }) => sum + deaths, 0);

const belongs = (row: Incident, { routes, cause, country }: Wanted) =>
  (!routes || routes.includes(row.route)) && (!cause || row.cause === cause) && (!country || row.country === country);

/** What a figure asks for and the file does not know; undefined when it can be added up. */
export function notInFile({ routes, cause, country }: Wanted, { columns, incidents }: Reading): string | undefined {
  if (country && !columns.has('country')) return 'the file has no column "Country of Incident"';
  if (routes && !incidents.some(({ route }) => routes.includes(route)))
    return `no row of the file has the route "${routes.join('" or "')}"`;
  if (cause && !incidents.some((row) => row.cause === cause)) return `no row of the file has the cause "${cause}"`;
  return country && !incidents.some((row) => row.country === country)
    ? `no row of the file has the country "${country}"`
    : undefined;
}

function yearly(rows: readonly Incident[], { incidents }: Reading): Years<number> {
  const years = incidents.map(({ year }) => Number(year));
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  return Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_, index) => String(first + index)).map((year) => [
      year,
      total(rows.filter((row) => row.year === year)),
    ]),
  );
}

function partialYears(
  series: Years<number>,
  gaps: readonly (readonly [string, string])[],
  last: string,
  published: Figure['published'] = {},
): Years<string> {
  const ends = last.endsWith('-12-31') ? [] : [[last.slice(0, 4), last] as const];
  const partial = [...gaps.filter(([year]) => year in series), ...ends]
    .filter(([year]) => !published[year])
    .sort(([a, dayA], [b, dayB]) => (a === b ? (dayA < dayB ? 1 : -1) : a < b ? -1 : 1));
  // Of two days for one year the earlier stands last, and so stays.
  return Object.fromEntries(partial);
}

/** The gaps that the file has filled, as `<figure> <year>`. */
function filledGaps(incidents: readonly Incident[], figures: Figures): Set<string> {
  const gaps = [...figures].flatMap(([id, { missing_migrants: wanted }]) =>
    Object.entries(wanted?.gaps ?? {}).map(([year, day]) => ({ id, year, day, wanted: wanted ?? {} })),
  );
  const named = gaps.filter(
    ({ year, day, wanted: { routes, country } }) =>
      (routes || country) &&
      incidents.some(
        (row) =>
          row.year === year && row.date && row.date > day && belongs(row, { ...(routes ? { routes } : { country }) }),
      ),
  );
  const world = gaps.filter(
    (gap) => !gap.wanted.routes && !gap.wanted.country && named.some(({ day }) => day === gap.day),
  );
  return new Set([...named, ...world].map(({ id, year }) => `${id} ${year}`));
}
