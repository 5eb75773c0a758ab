import { describe, expect, it } from 'vitest';
import ar from '../../locales/ar.json' with { type: 'json' };
import { nearest, wordsFor } from '../../src/domain/fallback.ts';
import { fold, foldedWords } from '../../src/domain/fold.ts';
import { pluralOf, pluralTable } from '../../src/domain/plural.ts';
import { translationStatus } from '../../src/domain/translation.ts';
import * as format from '../../src/i18n/format.ts';
import { locales, published, realLocales } from '../../src/i18n/locales.ts';
import { baseOf, pathTo } from '../../src/i18n/paths.ts';
import { translator } from '../../src/i18n/translate.ts';

describe('the registry of languages', () => {
  it('publishes at least English, French and Arabic, whole, and knows the next seven', () => {
    for (const key of ['en', 'fr', 'ar'] as const)
      expect([published.includes(key), locales[key].texts]).toEqual([true, 'complete']);
    expect(realLocales).toEqual(expect.arrayContaining(['pt', 'ha', 'am', 'so', 'sw', 'ti', 'om']));
  });

  it.each(realLocales)('%s falls back to languages that exist, and reaches a published one', (key) => {
    expect(locales[key].fallback.every((other) => (realLocales as string[]).includes(other))).toBe(true);
    expect(locales[key].fallback.some((other) => (published as readonly string[]).includes(other))).toBe(true);
  });

  it('writes Latin digits in every language', () => {
    for (const key of realLocales) expect(format.number(1234567, key).replace(/\D/g, '')).toBe('1234567');
  });
});

describe('fallback', () => {
  it('takes the reader’s own language first, then the chain in order', () => {
    expect(nearest('fr', ['en', 'fr'])).toBe('fr');
    expect(nearest('ha', ['en', 'fr'])).toBe('fr');
    expect(nearest('ha', ['en'])).toBe('en');
    expect(nearest('am', ['ar'])).toBeUndefined();
  });

  it('gives a short text in the nearest language, or in any rather than none', () => {
    expect(wordsFor({ en: 'Help', fr: 'Aide' }, 'fr')).toEqual({ text: 'Aide', language: 'fr' });
    expect(wordsFor({ ar: 'مساعدة' }, 'sw')).toEqual({ text: 'مساعدة', language: 'ar' });
  });
});

describe('translation status', () => {
  const of = (revision: number, by: 'machine' | 'human', reviewed?: string) => ({
    translation: { of: 'en', revision, by, reviewed },
  });
  it.each([
    ['original', { revision: 3 }, undefined],
    ['missing', undefined, { revision: 1 }],
    ['machine', of(2, 'machine'), { revision: 2 }],
    ['machine', of(1, 'machine'), { revision: 2 }],
    ['current', of(2, 'machine', '2026-11-01'), { revision: 2 }],
    ['current', of(2, 'human'), { revision: 2 }],
    ['behind', of(1, 'human'), { revision: 2 }],
  ])('%s', (status, text, original) => {
    expect(translationStatus(text, original)).toBe(status);
  });
});

describe('plurals', () => {
  it('Arabic has six forms, and each number finds its own', () => {
    const t = translator('ar');
    const forms = { zero: [0], one: [1], two: [2], few: [3, 10, 103], many: [11, 99, 111], other: [100, 102, 200] };
    for (const [form, counts] of Object.entries(forms)) {
      const written = (ar.help as Record<string, unknown>)[`count_${form}`];
      for (const count of counts)
        expect(t('help.count', { count })).toBe(String(written).replace('{{count}}', String(count)));
    }
  });

  it('the table made for the phone agrees with CLDR for every number', () => {
    for (const tag of ['en', 'fr', 'ar', 'am', 'pt-PT']) {
      const { categories } = pluralTable(tag);
      const rules = new Intl.PluralRules(tag);
      for (const number of [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 200, 201, 202, 311, 1000, 5003]) {
        const name = rules.select(number);
        expect(`${tag} ${number} ${pluralOf(number, categories)}`).toBe(
          `${tag} ${number} ${name === 'other' ? 'x' : name.charAt(0)}`,
        );
      }
    }
  });
});

describe('formats', () => {
  it('dates are as exact as they are known, and never all digits', () => {
    expect(format.date('2018-08-07', 'en')).toBe('7 August 2018');
    expect(format.date('2018-08', 'fr')).toBe('août 2018');
    expect(format.date('2018', 'ar')).toBe('2018');
    expect(format.date('2026-05-03', 'ar')).toBe('3 مايو 2026');
  });

  it('periods say both ends', () => {
    expect(format.period('2025', 'en')).toBe('2025');
    expect(format.period('2025-01-01/2025-12-13', 'en')).toMatch(/1 January\s–\s13 December 2025/u);
    expect(format.period('2014/2026-05-03', 'en')).toBe('2014 – 3 May 2026');
  });

  it('money carries its code, percent its sign, and numbers the reader’s separators', () => {
    expect(format.quantity([2000, 5000], 'USD', 'en')).toMatch(/USD\s2,000\s?–\s?5,000/u);
    expect(format.quantity(68, 'percent', 'fr')).toMatch(/^68\s%$/u);
    expect(format.quantity(26328, 'people', 'fr')).toMatch(/^26\s328$/u);
  });

  it('every language of every country has a name in every published language', () => {
    for (const key of published)
      for (const code of ['fr', 'ha', 'apd', 'bci', 'pov', 'mey', 'arq'])
        expect(format.languageName(code, key)).not.toBe(code);
  });
});

describe('search folding', () => {
  it.each([
    ['kuɗi', 'kudi'],
    ['ɓarauniyar', 'barauniyar'],
    ['ƙasa', 'kasa'],
    ['ሀገር', fold('ሀገር')],
    ['ሕገ', fold('ህገ')],
    ['ፀሐይ', fold('ጸሀይ')],
    ['ኣሰጋጋሪ', fold('አሰጋጋሪ')],
    ['٢٠٢٥', '2025'],
    ['’yan', "'yan"],
  ])('%s is found as %s', (written, typed) => {
    expect(fold(written)).toBe(typed);
  });

  it('folding twice changes nothing more', () => {
    for (const text of ['ƴan ƙasa', 'ስደተኛ፣ ድንበር', 'ዓዲ ኣበባ', '١٢٣'])
      expect(fold(fold(text)).replace(/\s+/g, ' ')).toBe(fold(text).replace(/\s+/g, ' '));
  });

  it('gives the index only the words that change', () => {
    expect(foldedWords('Agadez kuɗi Agadez kuɗi')).toEqual(['kudi']);
  });
});

describe('addresses', () => {
  it('take the sub-path however it is written', () => {
    expect([undefined, '', '/', 'go', '/go/', '//a/b//'].map(baseOf)).toEqual(['/', '/', '/', '/go/', '/go/', '/a/b/']);
  });

  it('carry the language first, under any base', () => {
    expect(pathTo('/', 'fr', '/routes/sahara/')).toBe('/fr/routes/sahara/');
    expect(pathTo('/before-you-go/', 'ar', '/')).toBe('/before-you-go/ar/');
  });
});
