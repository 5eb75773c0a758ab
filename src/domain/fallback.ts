import { type LocaleKey, locales } from '../i18n/locales.ts';

/** The reader's language if the text exists in it, else the nearest of their chain, else undefined. */
export function nearest(reader: LocaleKey, available: readonly string[]): LocaleKey | undefined {
  return [reader, ...locales[reader].fallback].find((key) => available.includes(key)) as LocaleKey | undefined;
}

/** A short text in several languages, for this reader. Falls back along the chain, then to whatever exists. */
export function wordsFor(
  words: Readonly<Record<string, string | undefined>>,
  reader: LocaleKey,
): { text: string; language: LocaleKey } {
  const available = Object.keys(words).filter((key) => words[key]);
  const language = nearest(reader, available) ?? (available[0] as LocaleKey);
  return { text: words[language] ?? '', language };
}
