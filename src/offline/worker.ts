/**
 * The service worker: pages seen open again without a network, what was kept opens all, and a page that is neither leads to the
 * offline page in the reader's language. It answers only for this site and never keeps an error or a redirect.
 */
import { openShelf, today } from './shelf.ts';
import { contact } from './update.ts';

/** What we use of a worker's own world, which TypeScript only knows apart from that of a page. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface World {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void>; matchAll(wish: object): Promise<{ readonly url: string }[]> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', act: (event: WorkerEvent) => void): void;
  addEventListener(kind: 'fetch', act: (event: FetchEvent) => void): void;
  addEventListener(kind: 'message', act: (event: WorkerEvent & MessageEvent) => void): void;
}
const world = self as unknown as World;
const base = new URL(world.registration.scope).pathname;
let shelf = openShelf(base);

/** Left to the network alone: what is fetched to be kept, what is handed on as a file, and what is for machines. */
const apart = /^(sw\.js$|keep\/|packs\/|pdf\/|data\/|[^/]+\/stories\/feed)/;
const day = 86_400_000;
/** After so many days without a contact a page says that it may be out of date. */
const oldAfter = 60;
/** Between two contacts, in milliseconds. */
const pause = 60_000;
let last = -pause;

const pathOf = (url: string) => new URL(url).pathname.slice(base.length);
const localeOf = (path: string) => path.split('/')[0] ?? '';
const isPage = (path: string) => path === '' || path.endsWith('/');
const textOf = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);

/** Keeps a page that was seen, after the scripts it needs, so that the two always fit. */
async function keepSeen(path: string, answer: Response, kept: 'seen' | 'set' = 'seen'): Promise<void> {
  const bytes = await answer.arrayBuffer();
  await keepScripts(textOf(bytes));
  await shelf.put(path, bytes, answer.headers, kept);
}

/** What the first group of a pattern finds, everywhere in a text; `matchAll` is unknown to Chromium 72. */
function named(text: string, pattern: RegExp): string[] {
  const found: string[] = [];
  text.replace(pattern, (all, name: string) => {
    found.push(name);
    return all;
  });
  return found;
}

