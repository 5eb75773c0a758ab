/** The pages that run a session, as they were built: their weight, their scripts, and that wall and notes agree. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { mentions } from '../../src/domain/mentions.ts';
import { published } from '../../src/i18n/locales.ts';
import { weightOf } from '../../src/publish/compress.ts';
import { filesBelow } from '../../src/publish/files.ts';

const site = 'dist';
const kits = filesBelow('content/facts/sessions', '.yaml').map((file) => file.replace('.yaml', ''));
const page = (locale: string, path: string) => {
  const file = join(site, locale, 'sessions', path, 'index.html');
  const html = readFileSync(file, 'utf8');
  return { html, root: parse(html, { comment: false, blockTextElements: { script: true, style: true } }) };
};

const weightOfPage = (locale: string, path: string) => weightOf(site, join(locale, 'sessions', path, 'index.html'));

/** The script files a page loads, those that they import too. */
function scriptsOf(html: string): string[] {
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(join(site, file), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*\(?["']\.\/([\w.-]+\.js)["']/g))
      follow(`assets/${name}`);
  };
  for (const [, src = ''] of html.matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)) follow(src);
  return [...found];
}

/** Bytes of script in brotli: files, and what is written into the page. */
function scriptWeight(html: string): number {
  const inline = [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)]
    .map(([, code = '']) => code)
    .join('\n');
  return brotliCompressSync(inline).length + scriptsOf(html).reduce((sum, file) => sum + weightOf(site, file), 0);
}

const runs = [...kits.flatMap((kit) => [`${kit}/show`, `${kit}/lead`]), 'count', 'make', 'make/show'];

describe.each(published)('the pages that run a session in %s', (locale) => {
  it('weigh at most 14,000 bytes, and their script 20,000', () => {
    const weights = runs.map((path) => {
      const { html } = page(locale, path);
      return { path, page: weightOfPage(locale, path), script: scriptWeight(html) };
    });
    console.log(weights.map(({ path, page, script }) => `${locale} ${path}: ${page} + ${script}`).join('\n'));
    expect(weights.filter((one) => one.page > 14_000 || one.script > 20_000)).toEqual([]);
    expect(weights.every(({ script }) => script > 0)).toBe(true);
  });

  it('a whole kit is at most 150,000 bytes without sound: wall, notes, leaflet, sheets to read aloud, scripts', () => {
    for (const kit of kits) {
      const text = readFileSync(`content/${locale}/sessions/${kit}.mdx`, 'utf8');
      const aloud = mentions(text).flatMap(({ component, attributes }) =>
        component === 'Show' && attributes.aloud ? [`aloud/${attributes.aloud}`] : [],
      );
      const pages = [kit, `${kit}/show`, `${kit}/lead`, 'count', ...new Set(aloud)];
      const scripts = new Set(pages.flatMap((path) => scriptsOf(page(locale, path).html)));
      const bytes =
        pages.reduce((sum, path) => sum + weightOfPage(locale, path), 0) +
        [...scripts].reduce((sum, file) => sum + weightOf(site, file), 0);
      expect(`${kit} ${bytes < 150_000 ? 'fits' : bytes}`).toBe(`${kit} fits`);
    }
  });

  it('what a session of one’s own is made of is at most 60,000 bytes, and holds no HTML', () => {
    const text = readFileSync(join(site, locale, 'sessions/parts.json'), 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    expect(text).not.toMatch(/<[A-Za-z/]|\]\(/);
    const { story, claim, question, aloud, survey } = JSON.parse(text);
    for (const list of [story, claim, question, aloud, survey]) expect(list.length).toBeGreaterThanOrEqual(6);
    for (const one of question) expect(`${one.id} ${typeof one.answers[one.right]}`).toBe(`${one.id} string`);
  });

  it('the wall and the notes have the same slides, numbered alike, as many as in English', () => {
    for (const kit of kits) {
      const titles = (path: string, language = locale) =>
        page(language, `${kit}/${path}`)
          .root.querySelectorAll('[data-slide]')
          .map((slide) => `${slide.id} ${slide.querySelector('h1, h2, h3')?.text}`);
      const wall = titles('show');
      expect(wall.length).toBeGreaterThan(10);
      expect(titles('lead')).toEqual(wall);
      expect(titles('show', 'en').length).toBe(wall.length);
    }
  });

  it('each slide that holds a figure says who published it', () => {
    for (const kit of kits)
      for (const slide of page(locale, `${kit}/show`).root.querySelectorAll('.numbers'))
        expect(`${kit} ${slide.id} ${slide.querySelector('.source')?.text.trim().length}`).not.toMatch(/undefined| 0$/);
  });

  it('notes stay off the wall', () => {
    for (const kit of kits) {
      const step = page(locale, `${kit}/lead`).root.querySelector('.note[data-part] > p');
      const said = step?.text.trim() ?? '';
      expect(said.length).toBeGreaterThan(10);
      expect(page(locale, `${kit}/show`).root.text).not.toContain(said);
    }
  });

  it('load nothing but their own script and the one file of parts', () => {
    for (const path of runs) {
      const { html, root } = page(locale, path);
      const loaded = root.querySelectorAll(
        'link[rel=stylesheet], link[rel=preload], img[src], iframe, video, audio, object',
      );
      expect(`${path} ${loaded.length}`).toBe(`${path} 0`);
      for (const file of scriptsOf(html)) expect(existsSync(join(site, file))).toBe(true);
    }
  });
});
