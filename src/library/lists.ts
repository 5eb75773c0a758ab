import { refusal } from '../domain/consent.ts';
import { type Facts, fact } from '../domain/facts.ts';
import { isDue } from '../domain/freshness.ts';
import type { Reader } from '../domain/reader.ts';
import { type LocaleKey, published } from '../i18n/locales.ts';
import {
  type Aloud,
  type Claim,
  claimTopics,
  type Pathway,
  type Question,
  type Route,
  type Session,
  type Story,
} from '../schemas/facts.ts';
import type { Prose, TextKind } from '../schemas/prose.ts';
import { type Text, textFor } from './texts.ts';

/** A page in a list: its text in the reader's language or the nearest, and its facts. */
export interface Listed<F> {
  readonly slug: string;
  readonly text: Text;
  readonly facts: F;
}

async function listed<F>(kind: TextKind, facts: ReadonlyMap<string, F>, reader: Reader): Promise<Listed<F>[]> {
  return Promise.all(
    [...facts].map(async ([slug, data]) => ({ slug, facts: data, text: await textFor(kind, slug, reader.key) })),
  );
}

/** All routes in their order. */
export async function routes(reader: Reader): Promise<Listed<Route>[]> {
  const all = await listed('routes', reader.facts.routes, reader);
  return all.sort((a, b) => a.facts.order - b.facts.order);
}

/** All routes in their order, with their titles in every published language. */
export async function titledRoutes(
  reader: Reader,
): Promise<{ slug: string; facts: Route; title: Record<string, string> }[]> {
  const all = await routes(reader);
  return Promise.all(
    all.map(async ({ slug, facts }) => {
      const titles = await Promise.all(
        published.map(async (key) => [key, (await textFor('routes', slug, key)).entry.data.title] as const),
      );
      return { slug, facts, title: Object.fromEntries(titles) };
    }),
  );
}

/** All pathways in their order. */
export async function pathways(reader: Reader): Promise<Listed<Pathway>[]> {
  const all = await listed('pathways', reader.facts.pathways, reader);
  return all.sort((a, b) => a.facts.order - b.facts.order);
}

/** Ways for everybody that belong on every country's page: the rest of those is one link away. */
const standing = ['student-visa', 'job-offer-check', 'return-safe', 'voluntary-return', 'arriving-home', 'start-small'];

/** What a country's page lists: the pathways for its citizens, then the standing ones; and how many there are for everybody. */
export async function pathwaysFor(
  country: string,
  reader: Reader,
): Promise<{ ways: Listed<Pathway>[]; forEverybody: number }> {
  const all = await pathways(reader);
  const theirs = all.filter(({ facts: { countries } }) => countries !== 'all' && countries.includes(country));
  const forEverybody = all.filter(({ facts: { countries } }) => countries === 'all');
  return {
    ways: [...theirs, ...forEverybody.filter(({ slug }) => standing.includes(slug))],
    forEverybody: forEverybody.length,
  };
}

/** The file names of stories whose consent record allows their text to be shown on this day, in this language when one is given. */
export function storiesToTell(facts: Facts, today: string, language?: string): string[] {
  return [...facts.stories]
    .filter(([, story]) => !refusal(story.consent, 'text', today, language))
    .map(([slug]) => slug);
}

/** Stories that may be told to this reader, in their order. */
export async function stories(reader: Reader): Promise<Listed<Story>[]> {
  const allowed = storiesToTell(reader.facts, reader.today, reader.key);
  // What may not be told here may have no text in a language this reader falls back to.
  const told = new Map([...reader.facts.stories].filter(([slug]) => allowed.includes(slug)));
  const all = await listed('stories', told, reader);
  return all.sort((a, b) => a.facts.order - b.facts.order);
}

/** Every story that may be told in some language, with its texts in those languages. */
export async function toldStories({
  facts,
  today,
}: Reader): Promise<{ slug: string; facts: Story; texts: Partial<Record<LocaleKey, Prose>> }[]> {
  const all = await Promise.all(
    storiesToTell(facts, today).map(async (slug) => {
      const story = fact(facts, 'stories', slug);
      const languages = published.filter((key) => !refusal(story.consent, 'text', today, key));
      const texts = await Promise.all(languages.map((key) => textFor('stories', slug, key)));
      const own = texts.filter(({ status }) => status !== 'missing');
      return {
        slug,
        facts: story,
        texts: Object.fromEntries(own.map(({ language, entry }) => [language, entry.data])),
      };
    }),
  );
  return all.filter(({ texts }) => Object.keys(texts).length > 0);
}

/** All kits for sessions in their order. */
export async function kits(reader: Reader): Promise<Listed<Session>[]> {
  const all = await listed('sessions', reader.facts.sessions, reader);
  return all.sort((a, b) => a.facts.order - b.facts.order);
}

/** All claims by topic, and in their order there. */
export async function claims(reader: Reader): Promise<Listed<Claim>[]> {
  const all = await listed('claims', reader.facts.claims, reader);
  const place = ({ facts }: Listed<Claim>) => claimTopics.indexOf(facts.topic) * 1000 + facts.order;
  return all.sort((a, b) => place(a) - place(b));
}

/** All questions of the quiz in their order. */
export async function questions(reader: Reader): Promise<Listed<Question>[]> {
  const all = await listed('questions', reader.facts.questions, reader);
  return all.sort((a, b) => a.facts.order - b.facts.order);
}

/** The sheets to read aloud in their order, without those of stories that may not be told to this reader. */
export async function sheets(reader: Reader): Promise<Listed<Aloud>[]> {
  const told = storiesToTell(reader.facts, reader.today, reader.key);
  const allowed = [...reader.facts.aloud].filter(([, { story }]) => story === undefined || told.includes(story));
  const all = await listed('aloud', new Map(allowed), reader);
  return all.sort((a, b) => a.facts.order - b.facts.order);
}

/** Whether a pathway's rules are past their day of review. */
export function reviewDue(pathway: Pathway, reader: Reader): boolean {
  return isDue(pathway.review_by, reader.today);
}
