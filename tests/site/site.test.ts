/** The built site, page by page: weight, language, links, policy. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildDay, isDue } from '../../src/domain/freshness.ts';
import { locales, published } from '../../src/i18n/locales.ts';
import { weightOf } from '../../src/publish/compress.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { kindOf, pageOf, pagesOf, readBytes, type SitePage } from './site.ts';

const pages = pagesOf('dist');
const inside = pages.filter(({ file }) => kindOf(file) !== 'outside');
/** Pages that people read; the calendar behind "Leave" is not read, and its button needs a script; the search and what runs a session need a script to do their work, the finder and the list of stories have one to be quicker. */
const reading = pages.filter(
  ({ file }) =>
    !/^[\w-]+\/((search|help|stories|keep|offline|calendar)\/index|helper\/.*|sessions\/(count|make|make\/show|[\w-]+\/(show|lead))\/index)\.html$/.test(
      file,
    ),
);
const localeOf = (file: string) => published.find((key) => file.startsWith(`${key}/`)) ?? 'en';

describe('weight', () => {
  const weights = pages.map(({ file }) => ({ file, bytes: weightOf('dist', file) })).sort((a, b) => b.bytes - a.bytes);
  const table = () => {
    const kinds = Map.groupBy(weights, ({ file }) => kindOf(file));
    return [...kinds]
      .map(
        ([kind, all]) =>
          `${kind.padEnd(16)} ${String(all.length).padStart(4)} pages  median ${String(all[all.length >> 1]?.bytes).padStart(6)}  heaviest ${String(all[0]?.bytes).padStart(6)}  ${all[0]?.file}`,
      )
      .join('\n');
  };

  it('every page is at most 14,000 bytes in brotli, the median at most 9,000', () => {
    console.log(`HTML and CSS together, bytes in brotli\n${table()}`);
    expect(weights.filter(({ bytes }) => bytes > 14_000)).toEqual([]);
    expect(weights[weights.length >> 1]?.bytes).toBeLessThanOrEqual(9_000);
  });

  it('a reading page is one request: nothing else is loaded, and no script file', () => {
    for (const { file, root } of reading) {
      const loaded = root.querySelectorAll(
        'script[src], link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], img[src], iframe, object, embed, video, audio:not([preload=none]), source, astro-island',
      );
      // A player that fetches nothing by itself names its file in a source.
      const now = loaded.filter((element) => element.parentNode?.getAttribute('preload') !== 'none');
      expect(`${file}: ${now.map(String)}`).toBe(`${file}: `);
    }
  });

  it('all our own script together is at most 36,000 bytes in brotli; what one page of a session loads has a limit of its own', () => {
    const bytes = filesBelow('dist/assets', '.js').reduce((sum, file) => sum + weightOf('dist/assets', file), 0);
    expect(bytes).toBeLessThanOrEqual(36_000);
  });

  it('no page loads more than 30,000 bytes of script in brotli', () => {
    const begins = (file: string): string[] =>
      [...readFileSync(join('dist', file), 'utf8').matchAll(/(?:from|import)\s*\(?["']\.\/([\w.-]+\.js)["']/g)].map(
        ([, name]) => `assets/${name}`,
      );
    const heavy = pages.flatMap(({ file, html }) => {
      const loaded = new Set([...html.matchAll(/\/(assets\/[\w.-]+\.js)"/g)].map(([, path = '']) => path));
      for (const path of loaded) for (const other of begins(path)) loaded.add(other);
      const bytes = [...loaded].reduce((sum, path) => sum + weightOf('dist', path), 0);
      return bytes > 30_000 ? [`${file} ${bytes}`] : [];
    });
    expect(heavy).toEqual([]);
  });

  it('the copies that travel hold the page itself', () => {
    for (const { file, html } of pages.filter((_, index) => index % 100 === 0)) {
      expect(brotliDecompressSync(readBytes('dist', `${file}.br`)).toString()).toBe(html);
      expect(gunzipSync(readBytes('dist', `${file}.gz`)).toString()).toBe(html);
    }
  });

  it('no font file is anywhere', () => {
    expect(filesBelow('dist', '.woff', '.woff2', '.ttf', '.otf')).toEqual([]);
  });
});

describe('language', () => {
  it('every page says its language and direction, and its text those of the text', () => {
    for (const { file, root } of inside) {
      const { tag, dir } = locales[localeOf(file)];
      const html = root.querySelector('html');
      expect(`${file} ${html?.getAttribute('lang')} ${html?.getAttribute('dir')}`).toBe(`${file} ${tag} ${dir}`);
    }
  });

  it('names other languages only where the text exists, itself among them, and as canonical', () => {
    for (const { file, root } of inside.filter((page) => !page.file.includes('/calendar/'))) {
      const alternates = root
        .querySelectorAll('link[rel=alternate][hreflang]')
        .map((link) => [link.getAttribute('hreflang'), link.getAttribute('href') ?? '']);
      const canonical = root.querySelector('link[rel=canonical]')?.getAttribute('href');
      expect(alternates.map(([tag]) => tag)).toEqual(published.map((key) => locales[key].tag));
      expect(alternates.map(([, href]) => href)).toContain(canonical);
      for (const [, href = ''] of alternates)
        expect(existsSync(join('dist', new URL(href).pathname, 'index.html'))).toBe(true);
      expect(canonical).toBe(`https://example.org/${file.replace('index.html', '')}`);
    }
  });

  it('has a picture and a title for those it is passed on to', () => {
    for (const { root } of inside.filter((page) => !page.file.includes('/calendar/'))) {
      const picture = root.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
      expect(existsSync(join('dist', new URL(picture).pathname))).toBe(true);
      expect(root.querySelector('meta[property="og:title"]')?.getAttribute('content')?.length).toBeGreaterThan(1);
    }
  });

  it('tells readers of a machine translation', () => {
    const texts = inside.filter(
      (page) =>
        /^(fr|ar)\/(routes|stories|pathways|pages|helper)\/(?!tree)./.test(page.file) &&
        kindOf(page.file).endsWith('*') &&
        // Lists, not texts.
        !/^\w+\/(routes\/(compare|[\w-]+\/sources)|stories\/by)\//.test(page.file),
    );
    expect(texts.length).toBeGreaterThan(20);
    for (const { file, root } of texts) {
      expect(`${file} ${root.querySelectorAll('main > .notice a[hreflang=en]').length}`).toBe(`${file} 1`);
    }
    for (const { file, root } of inside.filter((page) => /^(fr|ar)\//.test(page.file) && !/calendar/.test(page.file))) {
      expect(`${file} ${root.querySelectorAll('footer > p:not(.paper)').length}`).toBe(`${file} 2`);
    }
  });

  it('has one first heading, a title, a description, a skip link and a way out on every page', () => {
    const titles = new Map<string, string>();
    for (const { file, root } of inside.filter((page) => !page.file.includes('/calendar/'))) {
      expect(`${file} ${root.querySelectorAll('h1').length}`).toBe(`${file} 1`);
      expect(root.querySelector('meta[name=description]')?.getAttribute('content')?.length).toBeGreaterThan(5);
      expect(root.querySelector('a.skip')?.getAttribute('href')).toBe('#main');
      expect(root.querySelector('[data-leave]')?.getAttribute('href')).toMatch(/\/calendar\/$/);
      // Notes at the address of what is gone are all the same, and not to be found.
      if (root.querySelector('meta[name=robots]')) continue;
      const title = `${localeOf(file)} ${root.querySelector('title')?.text}`;
      expect(`${title} ${titles.get(title) ?? ''}`).toBe(`${title} `);
      titles.set(title, file);
    }
  });
});

/** Every link of a site leads somewhere: a page, a file, and a place on that page. */
function deadLinks(site: string, all: readonly SitePage[], base: string): string[] {
  const ids = new Map(
    all.map(({ file, root }) => [file, new Set(root.querySelectorAll('[id]').map((element) => element.id))]),
  );
  return all.flatMap(({ file, root }) =>
    root.querySelectorAll('a[href], link[href], form[action]').flatMap((element) => {
      const href = element.getAttribute('href') ?? element.getAttribute('action') ?? '';
      if (/^(https?:|tel:|sms:|mailto:|data:)/.test(href)) return [];
      const target = new URL(href, `http://site${base}${file.replace(/index\.html$/, '')}`);
      if (!target.pathname.startsWith(base)) return [`${file}: ${href} leaves ${base}`];
      const path = decodeURIComponent(target.pathname.slice(base.length));
      const page = path.endsWith('/') || path === '' ? `${path}index.html` : path;
      if (!existsSync(join(site, page))) return [`${file}: ${href} leads nowhere`];
      if (target.hash && !ids.get(page)?.has(decodeURIComponent(target.hash.slice(1))))
        return [`${file}: ${href} has no such place`];
      return [];
    }),
  );
}

describe('links', () => {
  it('all lead somewhere', () => {
    expect(deadLinks('dist', pages, '/')).toEqual([]);
  });

  it('all lead somewhere when the site lives under a sub-path', () => {
    const site = pagesOf('.test/base');
    expect(site.length).toBe(pages.length);
    expect(deadLinks('.test/base', site, '/before-you-go/')).toEqual([]);
    const canonical = site
      .find(({ file }) => file === 'fr/routes/sahara/index.html')
      ?.root.querySelector('link[rel=canonical]')
      ?.getAttribute('href');
    expect(canonical).toBe('https://before.example/before-you-go/fr/routes/sahara/');
  });

  it('to other sites do not say where the reader came from', () => {
    for (const { file, root } of pages) {
      const telling = root
        .querySelectorAll('a[href^=http]')
        .filter((link) => link.getAttribute('rel') !== 'noreferrer');
      expect(`${file}: ${telling.map((link) => link.getAttribute('href'))}`).toBe(`${file}: `);
    }
  });

  it('of the chooser and the page that is not there reach every language', () => {
    for (const name of ['index.html', '404.html']) {
      const hrefs = pages
        .find(({ file }) => file === name)
        ?.root.querySelectorAll('a')
        .map((link) => link.getAttribute('href'));
      for (const key of published) expect(hrefs).toContain(`/${key}/`);
    }
  });
});

describe('the policy', () => {
  it('allows what stands on the page and nothing more', () => {
    for (const { file, root, html } of pages) {
      const policy = root.querySelector('meta[http-equiv=content-security-policy]')?.getAttribute('content') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*/);
      expect(`${file} ${policy.includes('wasm-unsafe-eval')}`).toBe(`${file} ${file.includes('/search/')}`);
      const allowed = [...policy.matchAll(/'sha256-([^']+)'/g)].map(([, hash]) => hash).sort();
      const bodies = [
        ...html.matchAll(
          /<(script|style)(?! type="application\/(?:ld\+)?json"| [^>]*src=)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g,
        ),
      ].map(([, , body = '']) => createHash('sha256').update(body).digest('base64'));
      expect(`${file} ${allowed}`).toBe(`${file} ${[...new Set(bodies)].sort()}`);
      expect(`${file} ${html.match(/<[^>]+\s(style|on\w+)=/g) ?? ''}`).toBe(`${file} `);
    }
  });
});

describe('two builds of one day', () => {
  it('are the same to the byte', () => {
    // The compressed copies are made from these files and nothing else.
    const files = filesBelow('dist').filter((file) => !/\.(br|gz)$/.test(file));
    expect(files.length).toBeGreaterThan(3000);
    expect(filesBelow('.test/again')).toEqual(files);
    expect(files.filter((file) => !readBytes('dist', file).equals(readBytes('.test/again', file)))).toEqual([]);
  });
});

describe('another day', () => {
  const notice = (site: string) =>
    pageOf(site, 'en/pathways/student-visa/index.html')
      .root.querySelectorAll('main .notice')
      .map(({ text }) => text)
      .join();

  it('a pathway past its day of review says so by itself', () => {
    const { review_by } = parse(readFileSync('content/facts/pathways/student-visa.yaml', 'utf8')) as {
      review_by: string;
    };
    const today = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
    expect(notice('dist')).toContain(
      isDue(review_by, today) ? 'was due for review on' : 'We look at this page again by',
    );
    expect(notice('.test/pseudo')).toContain('This page was due for review on');
  });

  it('the calendar is that of the day', () => {
    expect(pageOf('.test/pseudo', 'en/calendar/index.html').html).toContain('Calendar 2027');
  });
});
