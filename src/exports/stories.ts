import { fact } from '../domain/facts.ts';
import type { Reader } from '../domain/reader.ts';
import { type LocaleKey, locales } from '../i18n/locales.ts';
import type { Source, Story } from '../schemas/facts.ts';
import type { Prose } from '../schemas/prose.ts';
import { licence } from './hsds-tables.ts';

/** A story with its texts in the languages in which it may be told. */
export interface ToldStory {
  readonly slug: string;
  readonly facts: Story;
  readonly texts: Readonly<Partial<Record<LocaleKey, Prose>>>;
}

/** A source of a story: who told it first, and when. Its title is left out: it may hold more of a name than we publish. */
const cited = ({ publisher, date, url }: Source) => ({ publisher, date, url });

/**
 * The stories that may be told: the facts that their pages show, and the sentence that stands for each. Never the evidence of a
 * consent, its guardian or its days of review.
 * @param address full address of a page of ours in a language
 */
export function storiesJson(
  stories: readonly ToldStory[],
  { facts, today }: Reader,
  address: (language: LocaleKey, path: string) => string,
): object {
  const each = <T>(texts: ToldStory['texts'], what: (text: Prose, key: LocaleKey) => T) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, what(text, key as LocaleKey)]));
  return {
    name: 'Before You Go: people who came back, stayed, or went a legal way',
    date: today,
    licence: licence.path,
    attribution: 'Before You Go. Name the source of each story too: it was told there first.',
    notes:
      'Retold in our own words. as_of says when a story was told; nothing here is about today. A person may withdraw a story at any time: take the file anew, and drop what is no longer in it.',
    stories: stories.map(({ slug, facts: story, texts }) => ({
      slug,
      name: story.person.name,
      country: story.country,
      region: facts.countries.get(story.country.toLowerCase())?.region,
      route: story.route,
      themes: story.themes,
      livelihood: story.livelihood,
      means: story.means,
      support: story.support,
      years: { left: story.left, returned: story.returned },
      as_of: story.as_of,
      summary: each(texts, ({ summary }) => summary),
      link: each(texts, (_, key) => address(key, `/stories/${slug}/`)),
      source: story.source.map((id) => cited(fact(facts, 'sources', id))),
      consent: story.consent.basis,
    })),
  };
}

/**
 * A story as a schema.org Article, for search engines. Of the person it says nothing: only of the text, its source and the country.
 * @param page full address of the text in its own language
 */
export function storyArticle(story: Story, text: Prose, language: LocaleKey, page: string, reader: Reader): object {
  const sources = story.source.map((id) => fact(reader.facts, 'sources', id));
  const dated = sources.find(({ date }) => date !== 'undated')?.date;
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: text.title,
    description: text.summary,
    inLanguage: locales[language].tag,
    url: page,
    datePublished: dated,
    dateModified: text.updated,
    isBasedOn: sources.flatMap(({ url }) => url ?? []),
    license: licence.path,
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: 'Before You Go' },
    about: { '@type': 'Country', name: reader.country(story.country), identifier: story.country },
  };
}
