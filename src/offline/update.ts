/** What happens when the network answers: what was taken away goes at once, what changed is fetched, all of it or nothing of it. */
import { type Ask, type List, plan, type Shelf, type Step, today, type Version, wanted } from './shelf.ts';

/** Updates up to this many bytes are fetched without asking; a larger one waits for a tap on "Keep on this phone". */
const unasked = 200_000;

const decoder = new TextDecoder();

/** Reads a file of the site as JSON, past every cache. */
export async function readJson<T>(shelf: Shelf, file: string): Promise<T> {
  return JSON.parse(decoder.decode((await shelf.fetchFile(file)).bytes)) as T;
}

/** Takes from the shelf what the site has taken away since the last contact, and whatever else there speaks of it: lists, country pages, finds of the search. */
export async function removeGone(shelf: Shelf, { gone }: Version, before: readonly string[]): Promise<void> {
  const there = await shelf.index();
  for (const path of Object.keys(gone))
    if (there.has(path) && there.get(path)?.hash !== gone[path]) await shelf.remove(path);
  const names = Object.keys(gone)
    .filter((path) => !before.includes(path))
    .flatMap((path) => [`/${path}"`, `"${path.split('/').slice(-2)[0]}"`]);
  if (names.length === 0) return;
  for (const path of there.keys()) {
    if (path in gone || !/^$|\/$|\.(json|pf_fragment)$/.test(path)) continue;
    const found = await shelf.take(path);
    const text = found ? decoder.decode(found.bytes) : '';
    if (names.some((name) => text.includes(name))) await shelf.remove(path);
  }
}

/** The lists of the languages that are kept, and what their readers asked for. */
async function lists(shelf: Shelf, asked: readonly Ask[]): Promise<(readonly [Ask, List])[]> {
  const locales = [...new Set(asked.map(({ locale }) => locale))];
  const read = new Map<string, List>();
  for (const locale of locales) read.set(locale, await readJson<List>(shelf, `keep/${locale}.json`));
  return asked.map((ask) => [ask, read.get(ask.locale) as List] as const);
}

/** What is still to be fetched so that everything asked for is there and current. */
export interface Missing {
  readonly steps: readonly Step[];
  /** Bytes of these steps, and of all that was asked for. */
  readonly bytes: number;
  readonly all: number;
  /** The version of the site they belong to. */
  readonly version: string;
}

/** @param search whether the search belongs to it: it changes as a whole with every page, so it is only renewed when the reader asks */
export async function missing(shelf: Shelf, asked: readonly Ask[], search: boolean): Promise<Missing> {
  const there = new Map([...(await shelf.index()), ...(await shelf.index(true))]);
  const known = await lists(shelf, asked);
  const stepsWith = (found: ReadonlyMap<string, { hash: string }>) => {
    const steps = known.flatMap(([ask, list]) =>
      plan(list, wanted(list, ask, search), found, ask.level === 1 ? ask.country : ''),
    );
    // What two languages share is fetched once.
    return [...new Map(steps.map((step) => [step.file, step])).values()];
  };
  const sum = (steps: readonly Step[]) => steps.reduce((total, { bytes }) => total + bytes, 0);
  const steps = stepsWith(there);
  return { steps, bytes: sum(steps), all: sum(stepsWith(new Map())), version: known[0]?.[1].version ?? '' };
}

/** Takes from the shelf what no list of a kept language names any more. */
export async function tidy(shelf: Shelf, asked: readonly Ask[], search: boolean): Promise<void> {
  const known = new Set<string>();
  const locales = new Set(asked.map(({ locale }) => locale));
  for (const [, list] of await lists(shelf, asked)) for (const [path] of list.files) known.add(path);
  for (const [path, { kept }] of await shelf.index()) {
    const mine = locales.has(path.split('/')[0] ?? '') || (kept === 'set' && (search || !path.startsWith('pagefind/')));
    if (mine && !known.has(path)) await shelf.remove(path);
  }
}

/**
 * One contact with the site.
 * @throws the browser's own error when there is no network
 */
export async function contact(shelf: Shelf): Promise<void> {
  const version = await readJson<Version>(shelf, 'keep/version.json');
  const state = await shelf.state();
  if (state.version === version.version && !state.waiting) return shelf.setState({ fresh: today() });
  if (state.version !== version.version) await removeGone(shelf, version, state.gone ?? []);
  if (state.asked.length > 0 && !state.paused) {
    const { steps, bytes } = await missing(shelf, state.asked, false);
    if (bytes > unasked) return shelf.setState({ waiting: bytes, gone: Object.keys(version.gone) });
    const there = await shelf.index();
    for (const step of steps) await shelf.fetchStep(step, there);
    await shelf.promote();
    await tidy(shelf, state.asked, false);
  }
  await shelf.setState({ version: version.version, fresh: today(), gone: Object.keys(version.gone), waiting: 0 });
}
