/** What the zip and the ZIM files share: which stories they must not hold, and links that lead from file to file. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parse } from 'node-html-parser';
import type { PackAbout } from '../exports/pack-plan.ts';

/** Where the copies are written. They are no part of the site: whoever publishes it says where they lie (`LIBRARY`). */
export const published = 'published';

/**
 * What the site says of its files to hand on.
 * @throws with what to type when the site is not built
 */
export function readAbout(site: string): PackAbout {
  const file = join(site, 'packs/about.json');
  if (!existsSync(file)) throw new Error(`There is no finished site in ${site}/. Build it first: npm run build`);
  return JSON.parse(readFileSync(file, 'utf8')) as PackAbout;
}

/** The public address of the host, and where on it the site lives. */
export function homeOf(site: string): URL {
  const head = readFileSync(join(site, 'en/index.html'), 'utf8');
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(head)?.[1] ?? '';
  return new URL('..', canonical);
}

/** The page of a story that may be read on the site but not handed on, its sheet to read aloud, and either as a PDF. */
export const isWithheld = (file: string, { withheld }: PackAbout[string]) =>
  withheld.some(
    (address) => file.includes(address) || file.endsWith(`${address.slice(0, -1).replaceAll('/', '-')}.pdf`),
  );

/** A page without the cards of stories that may not be handed on, and without their sources. */
export function withoutWithheld(html: string, { withheld, withheldSources }: PackAbout[string]): string {
  const concerned = withheld.some((address) => html.includes(address));
  if (!concerned && !withheldSources.some((id) => html.includes(`s-${id}"`))) return html;
  const root = parse(html, { comment: true, blockTextElements: { script: true, style: true } });
  for (const address of withheld)
    for (const link of root.querySelectorAll(`a[href*="${address}"]`)) (link.closest('li') ?? link).remove();
  for (const id of withheldSources) for (const item of root.querySelectorAll(`#s-${id}`)) item.remove();
  return root.toString();
}

/**
 * A page whose links lead to files beside it, so that it needs no server. What is not among the files is left to the site.
 * @param has whether a file, by its path from the beginning of the site, is there
 */
export function relativeLinks(html: string, file: string, home: URL, has: (path: string) => boolean): string {
  return html.replace(/ (href|src|action)="([^"]*)"/g, (all, name: string, value: string) => {
    if (!value.startsWith('/') || value.startsWith('//')) return all;
    const url = new URL(value.replaceAll('&amp;', '&'), home.origin);
    const path = decodeURIComponent(url.pathname).slice(home.pathname.length);
    const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!url.pathname.startsWith(home.pathname) || !has(target))
      return ` ${name}="${url.href.replaceAll('&', '&amp;')}"`;
    const way = posix.relative(dirname(file), target) || posix.basename(target);
    return ` ${name}="${encodeURI(way)}${url.search.replaceAll('&', '&amp;')}${url.hash}"`;
  });
}
