/** The lists the phone keeps pages by, and the pieces they arrive in; made from the finished site, never typed. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { locales, published } from '../i18n/locales.ts';
import { filesBelow } from './files.ts';

/** A piece holds about so many characters before compression: some 50 kB on the way, a moment on a slow line. */
const pieceSize = 2_000_000;

interface File {
  readonly path: string;
  /** What is written into a piece; nothing for a file that goes alone. */
  readonly text?: string;
  readonly hash: string;
  readonly bytes: number;
}

/** SHA-256, its first six bytes in base64url: `src/offline/shelf.ts` compares with the same. */
const hashOf = (bytes: string | Uint8Array) =>
  createHash('sha256').update(bytes).digest().subarray(0, 6).toString('base64url');
const weight = (bytes: string | Uint8Array, quality = 5) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

/**
 * Writes `keep/` (a version, the sizes, a list and pieces for each language) and the worker `sw.js` into a finished site.
 * @param today the day of the build, `YYYY-MM-DD`
 */
export async function writeKeep(site: string, today: string): Promise<void> {
  rmSync(join(site, 'keep'), { recursive: true, force: true });
  mkdirSync(join(site, 'keep'), { recursive: true });
  const read = (name: string) => readFileSync(join(site, name));
  const write = (name: string, data: unknown) => writeFileSync(join(site, name), JSON.stringify(data));
  const gone: Record<string, string> = {};
  const sizes: Record<string, unknown> = {};
  const names = filesBelow(site).filter((name) => !/\.(br|gz)$/.test(name));
  const lists: string[] = [];
  for (const locale of published) {
    const files = filesOf(locale, names, read);
    for (const { path, text, hash } of files) if (text?.includes(' data-gone')) gone[path] = hash;
    const pieces = [
      ...inPieces(files).map((some) => ({ some })),
      ...countriesOf(files, locale).map((country) => ({ country, some: filesOfCountry(files, locale, country) })),
    ].map(({ some, ...rest }, index) => {
      const body = JSON.stringify(piece(some));
      const file = `keep/${locale}-${'country' in rest ? rest.country : index}.${hashOf(body)}.json`;
      writeFileSync(join(site, file), body);
      return { file, bytes: weight(body, 9), ...rest, files: some.map((one) => files.indexOf(one)) };
    });
    const needed = scriptsOf(
      pieces.flatMap((one) => ('country' in one ? one.files.map((at) => files[at]?.text ?? '') : [])),
      (path) => read(path).toString(),
    );
    const scripts = files.flatMap(({ path }, at) => (needed.has(path) ? [at] : []));
    const list = { files: files.map(({ path, hash, bytes }) => [path, hash, bytes]), scripts, pieces };
    lists.push(JSON.stringify(list));
    const inside = new Set(pieces.flatMap((one) => one.files));
    const alone = files.filter((_, index) => !inside.has(index));
    const sum = (all: readonly { bytes: number }[]) => all.reduce((total, { bytes }) => total + bytes, 0);
    const code = sum(files.filter(({ path }) => needed.has(path)));
    const media = alone.filter(({ path }) => path.startsWith('media/'));
    const text = sum(pieces.filter((one) => !('country' in one))) + sum(alone) - sum(media);
    sizes[locale] = {
      text,
      media: sum(media),
      countries: Object.fromEntries(
        pieces.flatMap((one) => ('country' in one ? [[one.country, one.bytes + code]] : [])),
      ),
    };
  }
  const version = hashOf(lists.join());
  for (const [index, locale] of published.entries())
    write(`keep/${locale}.json`, { version, built: today, ...JSON.parse(lists[index] ?? '{}') });
  write('keep/version.json', { version, built: today, gone });
  write('keep/sizes.json', sizes);
  await build({
    entryPoints: ['src/offline/worker.ts'],
    outfile: join(site, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome72',
    charset: 'utf8',
  });
}

/** Every file a reader of a language can need, pages under their address; what is handed on as a file or read by machines is left out. */
function filesOf(locale: string, names: readonly string[], read: (name: string) => Buffer): File[] {
  const tag = locales[locale as keyof typeof locales].tag.toLowerCase();
  const own = new RegExp(
    `^(index\\.html|card\\.png|icons/.*|assets/.*|${locale}/(?!stories/feed).*|pagefind/(pagefind\\.js|pagefind-entry\\.json|wasm\\.${tag}\\.pagefind|pagefind\\.${tag}_.*|(index|filter|fragment)/${tag}_.*))$`,
  );
  const texts = names.filter((name) => own.test(name) && name !== 'card.png');
  const media = new Set<string>();
  const files = texts.map((name) => {
    const bytes = read(name);
    const path = name.replace(/(^|\/)index\.html$/, '$1');
    // The search accepts its pieces unpacked; so they share their words with the pages they are about.
    if (name.endsWith('.pf_fragment'))
      return { path, text: gunzipSync(bytes).toString(), hash: '', bytes: bytes.length };
    const plain = /\.(html|json|vcf|webmanifest)$/.test(name) && !name.startsWith('pagefind/');
    const text = plain ? { text: bytes.toString() } : {};
    for (const [, file = ''] of (text.text ?? '').matchAll(/\/(media\/[\w.-]+)/g)) media.add(file);
    return { path, ...text, hash: hashOf(bytes), bytes: plain || name.endsWith('.js') ? weight(bytes) : bytes.length };
  });
  const loud = [...media].sort().map((path) => ({ path, hash: hashOf(read(path)), bytes: read(path).length }));
  return [...files, ...loud];
}

/** The scripts that pages name, and those that these begin with. */
function scriptsOf(pages: readonly string[], read: (path: string) => string): Set<string> {
  const found = new Set<string>();
  const add = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const [, name] of read(path).matchAll(/["']\.\/([\w.-]+\.js)["']/g)) add(`assets/${name}`);
  };
  for (const html of pages) for (const [, path = ''] of html.matchAll(/"[^"]*?\/(assets\/[^"]+\.js)"/g)) add(path);
  return found;
}

/** The files that go together, in order of their address, so that what is alike lies side by side; what the search found in a page lies beside it. */
function inPieces(files: readonly File[]): File[][] {
  const about = ({ path, text = '' }: File) =>
    path.endsWith('.pf_fragment') ? `${/"url":"\/([^"]*)"/.exec(text)?.[1] ?? ''}~` : path;
  const all = files
    .filter(({ text }) => text !== undefined)
    .map((file) => [about(file), file] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const pieces: File[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const [, file] of all) {
    if (size > pieceSize) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(file);
    size += file.text?.length ?? 0;
  }
  return pieces;
}

/** Writes files into a piece: every style and script once. */
function piece(files: readonly File[]): { shared: string[]; files: Record<string, string> } {
  const shared = new Map<string, number>();
  const numbered = (body: string) => {
    if (!shared.has(body)) shared.set(body, shared.size);
    return `\uE000${shared.get(body)}\uE000`;
  };
  const texts = files.map(({ path, text = '' }) => [
    path,
    text.replace(
      /(<(?:style|script)[^>]*>)([\s\S]{40,}?)(?=<\/(?:style|script)>)/g,
      (_all, tag: string, body: string) => tag + numbered(body),
    ),
  ]);
  return { files: Object.fromEntries(texts), shared: [...shared.keys()] };
}

const countriesOf = (files: readonly File[], locale: string) =>
  files.flatMap(({ path }) => new RegExp(`^${locale}/help/now/([a-z]{2})/$`).exec(path)?.[1] ?? []);

/** What somebody in one country needs first: who to call, the points there and across borders, the country's page, and the finder's data for it. */
function filesOfCountry(files: readonly File[], locale: string, country: string): File[] {
  const needed = ['', 'help/', 'help/now/', 'help/in/', 'keep/', 'offline/', 'calendar/', 'help/points/places.json'];
  const own = new RegExp(
    `^${locale}/(help/(now|in)/${country}/.*|countries/${country}/|help/points/(${country}|xx)\\.json|help/(${country}|intl)-.*)$`,
  );
  return files.filter(
    ({ path, text }) =>
      text !== undefined && (own.test(path) || path === '' || needed.some((one) => path === `${locale}/${one}`)),
  );
}
