/** `lang` and `dir` for words in the reader's language that stand inside a text in another one; nothing otherwise. */
export function ownLanguage(locals: App.Locals): { lang?: string; dir?: 'ltr' | 'rtl' } {
  const { reader, language } = locals;
  return !language || language === reader.key ? {} : { lang: reader.locale.tag, dir: reader.locale.dir };
}
