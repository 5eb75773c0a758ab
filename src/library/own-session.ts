import type { Reader } from '../domain/reader.ts';
import { locales } from '../i18n/locales.ts';
import { claims, questions, sheets, stories } from './lists.ts';
import type { Text } from './texts.ts';

/** The texts that a session of one's own can be made of, each kind in its order; only stories that may be told here. */
export async function choosable(reader: Reader) {
  const found = (listed: readonly { slug: string; text: Text }[]) =>
    listed.map(({ slug, text: { language, entry } }) => ({
      slug,
      title: entry.data.title,
      summary: entry.data.summary,
      body: entry.body ?? '',
      lang: language === reader.key ? undefined : locales[language].tag,
    }));
  return {
    story: found(await stories(reader)),
    claim: found(await claims(reader)),
    question: found(await questions(reader)),
    aloud: found(await sheets(reader)),
  };
}
