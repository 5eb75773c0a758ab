import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokens } from '../../exports/pack-plan.ts';
import { number } from '../../i18n/format.ts';
import { published } from '../../i18n/locales.ts';
import { filesBelow } from '../files.ts';

/**
 * Writes the list of checksums, and fills in what the pages "Take it with you" left open: the size of each file and its checksum.
 * @throws when a page names a file that is not there
 */
export function fillTakePages(site: string): void {
  const folder = join(site, 'packs');
  const files = new Map(filesBelow(folder, '.html').map((file) => [file, readFileSync(join(folder, file))]));
  const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const lines = [...files].map(([file, bytes]) => `${sum(bytes)}  ${file}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
  for (const locale of published) {
    const page = join(site, locale, 'take/index.html');
    const filled = readFileSync(page, 'utf8').replace(tokens, (_all, what: string, file: string) => {
      const bytes = files.get(file);
      if (!bytes) throw new Error(`${page} offers packs/${file}, which was not made`);
      return what === 'size' ? number(Math.ceil(bytes.length / 1000), locale) : sum(bytes);
    });
    writeFileSync(page, filled);
  }
}