async function keepScripts(html: string): Promise<void> {
  for (const path of named(html, /"[^"]*?\/(assets\/[^"]+\.js)"/g)) {
    if (await shelf.take(path)) continue;
    const { bytes, headers } = await shelf.fetchFile(path);
    await keepImports(path, textOf(bytes));
    await shelf.put(path, bytes, headers, 'seen');
  }
}

/** The scripts a script begins with. */
async function keepImports(path: string, code: string): Promise<void> {
  const names = named(code, /(?:from|import)\s*\(?["']\.\/([^"']+\.js)["']/g).map((name) => `"/assets/${name}"`);
  if (names.length > 0 && !names.includes(`"/${path}"`)) await keepScripts(names.join(' '));
}

/** Fetches and keeps a page nobody asked for now: the offline page, the calendar, and the page that was open before the worker. */
async function fetchPage(path: string, cache: RequestCache): Promise<void> {
  const answer = await fetch(base + path, { cache, credentials: 'omit' });
  if (isWhole(answer)) await keepSeen(path, answer);
}

const isWhole = (answer: Response) =>
  answer.status === 200 &&
  !answer.redirected &&
  answer.type === 'basic' &&
  /html/.test(answer.headers.get('content-type') ?? '');

/** What every reader of a language needs without a network. */
async function keepNeeded(locale: string): Promise<void> {
  for (const path of [`${locale}/offline/`, `${locale}/calendar/`])
    if (!(await shelf.take(path))) await fetchPage(path, 'default');
}

/** Looks whether a page on the shelf has changed, without making the reader wait. */
async function refresh(path: string, kept: 'seen' | 'set'): Promise<void> {
  const state = await shelf.state();
  if (kept === 'set' && !state.waiting) return;
  const answer = await fetch(base + path, { cache: 'no-cache', credentials: 'omit' });
  if (answer.status === 404) return shelf.remove(path);
  if (!isWhole(answer)) return;
  const found = await answer.clone().arrayBuffer();
  // A page of a set that runs scripts waits for its data.
  if (kept === 'set' && textOf(found).includes('/assets/')) return;
  await keepSeen(path, answer, kept);
}

async function page(event: FetchEvent, path: string): Promise<Response> {
  const form = /^[^/]+\/help\/in\/$/.test(path) ? new URL(event.request.url).searchParams : undefined;
  const kept = form?.get('country') ? undefined : await shelf.take(path);
  event.waitUntil(meet(localeOf(path)));
  if (kept) {
    event.waitUntil(refresh(path, kept.headers.get('x-kept') === 'set' ? 'set' : 'seen').catch(() => {}));
    return aged(path, kept.bytes, kept.headers);
  }
  try {
    const answer = await fetch(event.request);
    if (isWhole(answer)) event.waitUntil(keepSeen(path, answer.clone()).catch(() => {}));
    return answer;
  } catch {
    return (form && (await listAsked(path, form))) ?? offlinePage(localeOf(path));
  }
}

/** The list a form without a script asks for, when it is kept. */
async function listAsked(path: string, form: URLSearchParams): Promise<Response | undefined> {
  const [country = '', need = ''] = [form.get('country') ?? '', form.get('need') ?? ''];
  if (!/^[a-z]{2}$/.test(country)) return undefined;
  for (const list of [`${path}${country}/${need.replace(/[^a-z]/g, '')}/`, `${path}${country}/`, path]) {
    const found = !list.includes('//') && (await shelf.take(list));
    if (found) return new Response(found.bytes, { headers: found.headers });
  }
  return undefined;
}

/** Where the offline page is not kept in the reader's language, that of another; else the browser's own words. */
async function offlinePage(locale: string): Promise<Response> {
  const others = [...(await shelf.index()).keys()].filter((path) => /^[^/]+\/offline\/$/.test(path));
  for (const path of [`${locale}/offline/`, ...others]) {
    const found = await shelf.take(path);
    if (found) return new Response(found.bytes, { headers: found.headers, status: 503 });
  }
  return Response.error();
}

/** A page as it was kept; one that nobody could compare with the site for long says so, in the words of the offline page. */
async function aged(path: string, bytes: ArrayBuffer, headers: Headers): Promise<Response> {
  const { fresh = '' } = await shelf.state();
  const known = headers.get('x-kept') === 'set' && fresh > (headers.get('x-day') ?? '') ? fresh : headers.get('x-day');
  const days = (Date.parse(today()) - Date.parse(known ?? today())) / day;
  const words = days > oldAfter ? await shelf.take(`${localeOf(path)}/offline/`) : undefined;
  const old = words && /<template id="old">([\s\S]*?)<\/template>/.exec(textOf(words.bytes))?.[1];
  return new Response(old ? textOf(bytes).replace('<main', `${old}<main`) : bytes, { headers });
}

/** A script, a picture or data: from the shelf when it is kept, else from the network; scripts are kept, their names change with them. */
async function file(event: FetchEvent, path: string): Promise<Response> {
  const kept = await shelf.take(path);
  if (kept) return new Response(kept.bytes, { headers: kept.headers });
  const answer = await fetch(event.request);
  if (path.startsWith('assets/') && answer.status === 200 && !answer.redirected) {
    const copy = answer.clone();
    event.waitUntil(
      copy
        .arrayBuffer()
        .then((bytes) => shelf.put(path, bytes, copy.headers, 'seen'))
        .catch(() => {}),
    );
  }
  return answer;
}

let meeting: Promise<void> | undefined;
/** One contact at a time: who comes while one is under way shares it. */
function meetOnce(): Promise<void> {
  const end = () => {
    meeting = undefined;
  };
  if (!meeting) {
    meeting = contact(shelf);
    meeting.then(end, end);
  }
  return meeting;
}

/** At most once a minute: asks what is new, and sees that the reader's language has what it needs. */
async function meet(locale: string): Promise<void> {
  if (Date.now() - last < pause) return;
  last = Date.now();
  try {
    await meetOnce();
    if (/^[a-z]{2,3}(-|$)/.test(locale)) await keepNeeded(locale);
  } catch {
    // No network, or a site in the middle of a change: the next contact tries again.
    last = -pause;
  }
}

world.addEventListener('install', (event) => event.waitUntil(world.skipWaiting()));

world.addEventListener('activate', (event) => {
  const begin = async () => {
    await world.clients.claim();
    for (const { url } of await world.clients.matchAll({ type: 'window' })) {
      const path = pathOf(url);
      if (!isPage(path) || apart.test(path)) continue;
      // The page is in the browser's own cache: no byte is fetched twice.
      await fetchPage(path, 'force-cache');
      await keepNeeded(localeOf(path));
    }
  };
  event.waitUntil(begin().catch(() => {}));
});

world.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(base)) return;
  const path = pathOf(request.url);
  const isVisit = request.mode === 'navigate';
  // What a page fetches to keep it goes past the worker, as it goes past every cache; a page loaded anew does not.
  if (apart.test(path) || (!isVisit && request.cache === 'no-cache')) return;
  // After "Remove everything" a new page is a new beginning; what was still on its way finds the old shelf closed.
  if (isVisit && shelf.isClosed()) shelf = openShelf(base);
  if (isVisit) event.respondWith(page(event, path.replace(/index\.html$/, '')));
  else event.respondWith(file(event, path));
});

world.addEventListener('message', (event) => {
  const answer = (work: Promise<unknown>) =>
    event.waitUntil(
      work.then(
        () => event.ports[0]?.postMessage('done'),
        (error) => event.ports[0]?.postMessage(String(error)),
      ),
    );
  if (event.data === 'clear') {
    answer(shelf.clear());
  }
  if (event.data === 'contact') {
    last = Date.now();
    answer(meetOnce());
  }
});
