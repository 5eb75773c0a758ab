import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import type { PackPlan } from '../../exports/pack-plan.ts';
import { filesBelow } from '../files.ts';
import { lean } from './lean.ts';

/** The text of a page, made lean. */
export interface PackPage {
  readonly path: string;
  readonly title: HTMLElement;
  readonly body: HTMLElement;
  /** Ids that a link may lead to. */
  readonly ids: ReadonlySet<string>;
  /** The sources named under it, in their order. */
  readonly sources: readonly string[];
}

/** The finished pages of one language, and where the site lives. */
export interface PackSite {
  readonly plan: PackPlan;
  /** Where the site lives, with a slash at both ends. */
  readonly base: string;
  /** The public address of the host. */
  readonly origin: string;
  page(path: string): PackPage;
  /** Sources by file name: the words that name them. */
  readonly sources: ReadonlyMap<string, HTMLElement>;
}

const parsed = (file: string) => parse(readFileSync(file, 'utf8'));

/** Every source that the lists of sources name, without the numbers it stands for. */
function sourcesBelow(folder: string, comma: string): Map<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  const lists = filesBelow(folder, '.html').filter((file) => /^(sources\/[^/]+|routes\/[^/]+\/sources)\//.test(file));
  for (const file of lists)
    for (const item of parsed(join(folder, file)).querySelectorAll('li[id^=s-]')) {
      for (const list of item.querySelectorAll('ul')) list.remove();
      for (const line of item.querySelectorAll('br')) line.replaceWith(comma);
      found.set(item.id.slice(2), item);
    }
  return found;
}

function readPage(folder: string, path: string, plan: PackPlan): PackPage {
  const file = join(folder, path, 'index.html');
  if (!existsSync(file)) throw new Error(`${file} is not there, but the list of what is handed on names it`);
  const main = parsed(file).querySelector('main');
  const title = main?.querySelector('h1');
  if (!main || !title) throw new Error(`${file} has no main part with a heading`);
  const sources = main.querySelectorAll('.meta li[id^=s-]').map(({ id }) => id.slice(2));
  for (const list of main.querySelectorAll('.meta details')) list.remove();
  lean(main, path, plan);
  title.remove();
  const ids = new Set(main.querySelectorAll('[id]').map(({ id }) => id));
  return { path, title, body: main, ids, sources };
}

/** Opens the finished pages of a language. Each is read once, when it is first asked for. */
export function openSite(site: string, plan: PackPlan, base: string): PackSite {
  const folder = join(site, plan.locale);
  const pages = new Map<string, PackPage>();
  const canonical = parsed(join(folder, 'index.html')).querySelector('link[rel=canonical]')?.getAttribute('href');
  return {
    plan,
    base,
    origin: new URL(canonical ?? '').origin,
    sources: sourcesBelow(folder, plan.words.comma ?? ', '),
    page(path) {
      const page = pages.get(path) ?? readPage(folder, path, plan);
      pages.set(path, page);
      return page;
    },
  };
}
