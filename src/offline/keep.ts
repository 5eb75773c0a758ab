/** The page "Keep on this phone": asks how much, fetches it piece by piece, and says the truth about how far it is. */
import { removeEverything } from './clear.ts';
import { type Ask, nameOf, openShelf, type Shelf, type State, today } from './shelf.ts';
import { contact, type Missing, missing, readJson, tidy } from './update.ts';

type Sizes = Record<string, { text: number; media: number; countries: Record<string, number> }>;

/** Between two tries while there is no network, in milliseconds. */
const again = 15_000;

const page = document.getElementById('keep') as HTMLElement;
const words = JSON.parse(page.querySelector('script')?.textContent ?? '{}') as Record<string, string> & {
  names: Record<string, string>;
  countries: Record<string, string>;
};
const base = import.meta.env.BASE_URL;
const locale = page.dataset.locale ?? '';
let shelf = openShelf(base);
const find = <E extends HTMLElement>(name: string) => page.querySelector(`[data-${name}]`) as E;
const [form, status, bar, halt, go] = [
  find<HTMLFormElement>('form'),
  find('status'),
  find<HTMLProgressElement>('bar'),
  find<HTMLButtonElement>('pause'),
  find<HTMLButtonElement>('go'),
];
const country = form.elements.namedItem('country') as HTMLSelectElement;
const numbers = new Intl.NumberFormat(page.dataset.format, { maximumSignificantDigits: 2 });

/** Bytes in words a reader compares with a bundle: kB below one megabyte. */
const size = (bytes: number) =>
  bytes < 999_500
    ? (words.kb ?? '').replace('{n}', numbers.format(Math.max(1, Math.round(bytes / 1000))))
    : (words.mb ?? '').replace('{n}', numbers.format(bytes / 1_000_000));
const say = (key: string, ...sizes: number[]) => {
  status.textContent = sizes.reduce((text, bytes, at) => text.replace(`{${at}}`, size(bytes)), words[key] ?? '');
};

let running = false;
/** Something was asked for while it ran. */
let more = false;
let timer = 0;
let state: State = { asked: [] };

/** Which buttons there are: to stop while it runs, to go on when it does not. */
const show = (mode: 'idle' | 'busy' | 'stopped') => {
  halt.hidden = mode !== 'busy';
  go.hidden = mode !== 'stopped';
  bar.hidden = mode === 'idle';
};

/** Says what the phone holds: a line for each language, and the pages only seen. */
async function inventory(): Promise<void> {
  const there = [...(await shelf.index())];
  const seen = there.filter(
    ([path, { kept }]) => kept === 'seen' && path.endsWith('/') && !/\/(offline|calendar|keep)\/$/.test(path),
  );
  const whole = (await shelf.state()).complete ?? [];
  const lines = state.asked.map((ask) => {
    const { locale: key, level, country: code } = ask;
    const what = (words[`level${level}`] ?? '').replace('{country}', () => words.countries[code] ?? code);
    return `${words.names[key] ?? key}: ${what}${whole.includes(nameOf(ask)) ? '' : ` (${words.part})`}`;
  });
  if (seen.length > 0) lines.push((words.seen ?? '').replace('{n}', numbers.format(seen.length)));
  const list = find('inventory');
  list.textContent = '';
  for (const line of lines.length > 0 ? lines : [words.nothing ?? '']) {
    const item = document.createElement('li');
    item.textContent = line;
    list.append(item);
  }
}

/** Fetches step after step. @throws what the browser says when the network or the room ends */
async function fetchAll(mine: Shelf, { steps, bytes, all, version }: Missing): Promise<void> {
  const there = await mine.index();
  let left = bytes;
  bar.max = all;
  for (const step of steps) {
    if (state.paused) return;
    bar.value = all - left;
    say('busy', all - left, all);
    await mine.fetchStep(step, there);
    left -= step.bytes;
  }
  if (state.paused) return;
  await mine.promote();
  await tidy(mine, state.asked, true);
  await mine.note({ complete: state.asked.map(nameOf), version, fresh: today(), waiting: 0 });
  state = await mine.state();
}

