/**
 * Withdrawal leaves no trace. `tests/run.ts` builds `.test/pseudo` from a copy of the content in which two people have withdrawn
 * their stories (`tests/changed-content.ts`); here every file of that site is searched for their words, unpacked where it is
 * packed. The same search must find them in `dist/`, where they are told: a search that never finds anything proves nothing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readContentFile } from '../../src/desk/read-content.ts';
import { locales } from '../../src/i18n/locales.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { erased, withdrawn } from '../changed-content.ts';

const languages = ['en', 'fr', 'ar'] as const;
/** Text as a reader would have it, so that a sentence is found however it is written down: no tags, entities, escapes, quotes. */
const bare = (text: string) =>
  text
    .replace(/<[^>]+>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', nbsp: ' ' })[name] ?? '')
    .replace(/\\[nt]/g, ' ')
    .replace(/[\\"'“”‘’«»\u200B\u2060\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
/** A text without the marks of its links and of its weight. */
const unmarked = (text: string) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('**', '');
/** A file's text; Pagefind's pieces are packed. */
const textOf = (site: string, file: string) => {
  const bytes = readFileSync(join(site, file));
  return bare((bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8'));
};

/** Everything that is told of one person and of nobody else: name, title, sentence, sentences, source. */
function wordsOf(slug: string): { names: string[]; sentences: string[] } {
  const { source } = parse(readFileSync(`content/facts/stories/${slug}.yaml`, 'utf8')) as { source: string[] };
  const own = [
    `facts/stories/${slug}.yaml`,
    ...source.map((id) => `facts/sources/${id}.yaml`),
    ...languages.map((key) => `${key}/stories/${slug}.mdx`),
  ];
  const others = filesBelow('content', '.mdx', '.yaml')
    .filter((file) => !own.includes(file))
    .map((file) => bare(unmarked(readFileSync(join('content', file), 'utf8'))))
    .join('\n');
  const texts = languages.map((key) => readContentFile('content', `${key}/stories/${slug}.mdx`));
  const heads = texts.map(({ data }) => data as { title: string; summary: string });
  const sentences = texts.flatMap(({ body }) => unmarked(body.replace(/^#.*$/gm, '')).split(/(?<=[.!?؟:])\s+|\n+/));
  const titles = source.map(
    (id) => (parse(readFileSync(`content/facts/sources/${id}.yaml`, 'utf8')) as { title: string }).title,
  );
  const unique = (all: string[], length: number) =>
    [...new Set(all.map((text) => bare(text).trim()))].filter(
      (text) => text.length >= length && !others.includes(text),
    );
  return {
    names: unique(
      heads.map(({ title }) => title.split(/\s?:/)[0] ?? ''),
      4,
    ),
    sentences: unique([...heads.flatMap(({ title, summary }) => [title, summary]), ...titles, ...sentences], 16),
  };
}

const site = '.test/pseudo';
const files = filesBelow(site);
const searched = new Map(files.map((file) => [file, textOf(site, file)]));
const notes = (slug: string) => files.filter((file) => file.endsWith(`/stories/${slug}/index.html`));

describe.each([withdrawn, erased])('the withdrawn story %s', (slug) => {
  const { names, sentences } = wordsOf(slug);

  it('has words of its own in three languages', () => {
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter((text) => /\p{Script=Arabic}/u.test(text)).length).toBeGreaterThan(6);
    if (slug === withdrawn) expect(names).toHaveLength(2);
  });

  it('is found in every corner of a site that tells it', () => {
    const finds = (pattern: RegExp, words: string[]) =>
      filesBelow('dist').some((file) => {
        if (!pattern.test(file)) return false;
        const text = textOf('dist', file);
        return words.some((one) => text.includes(one));
      });
    for (const key of languages) {
      const summary = bare(
        (readContentFile('content', `${key}/stories/${slug}.mdx`).data as { summary: string }).summary,
      );
      const { country } = parse(readFileSync(`content/facts/stories/${slug}.yaml`, 'utf8')) as { country: string };
      const corners = [
        `^${key}/stories/${slug}/index.html$`,
        `^${key}/stories/(?!${slug}/).*html$`,
        // A country's page shows a few of its stories: this one is the only one of its country.
        ...(slug === withdrawn ? [`^${key}/countries/${country.toLowerCase()}/`] : []),
        `^${key}/stories/feed.xml$`,
        `^${key}/stories/feed.json$`,
        '^data/stories.json$',
        `^packs/before-you-go-${key}.html$`,
        '^pagefind/fragment/',
      ];
      expect(corners.filter((corner) => !finds(new RegExp(corner), [summary]))).toEqual([]);
      expect(finds(/^en\/sources\/stories\//, sentences)).toBe(true);
    }
  });

  it('leaves none of its words in any file: pages, lists, search, feeds, data', () => {
    const traces = [...searched].flatMap(([file, text]) => {
      // The lists of what is kept name every address, and the pieces hold the note that stands there.
      const note = notes(slug).includes(file) || file.startsWith('keep/');
      return [...sentences, ...names]
        .filter((words) => text.includes(words))
        .map((words) => `${file}: ${words}`)
        .concat(
          // Its own address is the only one that may hold the name of the page.
          !note && names.length > 0 && text.toLowerCase().includes(slug) ? [`${file}: ${slug}`] : [],
        );
    });
    expect(traces.slice(0, 20)).toEqual([]);
  });

  it('answers at its address, in every language, with a short note that says nothing of it', () => {
    const strings = (key: string) =>
      JSON.parse(readFileSync(`locales/${key}.json`, 'utf8')).story.unavailable as string;
    expect(notes(slug)).toHaveLength(5);
    for (const key of languages) {
      const html = readFileSync(join(site, key, 'stories', slug, 'index.html'), 'utf8');
      expect(html).toContain(strings(key));
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).toContain(`lang="${locales[key].tag}" dir="${locales[key].dir}"`);
      expect(html).not.toContain('data-pagefind-body');
      expect(html).toContain(`href="/${key}/stories/"`);
    }
  });

  it('is no address that search engines are told of', () => {
    expect(readFileSync(join(site, 'sitemap.xml'), 'utf8')).not.toContain(`/stories/${slug}/`);
    expect(readFileSync('dist/sitemap.xml', 'utf8')).toContain(`/stories/${slug}/`);
  });
});
