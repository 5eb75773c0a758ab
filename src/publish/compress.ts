import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesBelow } from './files.ts';

/** What a file weighs on its way to a phone, in bytes of brotli at its best. */
export function brotli(content: Buffer | string): Buffer {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

/** Puts a `.br` and a `.gz` beside every text file, for servers that send them as they are. Pagefind's own pieces are gzip already. */
export function compress(site: string): void {
  for (const file of filesBelow(site, '.html', '.js', '.css', '.json', '.xml', '.svg', '.txt')) {
    const content = readFileSync(join(site, file));
    writeFileSync(join(site, `${file}.br`), brotli(content));
    writeFileSync(join(site, `${file}.gz`), gzipSync(content, { level: 9 }));
  }
}
