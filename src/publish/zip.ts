/** `npm run publish:zip`: the finished site as one zip, for a memory card or a local server. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import type { PackAbout } from '../exports/pack-plan.ts';
import { homeOf, isWithheld, published, readAbout, relativeLinks, withoutWithheld } from './copies.ts';
import { filesBelow } from './files.ts';
import { writeSearchIndex } from './search-index.ts';

/** Compressed copies and lists for a host on the web, and what keeps pages on a phone, which browsers allow only there. */
const forHosts = /\.(br|gz)$|^(_headers|robots\.txt|sitemap\.xml|sw\.js)$|^keep\//;
/** Lists that hold every story: they go where one may not be handed on. The search index is made anew. */
const storyLists = /\/stories\/(feed\.xml|feed\.json|list\.json)$|^data\/stories\.json$|^pagefind\//;

/** What a session of one's own is made of, without the stories that may not be handed on. */
function partsWithout(json: string, { withheld }: PackAbout[string]): string {
  const parts = JSON.parse(json) as Record<'story' | 'aloud', { id: string }[]>;
  const story = parts.story.filter(({ id }) => !withheld.includes(`/stories/${id}/`));
  const aloud = parts.aloud.filter(({ id }) => !withheld.includes(`/sessions/aloud/${id}/`));
  return JSON.stringify({ ...parts, story, aloud });
}

/**
 * Puts the whole site into a folder as it is handed on: links from file to file, and no story that may not be.
 * @returns whether the search index is missing, because it would hold such a story
 */
export function stageZip(site: string, folder: string, about: PackAbout): boolean {
  const home = homeOf(site);
  const every = Object.values(about)[0];
  if (!every) throw new Error(`${site}/packs/about.json names no language`);
  const all = filesBelow(site).filter((file) => !forHosts.test(file));
  const holdsBack = every.withheld.length > 0;
  const files = all.filter((file) => !isWithheld(file, every) && !(holdsBack && storyLists.test(file)));
  const there = new Set(files);
  for (const file of files) {
    const to = join(folder, file);
    mkdirSync(dirname(to), { recursive: true });
    if (file.endsWith('/sessions/parts.json'))
      writeFileSync(to, partsWithout(readFileSync(join(site, file), 'utf8'), every));
    else if (!file.endsWith('.html') || file.startsWith('packs/')) cpSync(join(site, file), to);
    else {
      const html = withoutWithheld(readFileSync(join(site, file), 'utf8'), every);
      writeFileSync(
        to,
        relativeLinks(html, file, home, (path) => there.has(path)),
      );
    }
  }
  return holdsBack;
}

/**
 * Writes the zip of a finished site.
 * @returns where it lies
 */
export async function writeZip(site: string, to = published): Promise<string> {
  const about = readAbout(site);
  const folder = mkdtempSync(join(tmpdir(), 'before-you-go-'));
  try {
    if (stageZip(site, folder, about)) await writeSearchIndex(folder);
    const readme = Object.values(about).map(({ name, readme: words }) => `${name}\n\n${words}\n`);
    // Under a sub-path the pages ask for their lists there; README.txt stands where the server starts.
    const base = homeOf(site).pathname.slice(1);
    const content: Zippable = { 'README.txt': Buffer.from(readme.join('\n\n')) };
    for (const file of filesBelow(folder)) content[base + file] = readFileSync(join(folder, file));
    mkdirSync(to, { recursive: true });
    const file = join(to, 'before-you-go.zip');
    // One hour for all, so that the same site makes the same zip.
    writeFileSync(file, zipSync(content, { level: 9, mtime: new Date(2000, 0, 1) }));
    return file;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const file = await writeZip(process.env.OUT_DIR ?? 'dist');
  console.log(`${file} is there: ${Math.ceil(readFileSync(file).length / 1_000_000)} MB.`);
}
