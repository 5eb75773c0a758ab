/** Every row of `missing-migrants.csv` is invented; what each stands for is what its test says. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { addUp } from '../../src/desk/add-missing-migrants.ts';
import { importMissingMigrants } from '../../src/desk/import-missing-migrants.ts';
import { NotTheDownload, readMissingMigrants } from '../../src/desk/read-missing-migrants.ts';
import { type Figure, figure } from '../../src/schemas/facts.ts';

const csv = readFileSync(new URL('../fixtures/missing-migrants.csv', import.meta.url), 'utf8');
const [header = '', first = ''] = csv.split('\n');
const today = '2026-11-21';
const read = (text = csv) => readMissingMigrants(text, today);
/** A file of the header and some rows, each the first one with other cells. */
const fileOf = (...rows: Record<string, string>[]) =>
  [header, ...rows.map((cells, index) => rowOf({ 'Main ID': `TEST-${index}`, ...cells }))].join('\n');
const rowOf = (cells: Record<string, string>) => {
  const names = header.split(',');
  // The first row has one quoted comma, in its coordinates.
  const values = first.replace('"0, 0"', '').replace('"Invented, for tests"', '').split(',');
  return names.map((name, index) => `"${cells[name] ?? values[index] ?? ''}"`).join(',');
};
const figureOf = (wanted: Figure['missing_migrants'], rest: Partial<Figure> = {}): Figure =>
  figure.parse({
    series: { 2023: 1 },
    unit: 'deaths',
    bound: 'at-least',
    period: '2023',
    source: 'a-source',
    about: { en: 'Test' },
    missing_migrants: wanted,
    ...rest,
  });
const desert = { routes: ['Test desert'] };
const sumOf = (one: Figure, text = csv) => addUp(read(text), new Map([['it', one]])).get('it');
const rowsOf = (id: string, text = csv) => {
  const lines = text.split('\n').flatMap((line, index) => (line.startsWith(`${id},`) ? [index + 1] : []));
  return read(text).incidents.filter(({ line }) => lines.includes(line));
};
const refusalOf = (id: string) => read().refused.find((line) => line.includes(`(${id})`));

