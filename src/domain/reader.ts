import * as format from '../i18n/format.ts';
import { type Locale, type LocaleKey, locales } from '../i18n/locales.ts';
import { pathTo } from '../i18n/paths.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import { type Facts, fact, type Kinds } from './facts.ts';
import { wordsFor } from './fallback.ts';

/** Everything a page or component needs to speak to one reader: their language, the day, and the facts. */
export interface Reader {
  readonly key: LocaleKey;
  readonly locale: Locale;
  readonly t: Translate;
  /** The day of the build, `YYYY-MM-DD`. */
  readonly today: string;
  readonly facts: Facts;
  /** Address of a page of ours in the reader's language. */
  link(path: string): string;
  /** A fact by kind and file name. */
  fact<K extends keyof Kinds>(kind: K, id: string): Kinds[K];
  /** A short text in the reader's language or the nearest, with the `lang` it needs when it is another. */
  words(words: Readonly<Record<string, string | undefined>>): {
    text: string;
    lang: string | undefined;
    dir: 'ltr' | 'rtl' | undefined;
  };
  date(text: string): string;
  period(text: string): string;
  number(value: number): string;
  country(code: string): string;
  language(code: string): string;
  currency(code: string): string;
  list(items: readonly string[]): string;
  compare(a: string, b: string): number;
}

/**
 * A reader of one language on one day.
 * @param base where the site lives, with a slash at both ends
 */
export function createReader(key: LocaleKey, facts: Facts, base: string, today: string): Reader {
  return {
    key,
    locale: locales[key],
    t: translator(key),
    today,
    facts,
    link: (path) => pathTo(base, key, path),
    fact: (kind, id) => fact(facts, kind, id),
    words: (words) => {
      const { text, language } = wordsFor(words, key);
      const other = language !== key;
      return { text, lang: other ? locales[language].tag : undefined, dir: other ? locales[language].dir : undefined };
    },
    date: (text) => format.date(text, key),
    period: (text) => format.period(text, key),
    number: (value) => format.number(value, key),
    country: (code) => format.countryName(code, key),
    language: (code) => format.languageName(code, key),
    currency: (code) => format.currencyName(code, key),
    list: (items) => format.list(items, key),
    compare: format.compare(key),
  };
}
