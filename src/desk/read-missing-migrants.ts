import { parse as parseCsv } from 'csv-parse/sync';

/** The columns we read, under every name that IOM gives them (the 25-column download, then the 22-column export). */
const names = {
  id: ['Main ID'],
  type: ['Incident Type'],
  date: ['Incident Date'],
  year: ['Incident Year', 'Year'],
  dead: ['Number of Dead', 'Number Dead'],
  missing: ['Minimum Estimated Number of Missing'],
  total: ['Total Number of Dead and Missing'],
  cause: ['Cause of Death'],
  country: ['Country of Incident'],
  route: ['Migration Route'],
} as const;
export type Column = keyof typeof names;

/** Without these it is another file. */
const needed = ['date', 'year', 'dead', 'missing', 'cause', 'route'] as const satisfies Column[];

/** IOM counts since this year; an earlier one is a slip. */
const firstYear = 2014;

/** A row that counts. */
export interface Incident {
  /** Where the row begins in the file. */
  readonly line: number;
  readonly year: string;
  /** `YYYY-MM-DD`; undefined where the file gives no date, or one of another year than its year column. */
  readonly date: string | undefined;
  /** Dead and missing. */
  readonly deaths: number;
  readonly route: string;
  readonly cause: string;
  readonly country: string;
  readonly cumulative: boolean;
}

/** What a file holds. Every row is either counted, refused or a duplicate; a remark is about a row that counts. */
export interface Reading {
  /** The columns of ours that the file has. */
  readonly columns: ReadonlySet<Column>;
  /** Rows below the header. */
  readonly rows: number;
  readonly incidents: readonly Incident[];
  /** One line each: where it stands, and why it does not count. */
  readonly refused: readonly string[];
  readonly duplicates: readonly string[];
  readonly remarks: readonly string[];
  /** The first and the last date of the rows that count. */
  readonly first: string;
  readonly last: string;
}

/** The file is not the download, or cannot be added up; the message is for the person who brought it. */
export class NotTheDownload extends Error {}

/**
 * Reads a Missing Migrants download. The rules:
 * - Columns are found by name, whatever their order and capitals. Where one that we need is missing, nothing is read.
 * - A row counts in its year column; where that is empty, in the year of its date. A date of another year is remarked upon, and
 *   does not say how far the file goes.
 * - Dead and missing are whole numbers, `1,022` and `3.0` too; empty is 0. Missing may be below 0, as IOM writes it where bodies of
 *   people already counted as missing were found. The total column counts; where it is empty or not there, dead and missing added up.
 *   Where the three disagree, the total counts and the row is remarked upon.
 * - An id may come twice, since IOM gives some out twice. Only a row that is the same in all its cells counts once.
 * - What cannot be read for certain is refused with its line and reason: a wrong number of cells, a count that is no number, no year,
 *   a date in a form that can be read in two ways, a day that is still to come.
 * @param today `YYYY-MM-DD`
 * @throws {NotTheDownload} when the file is another one, or holds no row that counts
 */