describe('reading the download', () => {
  it('accounts for every row: counted, refused or there twice', () => {
    const { rows, incidents, refused, duplicates, first, last } = read();
    expect([rows, incidents.length, refused.length, duplicates.length]).toEqual([28, 19, 8, 1]);
    expect([first, last]).toEqual(['2023-05-05', '2026-05-03']);
  });

  it('takes a byte order mark and Windows line ends', () => {
    const { incidents, refused } = read(`\uFEFF${csv.replaceAll('\n', '\r\n')}`);
    expect([incidents, refused]).toEqual([read().incidents, read().refused]);
  });

  it('takes a comma between thousands', () => expect(rowsOf('TEST-03')).toMatchObject([{ deaths: 1022 }]));

  it('takes numbers that a program wrote with a point', () =>
    expect(
      read(fileOf({ 'Total Number of Dead and Missing': '12.0', 'Number of Dead': '12.0' })).incidents,
    ).toMatchObject([{ deaths: 12 }]));

  it('takes commas, quotes and line ends inside a cell, and still knows the lines after it', () => {
    expect(rowsOf('TEST-19')).toMatchObject([{ deaths: 2, route: 'Test desert' }]);
    expect(rowsOf('TEST-20')).toHaveLength(1);
    expect(refusalOf('TEST-21')).toMatch(/^line 25 /);
  });

  it('takes an empty count as 0, and adds up where there is no total', () =>
    expect(rowsOf('TEST-04')).toMatchObject([{ deaths: 4 }]));

  it('counts by the total where it disagrees with dead and missing, and says so', () => {
    expect(rowsOf('TEST-05')).toMatchObject([{ deaths: 5 }]);
    expect(read().remarks).toContain('line 6 (TEST-05): dead and missing add up to 2, the total says 5: counted as 5');
  });

  it('takes a number of missing below 0, as IOM writes it for bodies found later', () =>
    expect(rowsOf('TEST-18')).toMatchObject([{ deaths: 3 }]));

  it('refuses a number of dead below 0', () => expect(refusalOf('TEST-26')).toMatch(/line 30 .*below 0: -5/));

  it.each(['2025-09-08', '2025-09-08 00:00:00', 'September 08, 2025', 'Sep 8, 2025', '8 September 2025'])(
    'reads %s',
    (date) =>
      expect(read(fileOf({ 'Incident Date': date, 'Incident Year': '2025' })).incidents).toMatchObject([
        { date: '2025-09-08' },
      ]),
  );

  it.each(['Mon, 09/08/2025 - 12:00', 'Mon, 09/08/2025'])('reads %s, whose weekday fits', (date) =>
    expect(read(fileOf({ 'Incident Date': date, 'Incident Year': '2025' })).last).toBe('2025-09-08'),
  );

  it('refuses a date that can be read in two ways rather than guess', () =>
    expect(refusalOf('TEST-08')).toMatch(/^line 9 \(TEST-08\): found the date "09\/08\/2025", expected one such as/));

  it('refuses a date whose weekday does not fit', () => expect(refusalOf('TEST-22')).toMatch(/"Tue, 09\/08\/2025"/));

  it('refuses a day that the calendar has not', () => expect(refusalOf('TEST-25')).toMatch(/"2024-02-30"/));

  it('refuses a day that is still to come', () => expect(refusalOf('TEST-21')).toMatch(/2062-01-01, is still to come/));

  it.each(['1999', '2062', 'soon'])('refuses the year %s', (year) =>
    expect(read(`${fileOf({}, { 'Incident Date': '', 'Incident Year': year })}`).refused[0]).toMatch(
      `found the year "${year}"`,
    ),
  );

  it.each(['', '0', '0.0'])('counts a row whose date is "%s" by its year', (date) =>
    expect(read(fileOf({}, { 'Incident Date': date, 'Incident Year': '2023' })).incidents[1]).toMatchObject({
      date: undefined,
      year: '2023',
    }),
  );

  it('takes the year from the date where the year is empty', () =>
    expect(read(fileOf({ 'Incident Year': '' })).incidents).toMatchObject([{ year: '2024', date: '2024-03-01' }]));

  it('counts a row in its year when its date is of another, and says so', () => {
    expect(rowsOf('TEST-20')).toMatchObject([{ year: '2023', date: undefined }]);
    expect(read().remarks).toContain('line 24 (TEST-20): its date is 2024-01-01 and its year 2023: counted in 2023');
  });

  it('refuses a row with neither year nor date', () =>
    expect(refusalOf('TEST-17')).toBe('line 20 (TEST-17): neither a year nor a date'));

  it('counts two rows of one id, since IOM gives some ids out twice', () => expect(rowsOf('TEST-10')).toHaveLength(2));

  it('counts a row that is the same in all cells once, and says so', () => {
    expect(rowsOf('TEST-11')).toHaveLength(1);
    expect(read().duplicates).toEqual(['line 14 (TEST-11): the same in all cells as line 13']);
  });

  it('refuses a row with a wrong number of cells', () =>
    expect(refusalOf('TEST-15')).toMatch(/^line 18 .* 23 cells where the header has 25\. A comma inside a cell/));

  it('names the lines that quotes left open have swallowed', () => {
    const swallowed = read(`${fileOf({}, {})}\nTEST-9,"not closed\n\nbut here",2024-01-01`);
    expect(swallowed.refused[0]).toMatch(/^line 4 \(TEST-9\): 3 cells where .* It runs to line 6: look for quotes/);
  });

  it('says where quotes make the rest unreadable', () =>
    expect(() => read(`${fileOf({}, {})}\nTEST-9,"never closed\n${first}`)).toThrow(
      /^The file cannot be read as CSV: .* line \d[\s\S]* quotes that are not closed/,
    ));

  it('refuses a count that is no number', () =>
    expect(refusalOf('TEST-16')).toBe(
      'line 19 (TEST-16): found "several" as Number of Dead, expected a whole number or nothing',
    ));

  it('reads the export of 22 columns, whatever the capitals of its header', () => {
    const plain = [
      'Main ID,Incident ID,Region,Incident Date,Year,Reported Month,Number Dead,MINIMUM estimated number of missing,Number of Survivors,Cause of death,Location of death,Migration route',
      'TEST-1,TEST-1,Test region,"Mon, 09/08/2025",2025,September,"1,000",22,,Violence,"Invented, for tests",Test desert',
    ].join('\n');
    expect(read(plain).incidents).toMatchObject([{ year: '2025', deaths: 1022, route: 'Test desert' }]);
    expect(read(plain).columns.has('country')).toBe(false);
  });

  it('names the missing columns of another file', () => {
    const other = () => read('id,name\n1,"Example"');
    expect(other).toThrow(NotTheDownload);
    expect(other).toThrow(/"Incident Date", "Incident Year" or "Year", "Number of Dead" or "Number Dead"/);
    expect(() => read('')).toThrow(/The first line is: \(empty\)/);
    expect(() => read(csv.replaceAll(',', ';'))).toThrow(NotTheDownload);
  });

  it('refuses a file of which no row can be counted', () =>
    expect(() => read(fileOf({ 'Incident Date': '09/08/2025' }))).toThrow(/No row of this file can be counted/));

  it('refuses a file that does not say how far its last year goes', () =>
    expect(() => read(fileOf({}, { 'Incident Date': '', 'Incident Year': '2025' }))).toThrow(
      /No row of 2025 has a date/,
    ));
});

