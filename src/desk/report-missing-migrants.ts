import type { Figure } from '../schemas/facts.ts';
import { type Figures, type Sum, total, type Years } from './add-missing-migrants.ts';
import type { Incident, Reading } from './read-missing-migrants.ts';

/** What the file says otherwise than the figure does. */
export function changes(before: Figure | undefined, after: Sum): string[] {
  const { series = {}, partial = {}, period, as_of } = before ?? {};
  const differing = (from: Years<string | number>, to: Years<string | number>, what: string) =>
    [...new Set([...Object.keys(from), ...Object.keys(to)])]
      .filter((year) => from[year] !== to[year])
      .sort()
      .map((year) => `${what}${year}: ${from[year] ?? 'none'} → ${to[year] ?? 'none'}`);
  return [
    ...differing(series, after.series, ''),
    ...differing(partial, after.partial, 'counted to, '),
    ...after.filled.map((year) => `the gap of ${year} is filled and dropped`),
    ...(period === after.period ? [] : [`period: ${period} → ${after.period}`]),
    ...(as_of === after.as_of ? [] : [`as of: ${as_of ?? 'none'} → ${after.as_of}`]),
  ];
}

const rowsAndDeaths = (rows: number, deaths: number) => `${rows} ${rows === 1 ? 'row' : 'rows'}, ${deaths} deaths`;
const counted = (rows: readonly Incident[]) => rowsAndDeaths(rows.length, total(rows));

/** What the file holds, and which of its rows count nowhere. */
export function fileLines(
  { rows, incidents, refused, duplicates, remarks, columns, first, last }: Reading,
  figures: Figures,
) {
  const claimed = new Set([...figures.values()].flatMap(({ missing_migrants: wanted }) => wanted?.routes ?? []));
  const byRoute = Map.groupBy(incidents, ({ route }) => route);
  const others = [...byRoute].filter(([route]) => !claimed.has(route)).sort(([, a], [, b]) => b.length - a.length);
  const isPair = (route: string) => route.split(',').some((part) => claimed.has(part.trim()));
  const several = incidents.filter(({ cumulative }) => cumulative);
  return [
    ...refused.map((line) => `refused, ${line}`),
    ...duplicates.map((line) => `counted once, ${line}`),
    ...remarks.map((line) => `to look at, ${line}`),
    `The file: ${rows} rows, the first date ${first}, the last ${last}.`,
    `counted: ${counted(incidents)} (${incidents.filter(({ date }) => !date).length} without a date, by their year)`,
    `counted once: ${duplicates.length}`,
    `refused: ${refused.length}`,
    columns.has('type')
      ? `cumulative, counted in their year: ${counted(several)}`
      : 'cumulative: the file does not say which rows are',
    ...others
      .filter(([route]) => isPair(route))
      .map(([route, those]) => `of two routes, in neither: ${route}: ${counted(those)}`),
    ...others
      .filter(([route]) => !isPair(route))
      .map(([route, those]) => `route that no figure asks for: ${route || '(none given)'}: ${counted(those)}`),
  ];
}

/** What the file makes of each figure. */
export function figureLines(
  sums: ReadonlyMap<string, Sum>,
  figures: Figures,
  changed: readonly string[],
  unchanged: readonly string[],
): string[] {
  const published = ([id, { series }]: [string, Sum]) =>
    Object.entries(figures.get(id)?.published ?? {})
      .filter(([year, { value }]) => year in series && series[year] !== value)
      .map(([year, { value }]) => `published: ${id} ${year} is shown as ${value}; the file adds up to ${series[year]}`);
  return [
    ...[...sums].flatMap(([id, { cumulative: several }]) =>
      several.rows > 0 ? [`cumulative in ${id}: ${rowsAndDeaths(several.rows, several.deaths)}`] : [],
    ),
    ...openGaps(sums),
    ...[...sums].flatMap(published),
    ...[...sums].flatMap(([id, sum]) => {
      const before = figures.get(id)?.as_of;
      return before && before > sum.as_of
        ? [`to look at, ${id}: its data went to ${before}, this file only to ${sum.as_of}`]
        : [];
    }),
    ...changed.flatMap((id) => {
      const sum = sums.get(id);
      return sum ? [`changed: ${id}`, ...changes(figures.get(id), sum).map((line) => `    ${line}`)] : [];
    }),
    `changed: ${changed.length}`,
    `unchanged: ${unchanged.length}`,
  ];
}

/** Gaps that stay, those of one day in one line. */
function openGaps(sums: ReadonlyMap<string, Sum>): string[] {
  const gaps = [...sums].flatMap(([id, { gaps }]) => Object.entries(gaps).map(([year, day]) => ({ id, year, day })));
  return [...Map.groupBy(gaps, ({ year, day }) => `${year}, counted to ${day}`)].map(
    ([gap, those]) =>
      `gap of ${gap}, stays: ${those.map(({ id }) => id).join(' ')}. Is the download whole? Then take the gap out of these files.`,
  );
}