export function readMissingMigrants(csv: string, today: string): Reading {
  const [header] = recordsOf(csv.trimStart().split('\n', 1)[0] ?? '');
  const place = placesOf(header?.cells ?? []);
  const records = recordsOf(csv).slice(1);
  const seen = new Map<string, number>();
  const incidents: Incident[] = [];
  const refused: string[] = [];
  const duplicates: string[] = [];
  const remarks: string[] = [];
  for (const { cells, line, end } of records) {
    const cell = (column: Column) => cells[place.get(column) ?? -1] ?? '';
    const name = `line ${line}${cell('id') && ` (${cell('id')})`}`;
    if (cells.length !== header?.cells.length) {
      refused.push(
        `${name}: ${cells.length} cells where the header has ${header?.cells.length}.${end > line ? ` It runs to line ${end}: look for quotes that are not closed.` : ' A comma inside a cell needs quotes around the cell.'}`,
      );
      continue;
    }
    const twin = seen.get(JSON.stringify(cells));
    if (twin) {
      duplicates.push(`${name}: the same in all cells as line ${twin}`);
      continue;
    }
    seen.set(JSON.stringify(cells), line);
    const result = incidentOf(cell, line, today);
    if ('refused' in result) refused.push(`${name}: ${result.refused}`);
    else {
      incidents.push(result.incident);
      for (const remark of result.remarks) remarks.push(`${name}: ${remark}`);
    }
  }
  const dates = incidents.flatMap(({ date }) => date ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const newest =
    incidents
      .map(({ year }) => year)
      .sort()
      .at(-1) ?? '';
  if (!first || !last?.startsWith(newest))
    throw new NotTheDownload(
      incidents.length === 0
        ? ['No row of this file can be counted. The first ones:', ...refused.slice(0, 5)].join('\n')
        : `No row of ${newest} has a date, so the file does not say how far that year is counted.`,
    );
  return {
    columns: new Set(place.keys()),
    rows: records.length,
    incidents,
    refused,
    duplicates,
    remarks,
    first,
    last,
  };
}

/** Records as they stand, with the lines on which each begins and ends. */
function recordsOf(csv: string): { cells: string[]; line: number; end: number }[] {
  try {
    const found = parseCsv(csv.replaceAll('\r\n', '\n'), {
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return found.map(({ record, info }) => ({
      cells: record,
      line: info.lines - record.join('').split('\n').length + 1,
      end: info.lines,
    }));
  } catch (error) {
    throw new NotTheDownload(
      `The file cannot be read as CSV: ${(error as Error).message}.\nLook there, and above, for quotes that are not closed.`,
    );
  }
}

function placesOf(header: readonly string[]): Map<Column, number> {
  const written = header.map((name) => name.toLowerCase());
  const places = new Map<Column, number>();
  for (const column of Object.keys(names) as Column[]) {
    const name = names[column].find((one) => written.includes(one.toLowerCase()));
    if (name) places.set(column, written.indexOf(name.toLowerCase()));
  }
  const absent = needed.filter((column) => !places.has(column));
  if (absent.length > 0)
    throw new NotTheDownload(
      [
        'This is not the Missing Migrants download.',
        `Columns that are missing: ${absent.map((column) => names[column].map((name) => `"${name}"`).join(' or ')).join(', ')}.`,
        `The first line is: ${header.join(',').slice(0, 120) || '(empty)'}`,
      ].join('\n'),
    );
  return places;
}

type Cell = (column: Column) => string;

function incidentOf(
  cell: Cell,
  line: number,
  today: string,
): { incident: Incident; remarks: string[] } | { refused: string } {
  const date = dateOf(cell('date'));
  if (date === null)
    return {
      refused: `found the date "${cell('date')}", expected one such as 2025-09-08, September 08, 2025 or Mon, 09/08/2025`,
    };
  if (date && date > today) return { refused: `its date, ${date}, is still to come` };
  const year = /^\d{4}(\.0)?$/.test(cell('year'))
    ? cell('year').slice(0, 4)
    : cell('year') === ''
      ? date?.slice(0, 4)
      : '';
  if (year === undefined) return { refused: 'neither a year nor a date' };
  if (Number(year) < firstYear || year > today.slice(0, 4))
    return { refused: `found the year "${year || cell('year')}", expected one from ${firstYear} to this year` };
  const [dead, missing, total] = [cell('dead'), cell('missing'), cell('total')].map(countOf);
  const wrong = (['dead', 'missing', 'total'] as const).find((_, index) => [dead, missing, total][index] === null);
  if (wrong) return { refused: `found "${cell(wrong)}" as ${names[wrong][0]}, expected a whole number or nothing` };
  const sum = (dead ?? 0) + (missing ?? 0);
  const deaths = total ?? sum;
  if ((dead ?? 0) < 0 || deaths < 0) return { refused: `a count below 0: ${Math.min(dead ?? 0, deaths)}` };
  const sameYear = !date || date.startsWith(year);
  return {
    incident: {
      line,
      year,
      date: sameYear ? date : undefined,
      deaths,
      route: cell('route'),
      cause: cell('cause'),
      country: cell('country'),
      cumulative: /\bcumulative\b/i.test(cell('type')),
    },
    remarks: [
      ...(sameYear ? [] : [`its date is ${date} and its year ${year}: counted in ${year}`]),
      ...(deaths === sum ? [] : [`dead and missing add up to ${sum}, the total says ${deaths}: counted as ${deaths}`]),
    ],
  };
}

/** A count; undefined for an empty cell, null for what is no whole number. */
function countOf(text: string): number | undefined | null {
  if (text === '') return undefined;
  return /^-?(\d+|\d{1,3}(,\d{3})+)(\.0+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date in a form that can be read in one way only: `2025-09-08` (also with a time), `September 08, 2025`, `8 September 2025`, and
 * IOM's `Mon, 09/08/2025 - 12:00`, where the weekday must fit. `09/08/2025` alone may be the 8th or the 9th, and is no date.
 * Undefined for an empty cell (or 0, which programs make of it), null for anything else.
 */
function dateOf(text: string): string | undefined | null {
  if (/^(0(\.0)?)?$/.test(text)) return undefined;
  const iso = /^(\d{4})-(\d{2})-(\d{2})([T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (iso) return realDay(iso[1], iso[2], iso[3]);
  const written =
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2}), (?<year>\d{4})$/i.exec(text) ??
    /^(?<day>\d{1,2}) (?<month>[a-z]{3,9})\.? (?<year>\d{4})$/i.exec(text);
  if (written?.groups) {
    const { year, month = '', day } = written.groups;
    return realDay(year, String(months.indexOf(month.slice(0, 3).toLowerCase()) + 1), day);
  }
  const iom = /^([a-z]{3})[a-z]*, (\d{2})\/(\d{2})\/(\d{4})( - \d{2}:\d{2})?$/i.exec(text);
  const day = iom && realDay(iom[4], iom[2], iom[3]);
  return day && new Date(day).getUTCDay() === weekdays.indexOf(iom[1]?.toLowerCase() ?? '') ? day : null;
}

/** The day as `YYYY-MM-DD`; null when the calendar has none such. */
function realDay(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true ? text : null;
}
