import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type ImportOptions, importServices, slugOf } from '../../src/desk/import-services.ts';
import { needsOf } from '../../src/desk/needs.ts';
import { service } from '../../src/schemas/facts.ts';

const csv = readFileSync(new URL('../fixtures/services.csv', import.meta.url), 'utf8');
let options: ImportOptions;
const read = (id: string) => parse(readFileSync(join(options.facts, 'services', `${id}.yaml`), 'utf8'));

beforeEach(() => {
  options = { facts: mkdtempSync(join(tmpdir(), 'byg-')), checked: '2026-11-21' };
});

describe('importing assistance points', () => {
  it('writes one valid file a good row, and says row and column of each bad one', () => {
    const report = importServices(csv, options);
    expect(report.added).toEqual(['xx-line', 'xx-office', 'xx-shelter', 'xx-old', 'xx-town']);
    expect(report.bad).toHaveLength(6);
    expect(report.bad[0]).toMatch(
      /^row 6 \(xx-kind\), column kind: found "castle", expected one of "anti-trafficking"/,
    );
    expect(report.bad[1]).toMatch(/^row 7 \(xx-phone\), column phones: found "12", expected telephone numbers/);
    expect(report.bad[2]).toMatch(/^row 8 \(xx-cells\): \d+ cells where the header has \d+/);
    expect(report.bad[3]).toMatch(/^row 9 \(xx-tag\), column services: no need of ours for "juggling"/);
    expect(report.bad[4]).toMatch(/^row 10 \(xx-nosource\), column source_title/);
    expect(report.bad[5]).toMatch(/^row 11 \(xx-town\), column phones: "\+249411829003" is in no country/);
    for (const file of readdirSync(join(options.facts, 'services'))) {
      expect(service.safeParse(parse(readFileSync(join(options.facts, 'services', file), 'utf8'))).success).toBe(true);
    }
  });

  it('running it again changes nothing', () => {
    importServices(csv, options);
    const again = importServices(csv, options);
    expect([again.added, again.changed, again.unchanged.length]).toEqual([[], [], 5]);
  });

  it('keeps what people wrote, and what an editor withheld', () => {
    importServices(csv, options);
    const file = join(options.facts, 'services', 'xx-line.yaml');
    const { phones, ...rest } = read('xx-line');
    const edited = {
      name: { en: 'Our name' },
      alert: { en: 'Ask first' },
      ...rest,
      phones: [{ ...phones[0], note: { en: 'Mornings' } }],
      publication: 'withheld',
      withheld_reason: 'closed',
    };
    writeFileSync(file, stringify(edited, { lineWidth: 0 }));
    const report = importServices(csv.replace('Line for everyone', 'Line for all'), options);
    expect(report.changed).toEqual(['xx-line']);
    const after = read('xx-line');
    expect(after).toMatchObject({
      name: { en: 'Our name' },
      alert: { en: 'Ask first' },
      publication: 'withheld',
      imported: { service_name: 'Line for all' },
    });
    expect(after.phones[0].note).toEqual({ en: 'Mornings' });
  });

  it('takes no address of a shelter, no presumed cost and no guessed language', () => {
    importServices(csv, options);
    expect(read('xx-shelter').location).toEqual({ place: 'zinder' });
    expect(read('xx-office')).toMatchObject({ cost: 'not-stated', languages: [], publication: 'verify-first' });
    expect(read('xx-line')).toMatchObject({ cost: 'free', publication: 'publish' });
    expect(read('xx-old')).toMatchObject({ publication: 'withheld', withheld_reason: 'Closed in 2025.' });
  });

  it('keeps the day somebody called, and marks a line that takes messages', () => {
    importServices(csv, options);
    const file = join(options.facts, 'services', 'xx-line.yaml');
    writeFileSync(file, stringify({ ...read('xx-line'), assured_date: '2026-11-20' }, { lineWidth: 0 }));
    const flags = csv
      .split('\n')
      .map((line) => (line.startsWith('xx-line') ? line.replace(/,1999,,,,/, ',1999,,,voicemail,') : line))
      .join('\n');
    expect(flags).not.toBe(csv);
    importServices(flags, options);
    expect(read('xx-line')).toMatchObject({
      assured_date: '2026-11-20',
      phones: [{ number: '1999', voicemail: true }],
    });
  });

  it('a dry run writes nothing', () => {
    const report = importServices(csv, { ...options, dry: true });
    expect(report.added).toHaveLength(5);
    expect(readdirSync(options.facts)).toEqual([]);
  });

  it('brings only the countries asked for', () => {
    expect(importServices(csv, { ...options, countries: ['SN'] }).added).toEqual(['xx-office']);
  });

  it('takes Windows line ends and a byte order mark', () => {
    expect(importServices(`\uFEFF${csv.replaceAll('\n', '\r\n')}`, options).added).toHaveLength(5);
  });

  it('leaves out a number no numbering plan knows and a town that was only assumed; says who sends help and for whom', () => {
    importServices(csv, options);
    expect(read('xx-town')).toMatchObject({
      needs: ['danger', 'trafficking', 'listening'],
      sends_help: true,
      audience: ['women'],
      location: {},
      phones: [{ number: '+22789983339', reach: 'international' }],
    });
  });

  it('finds a file again that an editor has renamed, so that a shelter’s name does not tell its quarter', () => {
    importServices(csv, options);
    const { imported, ...rest } = read('xx-shelter');
    rmSync(join(options.facts, 'services', 'xx-shelter.yaml'));
    writeFileSync(
      join(options.facts, 'services', 'zinder-night.yaml'),
      stringify({ ...rest, imported: { id: 'xx-shelter', ...imported } }, { lineWidth: 0 }),
    );
    const again = importServices(csv, options);
    expect([again.added, again.changed, again.unchanged.includes('zinder-night')]).toEqual([[], [], true]);
  });

  it('gives two pages of one title two source files', () => {
    importServices(csv, options);
    expect(read('xx-line').source).not.toBe(read('xx-office').source);
    expect(read('xx-office').source).toBe(read('xx-shelter').source);
  });

  it('does not write a source twice for one address', () => {
    cpSync(new URL('../fixtures/source.yaml', import.meta.url).pathname, join(options.facts, 'sources', 'known.yaml'), {
      recursive: true,
    });
    importServices(csv, options);
    expect(read('xx-line').source).toBe('known');
  });
});

describe('needs', () => {
  it('follow the kind and the tags, in our order', () => {
    expect(needsOf('child-protection', ['shelter', 'family-tracing'])).toEqual({
      needs: ['child', 'shelter', 'family'],
      unknown: [],
    });
  });
});

describe('file names', () => {
  it('drop accents and signs', () =>
    expect(slugOf("Direction Générale d'Appui (DGASE)")).toBe('direction-generale-d-appui-dgase'));
});
