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

/** One page of a site, parsed. */
export function pageOf(site: string, file: string): SitePage {
  const html = readFileSync(join(site, file), 'utf8');
  return { file, html, root: parse(html, { comment: false, blockTextElements: { script: true, style: true } }) };
}

/** The files of all pages of a site. The files to hand on are no pages: `packs.test.ts` looks at them. */
export function filesOf(site: string): string[] {
  if (!existsSync(join(site, 'index.html'))) throw new Error(`${site}/ is not built: npm test builds it`);
  return filesBelow(site, '.html').filter((file) => !file.startsWith('packs/'));
}

/** All pages of a site, parsed: seconds of work, so once for each file of tests, and not for one page. */
export function pagesOf(site: string): SitePage[] {
  return filesOf(site).map((file) => pageOf(site, file));
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
