/**
 * A copy of the content in which people have changed their minds; `tests/run.ts` builds one of its sites from it, and
 * `tests/site/withdrawal.test.ts` looks for what must not be there.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the copy lies. */
export const changedContent = '.test/content';
/** A story that its person withdrew; nobody has taken its texts out of the folder yet. */
export const withdrawn = 'seyiba';
/** Another one, which no text names and whose source no text cites, of which only the facts are left. */
export const erased = 'philippe';
/** A story that may be told in every language but Arabic. */
export const notInArabic = 'aliou';
/** A story that may be read on the site, but not handed on in a file; it is given a sheet to read aloud with this title. */
export const notInPacks = 'oumar';
export const sheetTitle = 'A sheet that stays on the site';

/** Makes the copy, unless it is there, and changes it. */
export function changeContent(): void {
  cpSync('content', changedContent, { recursive: true, force: false });
  const change = (slug: string, from: RegExp, to: string) => {
    const file = join(changedContent, 'facts/stories', `${slug}.yaml`);
    const before = readFileSync(file, 'utf8');
    if (!from.test(before)) throw new Error(`${file} holds no ${from}`);
    writeFileSync(file, before.replace(from, to));
  };
  change(notInPacks, /^ {2}scope: \[text, packs\]$/m, '  scope: [text]');
  const folder = join(changedContent, 'facts/aloud');
  writeFileSync(
    join(folder, `${notInPacks}.yaml`),
    readFileSync(join(folder, 'malick.yaml'), 'utf8').replace('story: malick', `story: ${notInPacks}`),
  );
  for (const language of ['en', 'fr', 'ar']) {
    const texts = join(changedContent, language, 'aloud');
    const sheet = readFileSync(join(texts, 'malick.mdx'), 'utf8').replace(/^title: .*$/m, `title: ${sheetTitle}`);
    writeFileSync(join(texts, `${notInPacks}.mdx`), sheet);
  }
  const remove = (language: string, slug: string) => rmSync(join(changedContent, language, 'stories', `${slug}.mdx`));
  for (const slug of [withdrawn, erased]) change(slug, /^consent:\n/m, 'consent:\n  withdrawn: "2026-11-22"\n');
  change(notInArabic, /^ {2}languages: all$/m, '  languages: [en, fr]');
  for (const language of ['en', 'fr', 'ar']) remove(language, erased);
  remove('ar', notInArabic);
}
