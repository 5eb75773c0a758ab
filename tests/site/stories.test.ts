/** How stories leave the site: feeds, open data, what search engines read. Each is read by another library than the one that wrote it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { parse as parseHtml } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readContentFile } from '../../src/desk/read-content.ts';
import { refusal } from '../../src/domain/consent.ts';
import { buildDay } from '../../src/domain/freshness.ts';
import { type LocaleKey, locales, published } from '../../src/i18n/locales.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { type Source, type Story, story } from '../../src/schemas/facts.ts';
import { notInArabic } from '../changed-content.ts';

const today = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
const yaml = (file: string) => parseYaml(readFileSync(join('content/facts', file), 'utf8'));
const all = filesBelow('content/facts/stories', '.yaml').map((file): [string, Story] => [
  file.replace('.yaml', ''),
  story.parse(yaml(`stories/${file}`)),
]);
const toldIn = (key: LocaleKey) => all.filter(([, { consent }]) => !refusal(consent, 'text', today, key));
const textOf = (key: LocaleKey, slug: string) =>
  readContentFile('content', `${key}/stories/${slug}.mdx`).data as { title: string; summary: string; updated: string };
const read = (site: string, file: string) => readFileSync(join(site, file), 'utf8');
const page = (key: LocaleKey, slug: string) => `https://example.org/${key}/stories/${slug}/`;
const file = (address: string) => `${new URL(address).pathname.slice(1)}index.html`;

describe.each([...published])('the feeds in %s', (key) => {
  const { tag, dir } = locales[key];
  const told = toldIn(key);
  const atomText = read('dist', `${key}/stories/feed.xml`);
  const atom = parseAtomFeed(atomText);
  const json = parseJsonFeed(read('dist', `${key}/stories/feed.json`));

  it('hold every story that may be told in it, and no other', () => {
    const addresses = told.map(([slug]) => page(key, slug)).sort();
    expect(addresses.length).toBeGreaterThan(20);
    expect(atom.entries?.map(({ id }) => id).sort()).toEqual(addresses);
    expect(json.items?.map(({ id }) => id).sort()).toEqual(addresses);
  });

  it('have all that Atom (RFC 4287) and JSON Feed 1.1 ask for', () => {
    expect(atom).toMatchObject({ id: page(key, '').replace(/\/$/, ''), xml: { lang: tag } });
    expect(atom.authors?.[0]?.name?.length).toBeGreaterThan(1);
    expect(atom.title?.value?.length).toBeGreaterThan(5);
    const self = atom.links?.find(({ rel }) => rel === 'self')?.href;
    expect(self).toBe(`https://example.org/${key}/stories/feed.xml`);
    const newest = told
      .map(([slug]) => textOf(key, slug).updated)
      .sort()
      .at(-1);
    expect(atom.updated).toBe(`${newest}T00:00:00.000Z`);
    expect(json).toMatchObject({
      language: tag,
      home_page_url: `https://example.org/${key}/stories/`,
      feed_url: `https://example.org/${key}/stories/feed.json`,
    });
    expect(JSON.parse(read('dist', `${key}/stories/feed.json`)).version).toBe('https://jsonfeed.org/version/1.1');
    expect(json.authors?.[0]?.name).toBe(atom.authors?.[0]?.name);
  });

  it('tell each story in one sentence, in its language and direction, with its day and its source', () => {
    for (const [slug, { source }] of told) {
      const { title, summary, updated } = textOf(key, slug);
      const publisher = (yaml(`sources/${source[0]}.yaml`) as Source).publisher;
      const entry = atom.entries?.find(({ id }) => id === page(key, slug));
      const item = json.items?.find(({ id }) => id === page(key, slug));
      expect(entry?.summary?.type).toBe('html');
      expect(parseHtml(entry?.title?.value ?? '').text).toBe(title);
      expect(item).toMatchObject({ title, summary, language: tag, url: page(key, slug) });
      expect([entry?.updated, item?.date_modified]).toEqual([`${updated}T00:00:00.000Z`, `${updated}T00:00:00.000Z`]);
      expect(entry?.links?.map(({ href }) => href)).toEqual([page(key, slug)]);
      for (const html of [entry?.summary?.value, item?.content_html]) {
        const paragraphs = parseHtml(html ?? '').querySelectorAll('p');
        expect(paragraphs.map((one) => `${one.getAttribute('lang')} ${one.getAttribute('dir')}`)).toEqual([
          `${tag} ${dir}`,
          `${tag} ${dir}`,
        ]);
        expect(paragraphs[0]?.text).toBe(summary);
        expect(paragraphs[1]?.text).toContain(publisher);
      }
    }
  });

  it('are named in the head of the lists, and the Atom feed under the list itself', () => {
    const list = parseHtml(read('dist', `${key}/stories/index.html`));
    const links = list.querySelectorAll('head link[rel=alternate][type]');
    expect(links.map((link) => [link.getAttribute('type'), link.getAttribute('href')])).toEqual([
      ['application/atom+xml', `/${key}/stories/feed.xml`],
      ['application/feed+json', `/${key}/stories/feed.json`],
    ]);
    expect(list.querySelectorAll(`main a[href="/${key}/stories/feed.xml"]`)).toHaveLength(1);
    expect(list.querySelectorAll(`main a[href="/${key}/pages/tell-your-story/"]`)).toHaveLength(1);
  });
});

describe('the open data of stories', () => {
  const data = JSON.parse(read('dist', 'data/stories.json'));
  const fields = [
    'slug',
    'name',
    'country',
    'region',
    'route',
    'themes',
    'livelihood',
    'means',
    'support',
    'years',
    'as_of',
    'summary',
    'link',
    'source',
    'consent',
  ];

  it('hold every story that may be told, under a licence and a date', () => {
    expect(data).toMatchObject({
      date: today,
      licence: expect.stringContaining('creativecommons.org/licenses/by/4.0'),
    });
    const told = all.filter(([, { consent }]) => !refusal(consent, 'text', today)).map(([slug]) => slug);
    expect(data.stories.map(({ slug }: { slug: string }) => slug).sort()).toEqual(told.sort());
  });

  it('hold published fields only, each as the facts say', () => {
    for (const [slug, facts] of all) {
      const found = data.stories.find((one: { slug: string }) => one.slug === slug);
      expect(Object.keys(found).filter((field) => !fields.includes(field))).toEqual([]);
      const { country, themes, livelihood, means, support, as_of } = facts;
      expect(found).toMatchObject({ country, themes, livelihood, means, support, as_of, consent: facts.consent.basis });
      expect(found.name).toBe(facts.person.name);
      expect(found.summary).toEqual(Object.fromEntries(published.map((key) => [key, textOf(key, slug).summary])));
      expect(found.link).toEqual(Object.fromEntries(published.map((key) => [key, page(key, slug)])));
      expect(
        found.source.flatMap(Object.keys).filter((one: string) => !['publisher', 'date', 'url'].includes(one)),
      ).toEqual([]);
      expect(found.source.map(({ url }: { url: string }) => url)).toEqual(
        facts.source.map((id) => (yaml(`sources/${id}.yaml`) as Source).url),
      );
    }
  });

  it('say nothing of how a consent is kept', () => {
    const whole = JSON.stringify(data);
    for (const [, { consent }] of all) expect(whole).not.toContain(consent.evidence);
    expect(whole).not.toMatch(/review_by|evidence|guardian|age_then|"sex"/);
  });

  it('are on the page of data in every language', () => {
    for (const key of published) expect(read('dist', `${key}/data/index.html`)).toContain('href="/data/stories.json"');
  });
});

describe('what search engines read of a story', () => {
  const articles = published.flatMap((key) =>
    toldIn(key).map(([slug, facts]) => {
      const blocks = parseHtml(read('dist', file(page(key, slug)))).querySelectorAll(
        'script[type="application/ld+json"]',
      );
      expect(blocks).toHaveLength(1);
      return { key, slug, facts, article: JSON.parse(blocks[0]?.rawText ?? '') };
    }),
  );

  it('is an Article in its language, from its source, under its licence', () => {
    expect(articles.length).toBeGreaterThan(60);
    for (const { key, slug, facts, article } of articles) {
      const { title, updated } = textOf(key, slug);
      const sources = facts.source.map((id) => yaml(`sources/${id}.yaml`) as Source);
      expect(article).toMatchObject({
        '@type': 'Article',
        headline: title,
        inLanguage: locales[key].tag,
        url: page(key, slug),
        dateModified: updated,
        isBasedOn: sources.flatMap(({ url }) => url ?? []),
        license: 'https://creativecommons.org/licenses/by/4.0/',
        publisher: { name: 'Before You Go' },
        about: { '@type': 'Country', identifier: facts.country },
      });
      const dated = sources.map(({ date }) => String(date)).filter((date) => date !== 'undated');
      expect(article.datePublished).toBe(dated[0]);
    }
  });

  it('says nothing of the person: no field but those of the text, its source and the country', () => {
    const fields = new Set(articles.flatMap(({ article }) => Object.keys(article)));
    expect([...fields].sort()).toEqual([
      '@context',
      '@type',
      'about',
      'dateModified',
      'datePublished',
      'description',
      'headline',
      'inLanguage',
      'isAccessibleForFree',
      'isBasedOn',
      'license',
      'publisher',
      'url',
    ]);
  });
});

describe('how to tell a story', () => {
  const letters = (site: string, key: string) =>
    parseHtml(read(site, `${key}/pages/tell-your-story/index.html`))
      .querySelectorAll('a[href^=mailto]')
      .map((link) => link.getAttribute('href'));

  it('says that nobody takes stories while there is no address, and invents none', () => {
    for (const key of published) {
      const { nobody } = JSON.parse(readFileSync(`locales/${key}.json`, 'utf8')).tell;
      const known = process.env.REPORT_TO !== undefined;
      expect(read('dist', `${key}/pages/tell-your-story/index.html`).includes(nobody)).toBe(!known);
      expect(letters('dist', key)).toHaveLength(known ? 1 : 0);
    }
  });

  it('opens a letter once there is one, and has no form', () => {
    for (const key of published) {
      const { title } = JSON.parse(readFileSync(`locales/${key}.json`, 'utf8')).tell;
      expect(letters('.test/pseudo', key)).toHaveLength(1);
      expect(letters('.test/pseudo', key)[0]).toContain(
        `mailto:stories@example.org?subject=${encodeURIComponent(title)}&`,
      );
      expect(read('.test/pseudo', `${key}/pages/tell-your-story/index.html`)).not.toMatch(/<(form|input|textarea)/);
    }
  });

  it('is one link away from every story', () => {
    for (const key of published)
      for (const [slug] of toldIn(key))
        expect(read('dist', file(page(key, slug)))).toContain(`href="/${key}/pages/tell-your-story/"`);
  });
});

describe('a story that may not be told in Arabic', () => {
  const site = '.test/pseudo';
  const [english, french] = [textOf('en', notInArabic), textOf('fr', notInArabic)];

  it('is told in the other languages', () => {
    expect(read(site, file(page('en', notInArabic)))).toContain(english.title);
    expect(read(site, file(page('fr', notInArabic)))).toContain(french.title);
    expect(read(site, 'en/stories/feed.xml')).toContain(page('en', notInArabic));
    const { stories } = JSON.parse(read(site, 'data/stories.json'));
    const { summary, link } = stories.find(({ slug }: { slug: string }) => slug === notInArabic);
    expect([Object.keys(summary), Object.keys(link)]).toEqual([
      ['en', 'fr'],
      ['en', 'fr'],
    ]);
  });

  it('is nowhere in Arabic, not even in another language, and its address says so', () => {
    const note = read(site, file(page('ar', notInArabic)));
    expect(note).toContain('noindex');
    for (const one of filesBelow(site).filter((name) => /^ar\/.*\.(html|xml|json)$/.test(name))) {
      const text = read(site, one);
      if (one !== file(page('ar', notInArabic))) expect(`${one} ${text.includes(notInArabic)}`).toBe(`${one} false`);
      for (const { title, summary } of [english, french, textOf('ar', notInArabic)])
        expect(`${one} ${text.includes(title) || text.includes(summary)}`).toBe(`${one} false`);
    }
    const sitemap = read(site, 'sitemap.xml');
    expect(sitemap).toContain(page('fr', notInArabic));
    expect(sitemap).not.toContain(page('ar', notInArabic));
  });
});