describe('adding up', () => {
  it('gives every year of the file, 0 where no row counts', () =>
    expect(sumOf(figureOf({ routes: ['Test sea'] }))?.series).toEqual({ 2023: 1022, 2024: 0, 2025: 0, 2026: 0 }));

  it('takes rows of the route, the cause and the country asked for', () => {
    expect(sumOf(figureOf({ ...desert, cause: 'Drowning' }))?.series).toMatchObject({ 2024: 5 });
    expect(sumOf(figureOf({ ...desert, country: 'Otherland' }))?.series).toMatchObject({ 2024: 5 });
    expect(sumOf(figureOf({ routes: ['Test desert', 'Test mountain'] }))?.series).toMatchObject({ 2024: 161 });
  });

  it('counts a row with two routes or two causes for neither, and for the world', () => {
    expect(sumOf(figureOf(desert))?.series).toEqual({ 2023: 3, 2024: 157, 2025: 13, 2026: 1 });
    expect(sumOf(figureOf({}))?.series).toEqual({ 2023: 1025, 2024: 164, 2025: 13, 2026: 1 });
  });

  it('counts cumulative rows, and how many they are', () =>
    expect(sumOf(figureOf(desert))?.cumulative).toEqual({ rows: 1, deaths: 20 }));

  it('leaves out a figure whose route or country the file does not know', () => {
    expect(sumOf(figureOf({ routes: ['Test Desert'] }))).toBeUndefined();
    expect(sumOf(figureOf({ country: 'Nowhere' }))).toBeUndefined();
    expect(sumOf(figureOf({ country: 'Testland' }), csv.replace('Country of Incident', 'Land'))).toBeUndefined();
  });

  it('marks the last year up to the last day of the file', () =>
    expect(sumOf(figureOf(desert))).toMatchObject({
      partial: { 2026: '2026-05-03' },
      period: '2023-01-01/2026-05-03',
      as_of: '2026-05-03',
    }));

  it('marks no year when the file ends on 31 December', () =>
    expect(
      sumOf(figureOf(desert), csv.replaceAll('2026-05-03', '2026-12-31').replaceAll('2026', '2025'))?.partial,
    ).toEqual({}));

  it('marks a gap up to its day', () => {
    const sum = sumOf(figureOf({ ...desert, gaps: { 2025: '2025-09-08' } }));
    expect(sum).toMatchObject({ partial: { 2025: '2025-09-08', 2026: '2026-05-03' }, filled: [] });
  });

  it('drops a gap that a later row of the same routes has filled, whatever its cause', () => {
    const later = { ...desert, cause: 'Drowning', gaps: { 2025: '2025-09-07' } };
    expect(sumOf(figureOf(later))).toMatchObject({ partial: { 2026: '2026-05-03' }, gaps: {}, filled: ['2025'] });
  });

  it('drops the gap of the world only with that of a route', () => {
    const gaps = { 2025: '2025-09-07' };
    expect(sumOf(figureOf({ gaps }))?.filled).toEqual([]);
    const figures = new Map([
      ['world', figureOf({ gaps })],
      ['desert', figureOf({ ...desert, gaps })],
      ['sea', figureOf({ routes: ['Test sea'], gaps })],
    ]);
    const sums = addUp(read(), figures);
    expect(['world', 'desert', 'sea'].map((id) => sums.get(id)?.filled)).toEqual([['2025'], ['2025'], []]);
  });

  it('marks no year that is published, and keeps what the file adds up to', () => {
    const published = { 2025: { value: 99, source: 'a-source' }, 2026: { value: 5, source: 'a-source' } };
    const sum = sumOf(figureOf({ ...desert, gaps: { 2025: '2025-09-08' } }, { published }));
    expect(sum).toMatchObject({ partial: {}, gaps: { 2025: '2025-09-08' }, series: { 2025: 13 } });
  });
});

