/** After the pages exist: policies, search index, headers, compression. Reads and writes only the finished site. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDay } from '../domain/freshness.ts';
import { baseOf } from '../i18n/paths.ts';
import { compress } from './compress.ts';
import { pruneCsp } from './csp.ts';
import { filesBelow } from './files.ts';
import { headersFile } from './headers.ts';
import { writeKeep } from './keep.ts';
import { writePacks } from './packs/packs.ts';
import { fillPdfLinks } from './pdf-links.ts';
import { writeSearchIndex } from './search-index.ts';
import { pruneStyles } from './styles.ts';

const site = process.env.OUT_DIR ?? 'dist';
const base = baseOf(process.env.BASE);

for (const file of filesBelow(site, '.html')) {
  const path = join(site, file);
  writeFileSync(path, pruneCsp(pruneStyles(readFileSync(path, 'utf8'))));
}
fillPdfLinks(site, base);
writePacks(site, base);
const found = await writeSearchIndex(site);
writeFileSync(join(site, '_headers'), headersFile(base));
await writeKeep(site, buildDay(process.env.SOURCE_DATE_EPOCH, Date.now()));
// Two sites that are only compared need no compressed copies.
if (process.env.COMPRESS !== 'no') await compress(site);
console.log(`${found} pages can be found by the search.`);
