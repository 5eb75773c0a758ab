import { createHash } from 'node:crypto';
import type { PackBook, PackChapter, PackGroup } from '../../exports/pack-plan.ts';
import { type Links, linksOf } from './links.ts';
import type { PackPage, PackSite } from './pages.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { tight, type Writing, write } from './write.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** How the elements of a page are written in a file: with its links, and only the ids that a link leads to. */
function writingOf(page: PackPage, links: Links, { plan }: PackSite, level: number): Writing {
  return {
    dir: plan.dir,
    tag: plan.tag,
    level,
    href: (link) => links.to(link.getAttribute('href') ?? '', page),
    id: ({ id }) => (id && links.wanted(page, id) ? `${links.id(page.path)}-${id}` : undefined),
  };
}

function writePage(page: PackPage, links: Links, site: PackSite, level: number): string {
  const writing = writingOf(page, links, site, level);
  const inner = (element: PackPage['body']) => tight(element.childNodes.map((node) => write(node, writing)).join(''));
  const numbers = page.sources.flatMap((id) => links.source(id) ?? []);
  const named = numbers.map((number) => `<a href=#x${number}>${number}</a>`).join(' ');
  const sources = named && `<p><small>${site.plan.words.sources}${site.plan.words.colon}${named}</small></p>`;
  return `<h${level} id=${links.id(page.path)}>${inner(page.title)}</h${level}>${inner(page.body)}${sources}`;
}

const pagesOf = (chapters: readonly PackChapter[]) =>
  chapters.flatMap(({ groups }) => groups.flatMap(({ pages }) => pages));

/** The id of a group's heading: that of its address, or one that no page has. */
const placeOf = ({ address, pages }: PackGroup, links: Links) =>
  address ? links.id(address) : `l${links.id(pages[0] ?? '')}`;

/** The list of what is inside: chapters, and under each its groups or its pages. */
function contents(chapters: readonly PackChapter[], links: Links, site: PackSite): string {
  const item = (id: string, words: string) => `<li><a href=#${id}>${words}</a>`;
  const title = (path: string) => site.page(path).title.text.replace(/\s+/g, ' ').trim();
  const list = chapters.map(({ id, title: name, groups }) => {
    const named = groups.filter(({ title: words }) => words);
    const parts =
      named.length > 1
        ? named.map((group) => item(placeOf(group, links), group.title ?? ''))
        : groups.flatMap(({ pages }) => pages.map((path) => item(links.id(path), title(path))));
    return `<details><summary>${name}</summary><ul>${item(id, name)}${parts.join('')}</ul></details>`;
  });
  return list.join('');
}

function writeChapters(chapters: readonly PackChapter[], links: Links, site: PackSite): string {
  return chapters
    .map(({ id, title, note, groups }) => {
      const many = groups.filter((group) => group.title).length > 1;
      const body = groups.map((group) => {
        const head = group.title && many ? `<h3 id=${placeOf(group, links)}>${group.title}</h3>` : '';
        return head + group.pages.map((path) => writePage(site.page(path), links, site, head ? 4 : 3)).join('');
      });
      return `<h2 id=${id}>${title}</h2>${note ? `<p>${note}</p>` : ''}${body.join('')}`;
    })
    .join('');
}

function writeSources(links: Links, site: PackSite): string {
  const writing: Writing = {
    dir: site.plan.dir,
    tag: site.plan.tag,
    level: 3,
    href: () => undefined,
    id: () => undefined,
  };
  const items = links.sources().map((id) => {
    const words =
      site.sources
        .get(id)
        ?.childNodes.map((node) => write(node, writing))
        .join('') ?? '';
    return `<li id=x${links.source(id)}>${words
      .replace(/\s+/g, ' ')
      .replace(/ ([,،])/g, '$1')
      .trim()}`;
  });
  const list = `${site.origin}${site.base}${site.plan.locale}/sources/`;
  return `<h2 id=sources>${site.plan.words.sources}</h2><p>${site.plan.words.addresses} <a href=${list}><bdi dir=ltr>${list}</bdi></a></p><ol>${items.join('')}</ol>`;
}

/**
 * One file with everything inside: no other file is asked for, links lead inside or to the site.
 * @param without the addresses of pages that are left out because the file would grow too big
 */
export function writeBook(book: PackBook, site: PackSite, without: ReadonlySet<string>): string {
  const { words, tag, dir, locale } = site.plan;
  const chapters = book.chapters
    .map((chapter) => ({
      ...chapter,
      groups: chapter.groups
        .map((group) => ({ ...group, pages: group.pages.filter((path) => !without.has(path)) }))
        .filter(({ pages }) => pages.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0);
  const links = linksOf({ ...book, chapters }, new Set(pagesOf(chapters)), site);
  // Twice: what a later page asks of an earlier one is known only at the end.
  writeChapters(chapters, links, site);
  const text = writeChapters(chapters, links, site) + writeSources(links, site);
  const home = `${site.origin}${site.base}${locale}/`;
  const title = `${words.site} · ${book.name}`;
  const policy = `default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src ${hash(style)}; script-src ${hash(script)}`;
  return [
    `<!doctype html><html lang=${tag} dir=${dir}><head><meta charset=utf-8><meta http-equiv=content-security-policy content="${policy}">`,
    `<meta name=viewport content="width=device-width"><meta name=referrer content=no-referrer><title>${title}</title><link rel=icon href=data:,><style>${style}</style></head>`,
    `<body id=top><header><h1>${title}</h1><p>${words.lead}</p><p><b>${words.made}</b> ${words.newer} <a href=${home}><bdi dir=ltr>${home.replace(/^https?:\/\//, '')}</bdi></a></p>`,
    words.machine ? `<p class=s>${words.machine}</p>` : '',
    without.size > 0 ? `<p>${words.left}</p>` : '',
    `<p><a class=n href=#now>${words.now}</a></p>`,
    `<form id=find hidden data-nothing="${words.nothing}"><label>${words.find}<input name=q type=search autocomplete=off></label><ol id=hits aria-live=polite></ol></form></header>`,
    `<nav aria-labelledby=contents><h2 id=contents>${words.contents}</h2>${contents(chapters, links, site)}<p><a href=#sources>${words.sources}</a></p></nav>`,
    `<main id=text>${text}</main><footer><p class=s>${words.licence}</p><a id=up href=#contents>${words.contents}</a></footer><script>${script}</script></body></html>\n`,
  ].join('');
}
