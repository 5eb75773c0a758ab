import type { Reader } from '../domain/reader.ts';
import { locales } from '../i18n/locales.ts';
import { sections } from '../i18n/paths.ts';
import { claimTopics } from '../schemas/facts.ts';
import { type TextKind, textKinds } from '../schemas/prose.ts';
import { storiesToTell } from './lists.ts';
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

/** The texts that a session of one's own can be made of, each kind in its order; only stories that may be told here. */
export async function choosable(reader: Reader) {
  const { facts } = reader;
  const found = async (kind: TextKind, names: readonly string[]) =>
    Promise.all(
      names.map(async (slug) => {
        const { language, entry } = await textFor(kind, slug, reader.key);
        const lang = language === reader.key ? undefined : locales[language].tag;
        return { slug, title: entry.data.title, summary: entry.data.summary, body: entry.body ?? '', lang };
      }),
    );
  const inOrder = (all: ReadonlyMap<string, { order: number }>) =>
    [...all].sort(([, a], [, b]) => a.order - b.order).map(([slug]) => slug);
  const byTopic = [...facts.claims]
    .sort(([, a], [, b]) => claimTopics.indexOf(a.topic) - claimTopics.indexOf(b.topic) || a.order - b.order)
    .map(([slug]) => slug);
  const told = storiesToTell(facts, reader.today, reader.key);
  const aloud = inOrder(facts.aloud).filter((slug) => {
    const { story } = reader.fact('aloud', slug);
    return !story || told.includes(story);
  });
  return {
    story: await found('stories', told),
    claim: await found('claims', byTopic),
    question: await found('questions', inOrder(facts.questions)),
    aloud: await found('aloud', aloud),
  };
}
