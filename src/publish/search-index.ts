import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { foldedWords, unseen } from '../domain/fold.ts';
import { filesBelow } from './files.ts';

/** The part of a page that is searched. */
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

/** The words a reader sees, without tags: enough to find what the fold changes. */
const wordsOf = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');

/**
 * Writes the search index of a finished site into `pagefind/`, one index a language. Spellings that people
 * cannot type (Hausa hooks, Ethiopic letters of one sound) are added folded; the query is folded the same way.
 * @returns how many pages can be found
 * @throws with Pagefind's own words when it refuses a page
 */
export async function writeSearchIndex(site: string): Promise<number> {
  const { index, errors } = await createIndex({ keepIndexUrl: false });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  let count = 0;
  for (const file of filesBelow(site, '.html')) {
    const html = readFileSync(join(site, file), 'utf8');
    if (!html.includes('data-pagefind-body')) continue;
    const extra = foldedWords(wordsOf(mainOf(html))).join(` ${unseen} `);
    const content = extra ? html.replace('</main>', `<p>${unseen} ${extra}</p></main>`) : html;
    const added = await index.addHTMLFile({ sourcePath: file, content });
    if (added.errors.length > 0)
      throw new Error(`${file} could not be put into the search index: ${added.errors.join('; ')}`);
    count += 1;
  }
  // Pieces of an index made before would stay beside the new ones.
  rmSync(join(site, 'pagefind'), { recursive: true, force: true });
  await index.writeFiles({ outputPath: join(site, 'pagefind') });
  await close();
  tidy(join(site, 'pagefind'));
  return count;
}

/** Pagefind also writes an interface we do not use, and lists languages in no fixed order. */
function tidy(folder: string): void {
  for (const file of filesBelow(folder)) {
    if (/^pagefind-(ui|modular-ui|component-ui|highlight)/.test(file)) rmSync(join(folder, file));
  }
  const entry = join(folder, 'pagefind-entry.json');
  const { languages, ...rest } = JSON.parse(readFileSync(entry, 'utf8')) as { languages: Record<string, unknown> };
  const sorted = Object.fromEntries(Object.entries(languages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(entry, JSON.stringify({ ...rest, languages: sorted }));
}
