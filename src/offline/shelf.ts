/**
 * What is kept on the phone. The worker and the page "Keep on this phone" share it. Every entry carries the hash of its bytes
 * and is compared with it whenever it is taken out, so that nothing broken and nothing half arrived is ever shown.
 */

/** What the site says of itself at each contact: `keep/version.json`. */
export interface Version {
  readonly version: string;
  /** Day of the build, `YYYY-MM-DD`. */
  readonly built: string;
  /** Addresses that only say that something was taken away, with the hash of those few words. */
  readonly gone: Readonly<Record<string, string>>;
}

/** Every file of a language: `keep/<locale>.json`. */
export interface List {
  readonly version: string;
  readonly built: string;
  /** Path from the site's root, hash of its bytes (empty where the name holds one), bytes on the way here. */
  readonly files: readonly (readonly [path: string, hash: string, bytes: number])[];
  /** The numbers of the scripts that the pages of a country need. */
  readonly scripts: readonly number[];
  /** Many files in one, with the numbers of the files in it; `country` for those made for one country. */
  readonly pieces: readonly {
    readonly file: string;
    readonly bytes: number;
    readonly country?: string;
    readonly files: readonly number[];
  }[];
}

/** What a reader asked to keep. Level 1: numbers and one country; 2: everything as text; 3: with sound and pictures. */
export interface Ask {
  readonly locale: string;
  readonly level: number;
  readonly country: string;
}

export interface State {
  readonly asked: readonly Ask[];
  /** The reader stopped the download. */
  readonly paused?: boolean;
  /** The version that what is kept was last compared with, and the day on which it was known to be current. */
  readonly version?: string;
  readonly fresh?: string;
  /** What was asked for and is there whole, each as `nameOf` names it. */
  readonly complete?: readonly string[];
  /** What that version had taken away. */
  readonly gone?: readonly string[];
  /** Bytes of an update that is too large to fetch without being asked. */
  readonly waiting?: number;
}

/** The name of a wish, by which it is known to be complete. */
export const nameOf = ({ locale, level, country }: Ask) => `${locale} ${level} ${country}`;

/** One thing to fetch, and the paths that come with it. */
export interface Step {
  readonly file: string;
  readonly bytes: number;
  readonly paths: readonly (readonly [path: string, hash: string])[];
  readonly many: boolean;
}

type Kept = 'seen' | 'set';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  js: 'text/javascript',
  vcf: 'text/vcard; charset=utf-8',
  webmanifest: 'application/manifest+json',
};
const typeOf = (path: string) => types[/\.(\w+)$/.exec(path)?.[1] ?? 'html'];

/** SHA-256, its first six bytes in base64url, as `publish/keep.ts` writes it. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 6);
  return btoa(String.fromCharCode(...digest))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}

/** Today, `YYYY-MM-DD`. */
export const today = () => new Date().toISOString().slice(0, 10);

/**
 * The shelf of a site.
 * @param base where the site lives, with a slash at both ends
 */
