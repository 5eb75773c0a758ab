import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesBelow } from './files.ts';

/** At its best; the large pieces of `keep/` nearly so, because the best takes minutes for them. */
const quality = (bytes: Uint8Array) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 500_000 ? 9 : 11 },
});
const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

/** What a file weighs on its way to a phone, in bytes of brotli at its best: the `.br` that `compress` put beside it. */
export function weightOf(site: string, file: string): number {
  return readFileSync(join(site, `${file}.br`)).length;
}

/** Puts a `.br` and a `.gz` beside every text file, for servers that send them as they are. Pagefind's own pieces are gzip already. */
export async function compress(site: string): Promise<void> {
  const files = filesBelow(
    site,
    '.html',
    '.js',
    '.css',
    '.csv',
    '.json',
    '.geojson',
    '.xml',
    '.svg',
    '.txt',
    '.vcf',
    '.webmanifest',
  );
  const work = async () => {
    for (let file = files.pop(); file; file = files.pop()) {
      const content = await readFile(join(site, file));
      await writeFile(join(site, `${file}.br`), await toBrotli(content, quality(content)));
      await writeFile(join(site, `${file}.gz`), await toGzip(content, { level: 9 }));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}