/** Begins or goes on until everything asked for is there. */
async function run(): Promise<void> {
  clearTimeout(timer);
  if (running) more = true;
  if (running || state.paused || state.asked.length === 0) return;
  running = true;
  more = false;
  show('busy');
  // After "Remove everything" this shelf is closed, whatever is still on its way.
  const mine = shelf;
  let rest: Missing | undefined;
  try {
    rest = await missing(mine, state.asked, true);
    await fetchAll(mine, rest);
    if (state.asked.length === 0) show('idle');
    else if (state.paused) {
      const still = await missing(shelf, state.asked, true);
      say('paused', still.all - still.bytes, still.bytes);
      show('stopped');
    } else {
      bar.value = bar.max;
      say('done', rest.all);
      show('idle');
    }
  } catch (error) {
    await failed(error as Error, rest);
  }
  running = false;
  await inventory();
  if (more) void run();
}

async function failed(error: Error, rest: Missing | undefined): Promise<void> {
  show('stopped');
  if (error.name === 'QuotaExceededError') {
    // What is still missing is counted anew: what came before the phone was full stays.
    const still = await missing(shelf, state.asked, true).catch(() => rest);
    say('full', (still?.all ?? 0) - (still?.bytes ?? 0), still?.bytes ?? 0);
  } else if (error.message === 'changed') {
    say('changed');
    timer = window.setTimeout(() => void run(), again / 15);
  } else {
    say(/^status/.test(error.message) ? 'failed' : 'noNetwork');
    timer = window.setTimeout(() => void run(), again);
  }
}

async function change(next: Parameters<Shelf['ask']>[0]): Promise<void> {
  await shelf.ask(next);
  state = await shelf.state();
}

/** The sizes beside the choices, before anything is fetched. */
async function showSizes(): Promise<void> {
  const sizes = (await readJson<Sizes>(shelf, 'keep/sizes.json'))[locale];
  if (!sizes) return;
  const print = () => {
    const chosen = sizes.countries[country.value];
    const most = Math.max(...Object.values(sizes.countries));
    const first = chosen ? size(chosen) : (words.upTo ?? '').replace('{0}', size(most));
    [first, size(sizes.text), sizes.media > 0 ? size(sizes.text + sizes.media) : ''].forEach((text, at) => {
      const place = form.querySelector(`[data-size="${at + 1}"]`);
      if (place) place.textContent = text;
    });
  };
  const third = form.querySelector('[value="3"]') as HTMLInputElement;
  third.disabled = sizes.media === 0;
  find('none').hidden = sizes.media > 0;
  country.addEventListener('change', print);
  print();
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const level = Number(new FormData(form).get('level'));
  const ask: Ask = { locale, level, country: level === 1 ? country.value : '' };
  if (level === 1 && !ask.country) {
    say('which');
    country.focus();
    return;
  }
  // The browser may keep it longer when it is asked; it need not.
  void navigator.storage?.persist?.();
  void navigator.serviceWorker.register(`${base}sw.js`);
  const others = state.asked.filter(
    (one) => one.locale !== locale || (level === 1 && one.level === 1 && one.country !== ask.country),
  );
  await change({ asked: [...others, ask], paused: false });
  void run();
});

halt.addEventListener('click', () => void change({ paused: true }));
go.addEventListener('click', async () => {
  await change({ paused: false });
  void run();
});
addEventListener('online', () => void run());

find('check').addEventListener('click', async () => {
  try {
    await contact(shelf);
    state = await shelf.state();
    if (state.asked.length > 0) await run();
    else say('current');
  } catch {
    say('noNetwork');
  }
});

find('clear').addEventListener('click', async () => {
  clearTimeout(timer);
  // A step that is still on its way finds this shelf closed.
  state = { asked: [], paused: true };
  await shelf.clear();
  await removeEverything(base);
  shelf = openShelf(base);
  show('idle');
  say('cleared');
  const list = find('inventory');
  list.textContent = '';
  list.append(Object.assign(document.createElement('li'), { textContent: words.nothing }));
});

async function begin(): Promise<void> {
  find('works').hidden = false;
  state = await shelf.state();
  const mine = state.asked.find((ask) => ask.locale === locale);
  if (mine?.country) country.value = mine.country;
  for (const box of form.querySelectorAll<HTMLInputElement>('[name=level]'))
    if (mine) box.checked = Number(box.value) === mine.level;
  await inventory();
  await showSizes().catch(() => say('noNetwork'));
  if (state.paused) {
    say('wait');
    show('stopped');
  } else if (state.asked.length > 0) await run();
}

if ('caches' in window && 'serviceWorker' in navigator) void begin();
else find('cannot').hidden = false;