export function openShelf(base: string) {
  const prefix = `before-you-go ${base} `;
  const main = `${prefix}kept`;
  const next = `${prefix}next`;
  const about = `${prefix}about`;
  /** What the reader asked for stands apart from what the worker finds out, so that neither overwrites the other. */
  const notes = { asked: `${base}keep/asked`, found: `${base}keep/found` };
  const entry = (path: string) => new Request(base + path);
  let closed = false;

  /** Writes into a cache, unless everything was removed meanwhile. */
  async function write(name: string, request: RequestInfo, response: Response): Promise<void> {
    if (closed) return;
    await (await caches.open(name)).put(request, response);
    if (closed) await caches.delete(name);
  }

  /** Puts bytes on the shelf (or beside it, until a whole update is there) with the headers they came with. */
  async function put(path: string, bytes: ArrayBuffer, came: Headers, kept: Kept, aside = false): Promise<void> {
    const headers = new Headers(came);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'etag', 'date'])
      headers.delete(name);
    const type = typeOf(path);
    if (type) headers.set('content-type', type);
    headers.set('x-hash', await hashOf(bytes));
    headers.set('x-kept', kept);
    headers.set('x-day', today());
    await write(aside ? next : main, entry(path), new Response(bytes, { headers }));
  }

  /** An entry whose bytes are as they were put; a broken one is thrown away. */
  async function take(path: string): Promise<{ bytes: ArrayBuffer; headers: Headers } | undefined> {
    const found = await caches.match(entry(path), { cacheName: main } as CacheQueryOptions);
    if (!found) return undefined;
    const hash = found.headers.get('x-hash') ?? '';
    const bytes = await found.arrayBuffer();
    if ((await hashOf(bytes)) === hash) return { bytes, headers: found.headers };
    await remove(path);
    return undefined;
  }

  /** Path, hash and mark of everything on the shelf, or beside it. */
  async function index(aside = false): Promise<Map<string, { hash: string; kept: string }>> {
    const name = aside ? next : main;
    if (!(await caches.has(name))) return new Map();
    const cache = await caches.open(name);
    const [keys, all] = await Promise.all([cache.keys(), cache.matchAll()]);
    return new Map(
      keys.map(({ url }, at) => {
        const headers = (all[at] as Response).headers;
        const path = new URL(url).pathname.slice(base.length);
        return [path, { hash: headers.get('x-hash') ?? '', kept: headers.get('x-kept') ?? '' }];
      }),
    );
  }

  async function remove(path: string): Promise<void> {
    for (const name of [main, next]) if (await caches.has(name)) await (await caches.open(name)).delete(entry(path));
  }

  /** Brings what was laid aside onto the shelf, when all of it is there. */
  async function promote(): Promise<void> {
    if (closed || !(await caches.has(next))) return;
    const from = await caches.open(next);
    for (const request of await from.keys()) {
      const response = await from.match(request);
      if (response) await write(main, request, response);
    }
    await caches.delete(next);
  }

  async function noted(note: string): Promise<Partial<State>> {
    const found = await caches.match(note, { cacheName: about } as CacheQueryOptions);
    return found ? ((await found.json()) as Partial<State>) : {};
  }

  async function state(): Promise<State> {
    return { asked: [], ...(await noted(notes.found)), ...(await noted(notes.asked)) };
  }

  /** Notes what the reader asked for. */
  async function ask(change: Pick<State, 'asked' | 'paused'> | Pick<State, 'paused'>): Promise<void> {
    const all = { ...(await noted(notes.asked)), ...change };
    await write(about, notes.asked, new Response(JSON.stringify(all)));
  }

  /** Notes what a contact with the site found out. */
  async function note(change: Omit<Partial<State>, 'asked' | 'paused'>): Promise<void> {
    const all = { ...(await noted(notes.found)), ...change };
    await write(about, notes.found, new Response(JSON.stringify(all)));
  }

  /** Takes everything off this phone, and puts nothing back. */
  async function clear(): Promise<void> {
    closed = true;
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  }

  /**
   * Fetches a file of the site anew.
   * @throws `status 404` and the like, also for a redirect; the browser's own error without a network
   */
  async function fetchFile(file: string): Promise<{ bytes: ArrayBuffer; headers: Headers }> {
    const answer = await fetch(base + file, { cache: 'no-cache', credentials: 'omit' });
    if (!answer.ok || answer.redirected) throw new Error(`status ${answer.status}`);
    return { bytes: await answer.arrayBuffer(), headers: answer.headers };
  }

  /**
   * Fetches a step and puts what came onto the shelf: beside it what would replace something there.
   * @throws `changed` when the site has a newer version than the list
   */
  async function fetchStep(step: Step, there: ReadonlyMap<string, unknown>): Promise<void> {
    const { bytes, headers } = await fetchFile(step.file);
    const parts = step.many ? unpack(new TextDecoder().decode(bytes)) : undefined;
    for (const [path, hash] of step.paths) {
      const part = parts ? (new TextEncoder().encode(parts(path)).buffer as ArrayBuffer) : bytes;
      if (hash && (await hashOf(part)) !== hash) throw new Error('changed');
      await put(path, part, headers, 'set', there.has(path));
    }
  }

  /** Whether everything was removed: such a shelf takes nothing more. */
  const isClosed = () => closed;

  return { isClosed, put, take, index, remove, promote, state, ask, note, clear, fetchFile, fetchStep };
}

export type Shelf = ReturnType<typeof openShelf>;

/** The files in a piece: what they share (styles and scripts) stands once and is named by its number. */
function unpack(text: string): (path: string) => string {
  const { shared, files } = JSON.parse(text) as { shared: string[]; files: Record<string, string> };
  return (path) => (files[path] ?? '').replace(/\uE000(\d+)\uE000/g, (_all, at: string) => shared[Number(at)] ?? '');
}

const isSearch = (path: string) => path.startsWith('pagefind/');
const isMedia = (path: string) => path.startsWith('media/');

/** The numbers of the files a reader asked for. Level 1 is what the piece of the country holds, and the scripts. */
export function wanted({ files, scripts, pieces }: List, { level, country }: Ask, search = true): number[] {
  if (level === 1) return [...scripts, ...(pieces.find((piece) => piece.country === country)?.files ?? [])];
  return files.flatMap(([path], at) => ((isMedia(path) && level < 3) || (isSearch(path) && !search) ? [] : [at]));
}

/** What to fetch for files that are not there: the piece that holds several, where that is lighter than each alone. Scripts and data come before pages. */
export function plan(
  list: List,
  numbers: readonly number[],
  there: ReadonlyMap<string, { hash: string }>,
  country = '',
): Step[] {
  const missing = new Set(
    numbers.filter((at) => {
      const [path = '', hash] = list.files[at] ?? [];
      const found = there.get(path);
      return !found || (hash !== '' && found.hash !== hash);
    }),
  );
  const named = (at: number) => (list.files[at] ?? ['', '', 0]) as List['files'][number];
  const steps: Step[] = [];
  for (const piece of list.pieces) {
    if ((piece.country ?? '') !== country) continue;
    const inside = piece.files.filter((at) => missing.has(at));
    const alone = inside.reduce((sum, at) => sum + named(at)[2], 0);
    // Pieces of the search hold files that are not to be had alone.
    if (inside.length === 0 || (alone < piece.bytes && !inside.some((at) => isSearch(named(at)[0])))) continue;
    for (const at of inside) missing.delete(at);
    steps.push({
      file: piece.file,
      bytes: piece.bytes,
      many: true,
      paths: inside.map((at) => [named(at)[0], named(at)[1]] as const),
    });
  }
  const single = [...missing].map((at) => {
    const [path, hash, bytes] = named(at);
    return { file: path, bytes, many: false, paths: [[path, hash] as const] };
  });
  const isPage = ({ file, many }: Step) => many || file === '' || file.endsWith('/');
  return [...single.filter((step) => !isPage(step)), ...steps, ...single.filter(isPage)];
}
