import type { PackBook } from '../../exports/pack-plan.ts';
import type { PackPage, PackSite } from './pages.ts';

/** The links of one file: which places in it are asked for, and which sources. */
export interface Links {
  /** The id of a page, or of a list at an address: short, because it stands in every link, and each byte is paid for. */
  id(address: string): string;
  /** Where a link of a page leads, and takes note of it; nothing where only its words may stay. */
  to(href: string, from: PackPage): string | undefined;
  /** The number of a source in this file, which is also its id: `x12`. */
  source(id: string): number | undefined;
  /** The sources asked for, in the order of their numbers. */
  sources(): string[];
  /** Whether something leads to a place of a page, by the id it has there. */
  wanted(page: PackPage, id: string): boolean;
}

/** Where lists stand that are not a page of their own here, by their addresses. */
function addresses({ chapters, kind }: PackBook, id: Links['id']): Map<string, string> {
  const places = new Map<string, string>();
  for (const chapter of chapters) {
    if (chapter.address) places.set(chapter.address, chapter.id);
    chapter.groups.forEach((group) => {
      if (group.address) places.set(group.address, id(group.address));
    });
  }
  return kind === 'language' ? places.set('/', 'top').set('/help/in/', 'help') : places;
}

/**
 * The links of a file that holds these pages.
 * @param paths the addresses of its pages, in their order
 */
export function linksOf(
  book: PackBook,
  paths: ReadonlySet<string>,
  { plan, base, origin, page, sources }: PackSite,
): Links {
  const ids = new Map([...paths].map((path, index) => [path, `p${index.toString(36)}`]));
  const lists = new Map(
    book.chapters
      .flatMap(({ groups }) => groups.flatMap(({ address = [] }) => address))
      .map((address, index) => [address, `l${index.toString(36)}`]),
  );
  const id = (address: string) => ids.get(address) ?? lists.get(address) ?? '';
  const places = addresses(book, id);
  const numbers = new Map<string, number>();
  const asked = new Set<string>();
  const source = (id: string) => {
    if (!sources.has(id)) return undefined;
    const known = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, known);
    return known;
  };
  /** A place inside this file for an address of ours in this language. */
  const inside = (path: string, hash: string): string | undefined => {
    if (paths.has(path)) {
      if (!hash || !page(path).ids.has(hash)) return `#${id(path)}`;
      asked.add(`${path} ${hash}`);
      return `#${id(path)}-${hash}`;
    }
    const list =
      book.kind === 'language'
        ? path.replace(/^\/stories\/by\/.*/, '/stories/').replace(/^(\/help\/in\/..\/).*/, '$1')
        : path;
    const place = places.get(list);
    if (place) return `#${place}`;
    return /^(\/sources|\/routes\/[^/]+\/sources)\//.test(path) ? '#sources' : undefined;
  };
  return {
    id,
    to(href, from) {
      if (/^(https?|tel|sms|mailto):/.test(href)) return href;
      const url = new URL(href, `${origin}${base}${plan.locale}${from.path}`);
      const hash = decodeURIComponent(url.hash.slice(1));
      const number = hash.startsWith('s-') ? source(hash.slice(2)) : undefined;
      if (number) return `#x${number}`;
      const ours = `${base}${plan.locale}/`;
      const path = url.pathname.startsWith(ours) ? `/${url.pathname.slice(ours.length)}` : undefined;
      if (path && plan.withheld.includes(path)) return undefined;
      return (path && inside(path, hash)) || url.href;
    },
    source,
    sources: () => [...numbers.keys()],
    // Pages of sessions are long, and the search leads to their parts.
    wanted: ({ path }, id) => path.startsWith('/sessions/') || asked.has(`${path} ${id}`),
  };
}
