import { mentions } from '../domain/mentions.ts';
import type { Reader } from '../domain/reader.ts';
import { locales } from '../i18n/locales.ts';
import { sections } from '../i18n/paths.ts';
import { type TextKind, textKinds } from '../schemas/prose.ts';
import { type Text, textFor } from './texts.ts';

/** What a `<Show>` puts on the wall: what it is called, where it stands, and its text where it has one. */
export interface Shown {
  readonly what: 'story' | 'claim' | 'question' | 'aloud' | 'route' | 'survey' | 'page';
  /** A file name, `before` or `after`, or the address of a page. */
  readonly id: string;
  readonly title: string;
  /** The language of the title, where it is not the reader's. */
  readonly lang?: string;
  readonly path: string;
  readonly text?: Text;
}

/** The kind of text of what can be shown, and its address. */
const places: Readonly<Record<string, { kind: TextKind; path: (id: string) => string }>> = {
  story: { kind: 'stories', path: (id) => `/stories/${id}/` },
  claim: { kind: 'claims', path: (id) => `/sessions/claims/#${id}` },
  question: { kind: 'questions', path: (id) => `/sessions/quiz/#${id}` },
  aloud: { kind: 'aloud', path: (id) => `/sessions/aloud/${id}/` },
  route: { kind: 'routes', path: (id) => `/routes/${id}/` },
};

/** Everything the text of a kit shows, by its attribute and name, such as `story helene`; in the order of the text. */
export async function shownIn(text: Text, reader: Reader): Promise<Map<string, Shown>> {
  const named = mentions(text.entry.body ?? '').filter(({ component }) => component === 'Show');
  const all = named.map(async ({ attributes }) => {
    const [what = '', id = ''] = Object.entries(attributes)[0] ?? [];
    return [`${what} ${id}`, await shown(what as Shown['what'], id, reader)] as const;
  });
  return new Map(await Promise.all(all));
}

async function shown(what: Shown['what'], id: string, reader: Reader): Promise<Shown> {
  if (what === 'survey')
    return { what, id, title: reader.t(`session.survey.${id as 'before' | 'after'}`), path: '/sessions/survey/' };
  const place = places[what];
  const path = place?.path(id) ?? id;
  const text = place ? await textFor(place.kind, id, reader.key) : await textAt(id, reader);
  if (!text) return { what, id, path, title: nameOf(id, reader) };
  const lang = text.language === reader.key ? {} : { lang: locales[text.language].tag };
  return { what, id, path, title: text.entry.data.title, ...(place && { text }), ...lang };
}

/** The text of a page of ours, where its address is made from one. */
async function textAt(path: string, reader: Reader): Promise<Text | undefined> {
  const [kind, slug] = path.replace(/^\//, '').split('/');
  const found = textKinds.find((one) => one === kind);
  return found && slug ? textFor(found, slug, reader.key) : undefined;
}

/** What a page of ours without a text is called: that of its section, else its address. */
function nameOf(path: string, { t }: Reader): string {
  if (path === '/help/now/') return t('frame.now');
  if (path === '/helper/') return t('helper.title');
  const section = sections.find((one) => `/${one}/` === path);
  return section ? t(`sections.${section}.title`) : path;
}

/**
 * The pages that the paper of a kit leads to with a square to scan: help first, then what the wall shows. What stands on one page
 * together is led to once, and what is only read out or asked needs no square.
 */
export function paperCodes(
  shown: ReadonlyMap<string, Shown>,
  { t }: Reader,
): { path: string; title: string; lang?: string }[] {
  const lists: Readonly<Record<string, string>> = {
    claim: t('session.claims.title'),
    question: t('session.quiz.title'),
  };
  const led = [...shown.values()].filter(({ what }) => what !== 'survey' && what !== 'aloud');
  const codes = led.map(({ what, path, title, lang }) => {
    const list = lists[what];
    return list ? { path: path.split('#')[0] ?? path, title: list } : { path, title, ...(lang && { lang }) };
  });
  const help = { path: '/help/', title: t('sections.help.title') };
  return [...new Map([help, ...codes].map((code) => [code.path, code] as const)).values()];
}
