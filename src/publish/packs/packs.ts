/** The files that travel from hand to hand: one a language, one a language for sessions, one a country and language. Made from the finished pages. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackAbout, type PackBook, type PackPlan, packName } from '../../exports/pack-plan.ts';
import { filesBelow } from '../files.ts';
import { writeBook } from './book.ts';
import { openSite, type PackSite } from './pages.ts';
import { fillTakePages } from './take.ts';

/** How many bytes a file may have: what WhatsApp, Bluetooth and an old phone pass on without trouble. */
export const limits = { language: 1_500_000, sessions: 450_000, country: 250_000 } as const;

/** The pages that may be left out of a file, the least particular last. */
const spare = ({ chapters }: PackBook) =>
  chapters.filter(({ shrinks }) => shrinks).flatMap(({ groups }) => groups.flatMap(({ pages }) => pages));

/**
 * The text of a file that keeps to its limit: as many of the spare pages as find room.
 * @throws when it is too big even without them, saying by how much
 */
function fitting(book: PackBook, site: PackSite): string {
  const limit = limits[book.kind];
  const pages = spare(book);
  const written = (count: number) => writeBook(book, site, new Set(pages.slice(count)));
  const fits = (text: string) => Buffer.byteLength(text) <= limit;
  const whole = written(pages.length);
  if (fits(whole)) return whole;
  let [low, high] = [0, pages.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(written(middle))) low = middle;
    else high = middle;
  }
  const text = written(low);
  if (!fits(text))
    throw new Error(
      `packs/${packName(site.plan.locale, book.part)} would have ${Buffer.byteLength(text)} bytes, but may have ${limit}: src/exports/pack-plan.ts says what it holds`,
    );
  return text;
}

/** Writes all files into `packs/` of a finished site, takes away the lists of what they hold, and fills the pages that offer them. */
export function writePacks(site: string, base: string): void {
  const folder = join(site, 'packs');
  const about: Record<string, PackAbout[string]> = {};
  const plans = filesBelow(folder, '.json').filter((file) => file !== 'about.json');
  // A site that is published anew, with its PDFs, has its files already.
  if (plans.length === 0) return;
  for (const file of plans) {
    const plan = JSON.parse(readFileSync(join(folder, file), 'utf8')) as PackPlan;
    const opened = openSite(site, plan, base);
    for (const book of plan.books) writeFileSync(join(folder, packName(plan.locale, book.part)), fitting(book, opened));
    rmSync(join(folder, file));
    const { locale, three, withheld, withheldSources, words } = plan;
    const { site: name = '', library = '', readme = '' } = words;
    about[locale] = { three, withheld, withheldSources, name, library, readme };
  }
  writeFileSync(join(folder, 'about.json'), JSON.stringify(about));
  fillTakePages(site);
}
