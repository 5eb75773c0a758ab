/** The real content: in order, complete in three languages, and the translations say what their originals say. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/desk/check.ts';
import { show } from '../../src/desk/problem.ts';
import { readContentFile } from '../../src/desk/read-content.ts';
import { buildDay } from '../../src/domain/freshness.ts';
import { type LocaleKey, locales, published } from '../../src/i18n/locales.ts';
import { filesBelow } from '../../src/publish/files.ts';

const today = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
const texts = filesBelow('content', '.mdx');
const originals = texts.filter((file) => file.startsWith('en/'));
/** The translations that exist; the check names those that must. */
const translations = originals.flatMap((file) =>
  published
    .filter((key) => key !== 'en')
    .map((key) => [key, file, file.replace('en/', `${key}/`)] as const)
    .filter(([, , translation]) => texts.includes(translation)),
);

describe('the content', () => {
  it('is in order', () => {
    expect(checkContent('content', today).map(show)).toEqual([]);
  });

  it('has the 26 countries in three regions', () => {
    const countries = filesBelow('content/facts/countries', '.yaml').map((file) =>
      parse(readFileSync(`content/facts/countries/${file}`, 'utf8')),
    );
    const count = (region: string) => countries.filter((country) => country.region === region).length;
    expect([countries.length, count('sahel-lake-chad'), count('horn'), count('north-africa')]).toEqual([26, 13, 8, 5]);
  });

  it('has at least what the first journey needs', () => {
    expect(originals.filter((file) => file.includes('/routes/')).length).toBeGreaterThanOrEqual(3);
    expect(originals.filter((file) => file.includes('/stories/')).length).toBeGreaterThanOrEqual(3);
    expect(originals.filter((file) => file.includes('/pathways/')).length).toBeGreaterThanOrEqual(4);
  });
});

/** The words a reader sees: no tags, no addresses. */
const plain = (file: string) => {
  const { body, data } = readContentFile('content', file);
  const { title, summary } = data as { title: string; summary: string };
  const said = [...body.matchAll(/they="([^"]*)"/g)].map(([, text]) => text);
  return [title, summary, ...said, body.replace(/<[^>]+>/g, ' ').replace(/\]\([^)]*\)/g, ']')].join('\n');
};
const digits = (text: string) =>
  [...text.matchAll(/\d+/g)]
    .map(([number]) => number)
    .filter((number) => number.length > 1)
    .sort();
const links = (file: string) =>
  [...readContentFile('content', file).body.matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address).sort();
const months = (key: LocaleKey) =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locales[key].format, { month: 'long', timeZone: 'UTC' })
      .format(Date.UTC(2025, month, 15))
      .toLowerCase(),
  );

describe.each(translations)('%s of %s', (key, original, translation) => {
  const [from, to] = [plain(original), plain(translation)];

  it('has the same numbers and years', () => expect(digits(to)).toEqual(digits(from)));

  it('links to the same pages', () => expect(links(translation)).toEqual(links(original)));

  it('names the same months', () => {
    const theirs = months(key);
    for (const [index, month] of months('en').entries()) {
      if (new RegExp(`\\b${month}\\b(?=\\s+\\d{4})`, 'i').test(from)) expect(to.toLowerCase()).toContain(theirs[index]);
    }
  });

  it('is in its own script', () => {
    const letters = [...to.matchAll(/\p{L}/gu)].length;
    const arabic = [...to.matchAll(/\p{Script=Arabic}/gu)].length;
    if (key === 'ar') expect(arabic / letters).toBeGreaterThan(0.85);
    else expect(arabic / letters).toBeLessThan(0.05);
  });

  it('is neither cut short nor blown up', () => {
    expect(to.length / from.length).toBeGreaterThan(0.6);
    expect(to.length / from.length).toBeLessThan(1.6);
  });

  it('says that a machine translated it, until a person has checked it', () => {
    const data = readContentFile('content', translation).data as { translation: { by: string; reviewed?: string } };
    expect(data.translation.by === 'machine' || data.translation.reviewed !== undefined).toBe(true);
  });
});

describe('Arabic typography', () => {
  it.each(texts.filter((file) => file.startsWith('ar/')))(
    '%s has Arabic commas, semicolons and question marks',
    (file) => {
      expect(plain(file).match(/\p{Script=Arabic}\s?[,;?]/gu)).toBeNull();
      expect(plain(file).match(/[٠-٩۰-۹]/g)).toBeNull();
    },
  );
});

describe('French typography', () => {
  it.each(texts.filter((file) => file.startsWith('fr/')))('%s has its no-break spaces', (file) => {
    const prose = plain(file);
    expect(prose.match(/[^\s\u00A0\u202F](?=[!?;](\s|$))|[ ](?=[!?;:](\s|$))/gm)).toBeNull();
    expect(prose.match(/«[^\u00A0\u202F]|[^\u00A0\u202F]»/g)).toBeNull();
  });
});
