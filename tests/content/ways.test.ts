/** The pages about legal ways, coming home and chances at home: each whole, and something for each country. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { published } from '../../src/i18n/locales.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { type Pathway, pathway } from '../../src/schemas/facts.ts';
import { pathwayParts } from '../../src/schemas/prose.ts';
import { shared } from '../shared.ts';

const read = (file: string) => parse(readFileSync(file, 'utf8'));
const ways = new Map<string, Pathway>(
  filesBelow('content/facts/pathways', '.yaml').map((file) => [
    file.replace('.yaml', ''),
    pathway.parse(read(`content/facts/pathways/${file}`)),
  ]),
);
const body = (locale: string, slug: string) => readFileSync(`content/${locale}/pathways/${slug}.mdx`, 'utf8');

describe('each way', () => {
  it('there are 45 or more, of every kind', () => {
    expect(ways.size).toBeGreaterThanOrEqual(45);
    expect(new Set([...ways.values()].map(({ kind }) => kind)).size).toBe(11);
  });

  it.each([...ways])(
    '%s has all parts in every language, a dated source, an official link, another way and a help point',
    (slug, way) => {
      for (const key of published) {
        const parts = [...body(key, slug).matchAll(/<Part name="(\w+)">/g)].map(([, name]) => name);
        expect(parts).toEqual([...pathwayParts]);
        expect(body(key, slug)).toMatch(/<Help id="/);
      }
      expect(way.official.length).toBeGreaterThan(0);
      expect(way.alternatives.some((other) => ways.get(other)?.state === 'open')).toBe(true);
      expect(way.help.length).toBeGreaterThan(0);
      const sources = way.sources.map((id) => read(`content/facts/sources/${id}.yaml`));
      expect(sources.length).toBeGreaterThan(0);
      for (const { checked } of sources) expect(String(checked)).toMatch(/^\d{4}-\d\d-\d\d/);
      if (way.state === 'closed') expect(way.since).toBeDefined();
    },
  );
});

describe('each country', () => {
  const countries = filesBelow('content/facts/countries', '.yaml').map((file) =>
    read(`content/facts/countries/${file}`),
  );
  const concerning = (code: string, kinds: readonly string[]) =>
    [...ways.values()].filter(
      ({ kind, countries: citizens, state }) =>
        kinds.includes(kind) && state === 'open' && (citizens === 'all' || citizens.includes(code)),
    );

  it.each(countries.map(({ code, ways_note }) => [code, ways_note]))(
    '%s has a way abroad, the way home, and two chances at home or a plain word',
    (code, note) => {
      expect(concerning(code, ['movement', 'visas', 'work', 'study', 'family', 'protection']).length).toBeGreaterThan(
        0,
      );
      expect(concerning(code, ['return']).length).toBeGreaterThan(0);
      if (concerning(code, ['home']).length < 2) expect(note?.en).toBeTruthy();
    },
  );
});

const regions = new Intl.DisplayNames(['en'], { type: 'region' });
const countryNames = filesBelow('content/facts/countries', '.yaml').map((file) =>
  (regions.of(file.slice(0, 2).toUpperCase()) ?? '').toLowerCase(),
);
const dossier = shared('facts/pathways.md');

describe('the dossier', () => {
  it('none of its notes on how something was read stands on a page', () => {
    const notes = /\(m\)|\bfrom memory\b|\bnot verified\b|— seen\b|\bseen \(|\bdial-test\b|§|\bO-[A-Z]{3,}/i;
    const noted = [...ways.keys()].filter((slug) => published.some((key) => notes.test(body(key, slug))));
    expect(noted).toEqual([]);
  });

  it.skipIf(dossier.missing)(`no sentence of it stands on a page ${dossier.needed}`, () => {
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    // A list of countries is a fact, not a sentence.
    const names = new RegExp(`\\b(${countryNames.join('|')})\\b ?`, 'g');
    const withoutNames = (text: string) => text.replace(names, '').trim();
    const pages = new Map(
      [...ways.keys()].map((slug) => [slug, ` ${plain(body('en', slug).replace(/<[^>]+>/g, ' '))} `]),
    );
    const sentences = readFileSync(dossier.path, 'utf8')
      .split(/(?<=[.;:|])\s|\n/)
      .map(plain)
      .filter((sentence) => withoutNames(sentence).split(' ').length >= 8);
    expect(sentences.length).toBeGreaterThan(300);
    const copied = [...pages].flatMap(([slug, text]) =>
      sentences.filter((sentence) => text.includes(` ${sentence} `)).map((sentence) => `${slug}: ${sentence}`),
    );
    expect(copied).toEqual([]);
  });
});
