import { type LocaleKey, locales } from '../i18n/locales.ts';

/** `lang` and `dir` for words in the reader's language that stand inside a text in another one; nothing otherwise. */
export function ownLanguage(locals: App.Locals): { lang?: string; dir?: 'ltr' | 'rtl' } {
  const { reader, language } = locals;
  return !language || language === reader.key ? {} : { lang: reader.locale.tag, dir: reader.locale.dir };
}

/** `lang` and `dir` for a text that stands on a page whose main text may be in another language; nothing when they are the same. */
export function languageOf(
  text: LocaleKey | undefined,
  { reader, language }: App.Locals,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  const own = text ?? reader.key;
  return own === (language ?? reader.key) ? {} : { lang: locales[own].tag, dir: locales[own].dir };
}
