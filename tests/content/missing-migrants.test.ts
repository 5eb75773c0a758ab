/** The yearly counts of deaths are those that IOM's data add up to. The data lie beside the project, not in it. */
import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addUp } from '../../src/desk/add-missing-migrants.ts';
import { importMissingMigrants } from '../../src/desk/import-missing-migrants.ts';
import { type Reading, readMissingMigrants } from '../../src/desk/read-missing-migrants.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { figure } from '../../src/schemas/facts.ts';
import { shared } from '../shared.ts';

const [data, table] = [shared('facts/mmp.csv'), shared('facts/mmp-by-route-year.csv')];
const today = '2026-11-21';
const years = Array.from({ length: 13 }, (_, index) => String(2014 + index));
const african = [
  'Central Mediterranean',
  'Western Mediterranean',
  'Western Africa / Atlantic route to the Canary Islands',
  'Sahara Desert crossing',
  'Eastern Route to/from EHOA',
  'Route to Southern Africa',
  'Northern Route from EHOA',
  'Horn of Africa Route',
  'Sea crossings to Mayotte',
  'DRC to Uganda',
];
const figures = new Map(
  filesBelow('content/facts/figures', '.yaml').map((file) => [
    file.replace('.yaml', ''),
    figure.parse(parse(readFileSync(`content/facts/figures/${file}`, 'utf8'))),
  ]),
);
const counted = [...figures].filter(([, one]) => one.missing_migrants);

describe('the yearly counts of deaths', () => {
  it.each(counted)('%s are minimum counts in three languages', (_, one) => {
    expect([one.unit, one.bound, one.source]).toEqual(['deaths', 'at-least', 'iom-missing-migrants-2026']);
    expect(Object.keys(one.about).sort()).toEqual(['ar', 'en', 'fr']);
  });

  it.each(counted)('%s: no cause or country has more deaths than its route', (id, one) => {
    const { routes } = one.missing_migrants ?? {};
    const [, whole] = counted.find(([, other]) => {
      const wanted = other.missing_migrants;
      return !wanted?.cause && !wanted?.country && String(wanted?.routes) === String(routes);
    }) ?? [id, one];
    for (const [year, value] of Object.entries(one.series ?? {}))
      expect(value).toBeLessThanOrEqual(whole.series?.[year] ?? 0);
  });
});

describe.skipIf(data.missing || table.missing)(`the data beside the project ${data.needed}`, () => {
  // The body runs even where the tests are skipped.
  const csv = data.missing ? '' : readFileSync(data.path, 'utf8');
  let reading: Reading;
  beforeAll(() => {
    reading = readMissingMigrants(csv, today);
  });

  it.each(african)('%s adds up to the table of the dossier', (route) => {
    const [, sample] = counted[0] ?? [];
    if (!sample) throw new Error('no figure asks for data');
    const asked = new Map([['it', { ...sample, missing_migrants: { routes: [route] } }]]);
    const series = addUp(reading, asked).get('it')?.series;
    const rows = parseCsv(readFileSync(table.path), { columns: true, bom: true }) as Record<string, string>[];
    const row = rows.find((one) => one['Migration Route'] === route);
    expect(series).toEqual(Object.fromEntries(years.map((year) => [year, Number(row?.[year])])));
  });

  it('gives the committed series: an import changes nothing', () => {
    const { changed, unchanged } = importMissingMigrants(csv, { facts: 'content/facts', today, dry: true });
    expect([changed, unchanged.length]).toEqual([[], counted.length]);
    expect([reading.rows, reading.refused, reading.duplicates.length]).toEqual([20513, [], 1]);
  });
});
