/** The finished sites the tests look at; `tests/run.ts` builds them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import { filesBelow } from '../../src/publish/files.ts';

/** A page of a finished site. */
export interface SitePage {
  /** Path of the file, such as `fr/routes/sahara/index.html`. */
  readonly file: string;
  readonly html: string;
  readonly root: HTMLElement;
}

/** All pages of a site, parsed. The files to hand on are no pages: `packs.test.ts` looks at them. */
export function pagesOf(site: string): SitePage[] {
  if (!existsSync(join(site, 'index.html'))) throw new Error(`${site}/ is not built: npm test builds it`);
  const pages = filesBelow(site, '.html').filter((file) => !file.startsWith('packs/'));
  return pages.map((file) => {
    const html = readFileSync(join(site, file), 'utf8');
    return { file, html, root: parse(html, { comment: false, blockTextElements: { script: true, style: true } }) };
  });
}

/** The kind of a page, for tables: home, routes, a route … */
export function kindOf(file: string): string {
  const [first = '', section, slug] = file
    .replace(/index\.html$/, '')
    .split('/')
    .filter(Boolean);
  if (first === '' || first.endsWith('.html')) return 'outside';
  if (!section) return 'home';
  return slug ? `${section}/*` : section;
}

export const readBytes = (site: string, file: string) => readFileSync(join(site, file));
