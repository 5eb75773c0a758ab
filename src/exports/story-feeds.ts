import { Feed } from 'feed';
import { fact } from '../domain/facts.ts';
import type { Reader } from '../domain/reader.ts';
import { type LocaleKey, locales } from '../i18n/locales.ts';
import type { Story } from '../schemas/facts.ts';
import type { Prose } from '../schemas/prose.ts';
import { licence } from './hsds-tables.ts';

/** A story as one reader finds it. */
export interface FeedStory {
  readonly slug: string;
  readonly facts: Story;
  readonly text: { readonly language: LocaleKey; readonly entry: { readonly data: Prose } };
}

/** Where things are: the full address of a page of ours in the reader's language. */
type Address = (path: string) => string;

const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const moment = (day: string) => new Date(`${day}T00:00:00Z`);
/** Newest text first; those of one day in their own order. */
const byDay = (stories: readonly FeedStory[]) =>
  [...stories].sort((a, b) => b.text.entry.data.updated.localeCompare(a.text.entry.data.updated));

/**
 * The sentence that stands for a story, and where the story was first told, as HTML that says its own language and direction:
 * neither Atom nor JSON Feed has a field for a direction.
 */
function entryHtml({ facts: story, text: { language, entry } }: FeedStory, reader: Reader): string {
  const { tag, dir } = locales[language];
  const own = locales[reader.key];
  const sources = story.source.map((id) => {
    const { publisher, date, url } = fact(reader.facts, 'sources', id);
    const when = date === 'undated' ? reader.t('sources.undated') : reader.date(date);
    const name = `<bdi>${html(publisher)}</bdi>`;
    return `${url ? `<a href="${html(url)}">${name}</a>` : name}${html(reader.t('frame.comma') + when)}`;
  });
  return [
    `<p dir="${dir}" lang="${tag}">${html(entry.data.summary)}</p>`,
    `<p dir="${own.dir}" lang="${own.tag}">${sources.join(' · ')}</p>`,
  ].join('');
}

/** What both forms of the feed say of themselves. */
function feedOf(stories: readonly FeedStory[], reader: Reader, address: Address): Feed {
  const days = stories.map(({ text }) => text.entry.data.updated).sort();
  return new Feed({
    id: address('/stories/'),
    link: address('/stories/'),
    title: `${reader.t('sections.stories.title')} · ${reader.t('site.name')}`,
    description: reader.t('sections.stories.lead'),
    // Of the texts, not of the build: a feed that says nothing new does not say that it is new.
    updated: moment(days.at(-1) ?? reader.today),
    copyright: licence.path,
    author: { name: reader.t('site.name'), link: address('/') },
    feedLinks: { atom: address('/stories/feed.xml'), json: address('/stories/feed.json') },
    generator: false,
  });
}

/** The stories as an Atom feed (RFC 4287) in the reader's language. */
export function storiesAtom(stories: readonly FeedStory[], reader: Reader, address: Address): string {
  const feed = feedOf(stories, reader, address);
  for (const story of byDay(stories)) {
    const { title, updated } = story.text.entry.data;
    const link = address(`/stories/${story.slug}/`);
    feed.addItem({ title: html(title), id: link, link, date: moment(updated), description: entryHtml(story, reader) });
  }
  // The library knows no language of an Atom feed.
  return feed.atom1().replace('<feed ', `<feed xml:lang="${reader.locale.tag}" `);
}

/** The stories as a JSON Feed (version 1.1, the first that names a language). */
export function storiesJsonFeed(stories: readonly FeedStory[], reader: Reader, address: Address): object {
  const feed = feedOf(stories, reader, address);
  const told = byDay(stories);
  for (const story of told) {
    const { title, summary, updated } = story.text.entry.data;
    const link = address(`/stories/${story.slug}/`);
    feed.addItem({
      title,
      id: link,
      link,
      date: moment(updated),
      description: summary,
      content: entryHtml(story, reader),
    });
  }
  // The library writes version 1.0: what 1.1 added and renamed is put in here.
  const { author, items, ...rest } = JSON.parse(feed.json1()) as { author: object; items: object[] };
  return {
    ...rest,
    version: 'https://jsonfeed.org/version/1.1',
    language: reader.locale.tag,
    authors: [author],
    items: items.map((item, index) => ({ ...item, language: locales[told[index]?.text.language ?? reader.key].tag })),
  };
}
