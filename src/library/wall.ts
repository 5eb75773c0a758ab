import type { Reader } from '../domain/reader.ts';
import { locales } from '../i18n/locales.ts';
import { sections } from '../i18n/paths.ts';
import { textKinds } from '../schemas/prose.ts';
import { type Shown, shownIn } from './sessions.ts';
import { type Text, textFor } from './texts.ts';

/** What a kit shows, with the pages of ours named as their own headings name them. */
export async function onWall(text: Text, reader: Reader): Promise<Map<string, Shown>> {
  const all = [...(await shownIn(text, reader))].map(async ([key, it]) => {
    const titled = it.what === 'page' ? { ...it, title: await pageTitle(it.id, reader) } : it;
    return [key, titled] as const;
  });
  return new Map(await Promise.all(all));
}

/** Pages that have neither a section nor a text to be named after. */
const named = {
  '/help/now/': 'frame.now',
  '/helper/': 'helper.title',
  '/search/': 'search.title',
} as const;

/** The title of a page of ours, in the reader's language; its address where it has none that we know. */
async function pageTitle(path: string, reader: Reader): Promise<string> {
  const { t } = reader;
  if (path in named) return t(named[path as keyof typeof named]);
  const [first = '', second] = path.split('/').filter(Boolean);
  const section = sections.find((one) => one === first);
  if (section && !second) return t(`sections.${section}.title`);
  const kind = textKinds.find((one) => one === first);
  return kind && second ? (await textFor(kind, second, reader.key)).entry.data.title : path;
}

/** The kits in their order, by file name, as their titles name them. */
export async function kits(reader: Reader): Promise<{ slug: string; title: string; lang: string | undefined }[]> {
  const inOrder = [...reader.facts.sessions].sort(([, a], [, b]) => a.order - b.order);
  return Promise.all(
    inOrder.map(async ([slug]) => {
      const { language, entry } = await textFor('sessions', slug, reader.key);
      const lang = language === reader.key ? undefined : locales[language].tag;
      return { slug, title: entry.data.title, lang };
    }),
  );
}
