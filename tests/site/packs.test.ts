/** The files that travel from hand to hand: their size, their links, what is in them and what must not be. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { readContentFile } from '../../src/desk/read-content.ts';
import { pageText, room } from '../../src/domain/sms.ts';
import { locales, published } from '../../src/i18n/locales.ts';
import { weightOf } from '../../src/publish/compress.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { limits } from '../../src/publish/packs/packs.ts';
import { erased, notInPacks, withdrawn } from '../changed-content.ts';

/** Pages are looked at as text here: to parse them all takes longer than the rest of these tests. */
const pages = filesBelow('dist', '.html')
  .filter((file) => !file.startsWith('packs/'))
  .map((file) => ({ file, html: readFileSync(join('dist', file), 'utf8') }));
const unseen = (html: string) => html.includes('<meta name="robots"');
const headOf = (html: string) => words(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '').trim();
const codes = filesBelow('content/facts/countries', '.yaml').map((file) => file.replace('.yaml', ''));
const files = filesBelow('dist/packs', '.html');
const read = (file: string, site = 'dist') => readFileSync(join(site, 'packs', file), 'utf8');
const isCountry = (file: string) => /go-[a-z]{2}-[a-z]{2}\.html$/.test(file);
const whole = files.filter((file) => !isCountry(file));
const localeOf = (file: string) => published.find((key) => file.startsWith(`before-you-go-${key}`)) ?? 'en';
const sumOf = (file: string) =>
  existsSync(join('dist/packs', file)) &&
  createHash('sha256')
    .update(readFileSync(join('dist/packs', file)))
    .digest('hex');
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the files to hand on', () => {
  it('are one a language, and one a country and language', () => {
    const names = published.flatMap((key) =>
      ['', ...codes.map((code) => `-${code}`)].map((end) => `before-you-go-${key}${end}.html`),
    );
    expect(files).toEqual(names.sort());
    // The plans are gone; what the zip and the ZIM files ask stays.
    expect(filesBelow('dist/packs', '.json')).toEqual(['about.json']);
  });

  it('keep to their limits', () => {
    const sizes = files.map((file) => ({ file, bytes: readFileSync(join('dist/packs', file)).length }));
    console.log(
      sizes
        .filter(({ file }) => !isCountry(file))
        .map(({ file, bytes }) => `${file} ${bytes} bytes, ${limits.language - bytes} left`)
        .join('\n'),
    );
    const over = sizes.filter(({ file, bytes }) => bytes > (isCountry(file) ? limits.country : limits.language));
    expect(over).toEqual([]);
    // A file that holds next to nothing keeps to every limit.
    expect(sizes.filter(({ file, bytes }) => bytes < (isCountry(file) ? 60_000 : 900_000))).toEqual([]);
  });

  it.each(files)('%s: every inner link lands, every id is its own, and no other file is asked for', (file) => {
    const html = read(file);
    const ids = [...html.matchAll(/<[^>]+ id="?([^\s">]+)/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const there = new Set(ids);
    const hrefs = [...html.matchAll(/ href="?([^\s">]+)/g)].map(([, href = '']) => href);
    expect(hrefs.filter((href) => href.startsWith('#') && !there.has(href.slice(1)))).toEqual([]);
    expect(hrefs.filter((href) => !/^(#|https?:|tel:|sms:|mailto:|data:,$)/.test(href))).toEqual([]);
    expect(
      html
        .replace(/<script>[\s\S]*<\/script>/, '')
        .match(/<(?:img|iframe|object|embed|audio|video|source|link rel=style\w*)\b|\b(?:src|srcset|style|on\w+)=/g),
    ).toBeNull();
    expect(hrefs.filter((href) => href.startsWith('#')).length).toBeGreaterThan(100);
  });

  it.each(files)(
    '%s says its language, its day and that it may be old, and allows its own script and style only',
    (file) => {
      const html = read(file);
      const { tag, dir } = locales[localeOf(file)];
      expect(html).toContain(`<html lang=${tag} dir=${dir}>`);
      const strings = JSON.parse(readFileSync(`locales/${localeOf(file)}.json`, 'utf8')) as {
        packs: { made: string; lead: string };
      };
      const [before = '', after = ''] = strings.packs.made.split('{{date}}');
      expect(html).toContain(after);
      expect(html).toContain(before);
      const policy = /content-security-policy content="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      const bodies = [...html.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)].map(
        ([, , body = '']) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`,
      );
      expect(bodies).toHaveLength(2);
      expect([...policy.matchAll(/'sha256-[^']+'/g)].map(String).sort()).toEqual(bodies.sort());
    },
  );

  it('are valid HTML, with the end tags left out that HTML lets go', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: Object.fromEntries(
        [
          'no-implicit-close',
          'attr-quotes',
          'require-sri',
          'long-title',
          'doctype-style',
          'tel-non-breaking',
          'no-implicit-button-type',
          'no-trailing-whitespace',
          'no-raw-characters',
        ].map((rule) => [rule, 'off']),
      ),
    });
    const sample = files.filter((file) => /-(sn|er|ly)\.html$/.test(file));
    const reports = await Promise.all(sample.map((file) => validator.validateString(read(file), file)));
    expect(
      reports
        .flatMap(({ results }) =>
          results.flatMap(({ filePath, messages }) =>
            messages.map((message) => `${filePath}:${message.column} ${message.ruleId} ${message.message}`),
          ),
        )
        .slice(0, 20),
    ).toEqual([]);
  });

  it('of a language hold every page of words of it, numbers to call first', () => {
    const kinds =
      /^(help\/now|routes|stories|pathways|countries|helper|pages|help)\/(?!(?:by|in|points|now|compare|tree)\/)[^/]+\/index\.html$/;
    const found = pages.filter(({ html }) => !unseen(html));
    for (const key of published) {
      const pack = read(`before-you-go-${key}.html`);
      const titles = new Set(
        [...pack.matchAll(/<h[234] id=[^>]+>(.*?)<\/h[234]>/g)].map(([, title = '']) => words(title).trim()),
      );
      const own = found.filter(({ file }) => file.startsWith(`${key}/`) && kinds.test(file.slice(key.length + 1)));
      expect(own.length).toBeGreaterThan(400);
      const missing = own.map(({ html }) => headOf(html)).filter((title) => !titles.has(title));
      expect(missing).toEqual([]);
      expect(pack.indexOf('<h2 id=now>')).toBeLessThan(pack.indexOf('<h2 id=countries>'));
    }
  });

  it('hold every number to call that the pages for somebody in danger show', () => {
    const danger = pages.filter(({ file }) => /^\w+\/help\/now\//.test(file));
    expect(danger.length).toBeGreaterThan(60);
    for (const { file, html } of danger) {
      const pack = read(`before-you-go-${file.split('/')[0]}.html`);
      const numbers = [...html.matchAll(/ href="(tel:[^"]+)"/g)].map(([, number]) => number);
      expect(`${file} ${numbers.filter((number) => !pack.includes(`href=${number}`))}`).toBe(`${file} `);
    }
  });

  it('of a country hold its help points, its roads and at most two stories', () => {
    for (const file of files.filter((name) => /-(sn|cm|tn)\.html$/.test(name))) {
      const [, key = '', code = ''] = /go-(\w+)-(\w+)\.html/.exec(file) ?? [];
      const html = read(file);
      const page = (path: string) => parse(readFileSync(join('dist', key, path, 'index.html'), 'utf8'));
      const title = (path: string) => words(page(path).querySelector('h1')?.innerHTML ?? '').trim();
      const links = page(`countries/${code}`)
        .querySelectorAll('main a[href]')
        .map((link) => link.getAttribute('href') ?? '');
      const asked = links
        .filter((href) => /\/(routes|pathways)\/[^/]+\/$/.test(href))
        .map((href) => href.replace(`/${key}/`, ''));
      expect(asked.length).toBeGreaterThan(5);
      expect(asked.filter((path) => !words(html).includes(title(path)))).toEqual([]);
      const stories = filesBelow(join('dist', key, 'stories'), 'index.html').filter(
        (name) => name.split('/').length === 2,
      );
      const heads = [...html.matchAll(/<h3 id=[^>]+>(.*?)<\/h3>/g)].map(([, head = '']) => words(head).trim());
      const told = stories.filter((name) => heads.includes(title(`stories/${name.replace('/index.html', '')}`)));
      expect(told.length).toBeLessThanOrEqual(2);
      expect(told.length).toBeGreaterThan(0);
    }
  });
});

describe('what may not be handed on', () => {
  const site = '.test/pseudo';
  const heads = (slug: string) =>
    (['en', 'fr', 'ar'] as const).map(
      (key) => readContentFile('content', `${key}/stories/${slug}.mdx`).data as { title: string; summary: string },
    );
  const plain = (text: string) => text.replace(/&#39;/g, "'").replace(/&amp;/g, '&');

  it('a story whose consent does not speak of files is on the site and in no file', () => {
    expect(existsSync(join(site, 'en/stories', notInPacks, 'index.html'))).toBe(true);
    const there = filesBelow('dist/packs', '.html').filter((file) =>
      heads(notInPacks).some(({ summary }) => plain(read(file)).includes(summary)),
    );
    expect(there.filter((file) => !isCountry(file))).toEqual(whole);
    const files = filesBelow(join(site, 'packs'), '.html');
    expect(files.length).toBeGreaterThan(100);
    const found = files.filter((file) => {
      const html = plain(read(file, site));
      return (
        html.includes(`stories/${notInPacks}/`) ||
        heads(notInPacks).some(({ title, summary }) => html.includes(title) || html.includes(summary))
      );
    });
    expect(found).toEqual([]);
  });

  it('a withdrawn story is in no file', () => {
    for (const slug of [withdrawn, erased]) {
      const found = filesBelow(join(site, 'packs'), '.html').filter((file) =>
        heads(slug).some(
          ({ title, summary }) => plain(read(file, site)).includes(title) || plain(read(file, site)).includes(summary),
        ),
      );
      expect(found).toEqual([]);
    }
  });
});

describe('the pages that offer the files', () => {
  it.each(published)('%s: sizes, day and checksums are those of the files, and no sign is left to fill in', (key) => {
    const root = parse(readFileSync(`dist/${key}/take/index.html`, 'utf8'));
    expect(root.toString()).not.toMatch(/[⟦⟧]/);
    const offered = root
      .querySelectorAll('main a[download]')
      .map((link) => link.getAttribute('href')?.replace('/packs/', '') ?? '');
    expect(offered.sort()).toEqual(
      [...files.filter((file) => !isCountry(file) || localeOf(file) === key), 'SHA256SUMS'].sort(),
    );
    for (const link of root.querySelectorAll('main a[download]')) {
      const file = link.getAttribute('href')?.replace('/packs/', '') ?? '';
      if (file === 'SHA256SUMS') continue;
      const kb = Math.ceil(readFileSync(join('dist/packs', file)).length / 1000);
      expect(`${file} ${link.text.replace(/[^\d]/g, '')}`).toBe(`${file} ${kb}`);
    }
    const sums = root.querySelectorAll('main details li').map((item) => /(\S+\.html)\s*([0-9a-f]{64})/.exec(item.text));
    expect(sums.length).toBe(codes.length + published.length);
    for (const sum of sums) expect(`${sum?.[1]} ${sum?.[2]}`).toBe(`${sum?.[1]} ${sumOf(sum?.[1] ?? '')}`);
    expect(weightOf('dist', `${key}/take/index.html`)).toBeLessThanOrEqual(14_000);
  });

  it('the list of checksums is what sha256sum reads', () => {
    const lines = readFileSync('dist/packs/SHA256SUMS', 'utf8').trim().split('\n');
    expect(lines).toEqual(
      files.map(
        (file) =>
          `${createHash('sha256')
            .update(readFileSync(join('dist/packs', file)))
            .digest('hex')}  ${file}`,
      ),
    );
  });
});

describe('passing a page on', () => {
  it('stands on every page but those that tell an answer and slides on a wall, with a text message that costs the sender once', () => {
    for (const { file, html } of pages) {
      const root = parse(/<section class="share"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '');
      const alone =
        unseen(html) ||
        /^\w+\/(helper\/[^/]+\/|calendar\/|sessions\/([\w-]+\/)?[\w-]+\/show\/)/.test(file) ||
        !file.includes('/');
      expect(`${file} ${root.querySelectorAll('.share .qr').length}`).toBe(`${file} ${alone ? 0 : 1}`);
      if (alone) continue;
      const address = root.querySelector('.share a[href^="https://wa.me"]')?.getAttribute('href') ?? '';
      const own = `https://example.org/${file.replace('index.html', '')}`;
      expect(decodeURIComponent(address)).toMatch(new RegExp(`${own}$`));
      const sms = decodeURIComponent(
        root.querySelector('.share a[href^="sms:"]')?.getAttribute('href')?.split('body=')[1] ?? '',
      );
      expect(`${file} ${sms.length <= room(sms)} ${sms.endsWith(own)}`).toBe(`${file} true true`);
      const title =
        parse(/<meta property="og:title"[^>]*>/.exec(html)?.[0] ?? '')
          .querySelector('meta')
          ?.getAttribute('content') ?? '';
      const said = root.querySelectorAll('.share a[href^="sms:"] small').length === 1;
      expect(`${file} ${said}`).toBe(`${file} ${pageText(title, own).shortened}`);
    }
  });
});