describe('importing the download', () => {
  let facts: string;
  const file = (id: string) => join(facts, 'figures', `${id}.yaml`);
  const bring = (text = csv, dry = false) => importMissingMigrants(text, { facts, today, dry });
  const written = `# An editor's line
series:
  "2023": 7 # looked at
  "2024": 8
partial:
  "2024": "2024-06-30"
published:
  "2025":
    value: 99
    source: a-source
missing_migrants:
  routes:
    - Test desert
  gaps:
    "2025": "2025-09-07"
unit: deaths
bound: at-least
period: "2023-01-01/2024-06-30"
source: a-source
about:
  en: "In the desert: a very long line that stays on one line, because somebody wrote it on one line and wants it so"
  ar: "نص"
`;

  beforeEach(() => {
    facts = mkdtempSync(join(tmpdir(), 'byg-'));
    mkdirSync(join(facts, 'figures'));
    writeFileSync(file('desert'), written);
    const { missing_migrants: _, ...plain } = figureOf({});
    writeFileSync(file('other'), stringify(plain));
  });

  it('rewrites the numbers and leaves all else as its editor wrote it', () => {
    expect(bring().changed).toEqual(['desert']);
    expect(readFileSync(file('desert'), 'utf8')).toBe(
      written
        .replace('"2023": 7 #', '"2023": 3 #')
        .replace('"2024": 8\n', '"2024": 157\n  "2025": 13\n  "2026": 1\n')
        .replace('"2024": "2024-06-30"', '"2026": "2026-05-03"')
        .replace('  gaps:\n    "2025": "2025-09-07"\n', '')
        .replace('/2024-06-30', '/2026-05-03')
        .concat('as_of: "2026-05-03"\n'),
    );
    expect(figure.safeParse(parse(readFileSync(file('desert'), 'utf8'))).success).toBe(true);
  });

  it('changes nothing when it runs again', () => {
    bring();
    expect(bring()).toMatchObject({ changed: [], unchanged: ['desert'] });
  });

  it('a dry run writes nothing', () => {
    expect(bring(csv, true).changed).toEqual(['desert']);
    expect(readFileSync(file('desert'), 'utf8')).toBe(written);
  });

  it('writes nothing for a file that is not the download', () => {
    expect(() => bring('a,b\n1,2')).toThrow(NotTheDownload);
    expect(readFileSync(file('desert'), 'utf8')).toBe(written);
  });

  it('writes nothing from the download of one year, which would wipe out the others', () => {
    expect(() => bring(fileOf({}))).toThrow(/begins in 2024, and desert in 2023: take the download of all years/);
    expect(readFileSync(file('desert'), 'utf8')).toBe(written);
  });

  it('leaves a figure alone that cannot be added up, and says why', () => {
    writeFileSync(file('desert'), written.replace('- Test desert', '- Test dessert'));
    expect(bring()).toMatchObject({ changed: [], unchanged: [] });
    expect(bring().lines).toContain('left as it was: desert, since no row of the file has the route "Test dessert"');
    writeFileSync(file('desert'), written.replace('unit: deaths', 'unit: dragons'));
    expect(bring().lines.join()).toMatch(/left as it was: desert\.yaml, since it is not in order/);
  });

  it('reports rows, cumulative ones, routes nobody asks for, pairs, changes and published totals', () => {
    const { lines } = bring();
    for (const line of [
      'The file: 28 rows, the first date 2023-05-05, the last 2026-05-03.',
      'counted: 19 rows, 1203 deaths (2 without a date, by their year)',
      'refused: 8',
      'cumulative, counted in their year: 1 row, 20 deaths',
      'cumulative in desert: 1 row, 20 deaths',
      'of two routes, in neither: Test desert,Test sea: 1 row, 3 deaths',
      'route that no figure asks for: Test mountain: 1 row, 4 deaths',
      'route that no figure asks for: Test sea: 1 row, 1022 deaths',
      'published: desert 2025 is shown as 99; the file adds up to 13',
      'changed: desert',
      '    2024: 8 → 157',
      '    counted to, 2024: 2024-06-30 → none',
      '    the gap of 2025 is filled and dropped',
    ])
      expect(lines).toContain(line);
    expect(lines.filter((line) => line.startsWith('refused, line'))).toHaveLength(8);
  });

  it('says when the file is older than what stands', () => {
    bring();
    const older = csv.split('\n').filter((line) => !line.startsWith('TEST-24'));
    expect(bring(older.join('\n')).lines).toContain(
      'to look at, desert: its data went to 2026-05-03, this file only to 2025-09-08',
    );
  });
});
