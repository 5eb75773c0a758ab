import type { Reader } from '../domain/reader.ts';
import { type Locale, locales } from '../i18n/locales.ts';
import type { Text } from './texts.ts';

/** `lang` and `dir` of a text that stands on a page with others; nothing where it is in the reader's own language. */
export function languageOf(text: Text, reader: Reader): { lang?: string; dir?: Locale['dir'] } {
  if (text.language === reader.key) return {};
  const { tag, dir } = locales[text.language];
  return { lang: tag, dir };
}

/** The text whose state of translation a list of texts must own up to: one that is missing, else behind, else made by a machine. */
export function leastTranslated(texts: readonly Text[]): Text | undefined {
  const order = ['missing', 'behind', 'machine'];
  return order.flatMap((status) => texts.find((text) => text.status === status) ?? [])[0];
}
