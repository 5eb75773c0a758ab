import { useEffect, useRef, useState } from 'preact/hooks';
import { fold, unseen } from '../domain/fold.ts';
import { pluralOf } from '../domain/plural.ts';

/** What we use of Pagefind's own script, which is loaded when the reader first searches. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(
    term: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<Found> }[] }>;
}
interface Found {
  url: string;
  excerpt: string;
  meta: Record<string, string | undefined>;
}

/** What the page hands over: addresses, words and data, all made at build time. */
export interface Props {
  base: string;
  /** A letter a number: which plural form it takes. */
  plurals: string;
  words: {
    label: string;
    placeholder: string;
    button: string;
    loading: string;
    none: string;
    results: Record<string, string>;
    emptyHelp: string;
    failed: string;
    all: string;
    kind: string;
    country: string;
    anyCountry: string;
    more: string;
    start: string;
    kinds: Record<string, string>;
  };
  countries: { code: string; name: string }[];
  /** The page for somebody in danger, and the words that must lead there whatever else they find. */
  urgent: { words: readonly string[]; url: string; title: string; summary: string };
}

interface Wish {
  q: string;
  kind: string;
  country: string;
}

const page = 5;

/** What the address asks for; anything it should not hold is dropped. */
function wishFrom(search: string, { words, countries }: Props): Wish {
  const asked = new URLSearchParams(search);
  const kind = asked.get('kind') ?? '';
  const country = asked.get('country') ?? '';
  return {
    q: (asked.get('q') ?? '').slice(0, 100),
    kind: Object.keys(words.kinds).includes(kind) ? kind : '',
    country: countries.some(({ code }) => code === country) ? country : '',
  };
}

/** Search on the phone: the index comes in pieces from this site, and what is typed goes nowhere. */
export default function Search(props: Props) {
  const { base, plurals, words, countries } = props;
  const [wish, setWish] = useState<Wish>({ q: '', kind: '', country: '' });
  const [found, setFound] = useState<{ all: { data(): Promise<Found> }[]; shown: Found[]; for: string } | undefined>();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const engine = useRef<Promise<Pagefind>>();
  const turn = useRef(0);

  const load = () => {
    engine.current ??= import(/* @vite-ignore */ `${base}pagefind/pagefind.js`).then(async (pagefind: Pagefind) => {
      await pagefind.options({ excerptLength: 18, noWorker: true });
      return pagefind;
    });
    engine.current.catch(() => {
      engine.current = undefined;
    });
    return engine.current;
  };

  const run = async (next: Wish) => {
    setWish(next);
    const q = next.q.trim();
    const asked = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ''));
    history.replaceState(null, '', `${location.pathname}${String(asked) && '?'}${asked}`);
    turn.current += 1;
    const mine = turn.current;
    if (!q) {
      setFound(undefined);
      setState('idle');
      return;
    }
    setState('busy');
    try {
      const filters = { ...(next.kind && { kind: next.kind }), ...(next.country && { country: next.country }) };
      const { results } = await (await load()).search(fold(q), { filters });
      const shown = await Promise.all(results.slice(0, page).map((result) => result.data()));
      if (mine !== turn.current) return;
      setFound({ all: results, shown, for: q });
      setState('idle');
    } catch {
      if (mine === turn.current) setState('failed');
    }
  };

  useEffect(() => {
    const asked = wishFrom(location.search, props);
    if (asked.q) void run(asked);
    else setWish(asked);
  }, []);

  const more = async () => {
    if (!found) return;
    const mine = turn.current;
    try {
      const next = await Promise.all(
        found.all.slice(found.shown.length, found.shown.length + page).map((result) => result.data()),
      );
      if (mine === turn.current) setFound({ ...found, shown: [...found.shown, ...next] });
    } catch {
      if (mine === turn.current) setState('failed');
    }
  };

  const plain = (text: string) => fold(text.trim().toLowerCase()).normalize('NFD').replace(/\p{M}/gu, '');
  const urgent =
    found && props.urgent.words.some((word) => plain(word) === plain(found.for)) ? props.urgent : undefined;
  const others = found?.shown.filter(({ url }) => url !== urgent?.url) ?? [];
  const count = found?.all.length ?? 0;
  const phrase = !found
    ? words.start
    : count === 0
      ? words.none
      : (words.results[pluralOf(count, plurals)] ?? words.results.x ?? '');
  const status =
    state === 'busy'
      ? words.loading
      : state === 'failed'
        ? words.failed
        : phrase.replace('{n}', String(count)).replace('{query}', () => found?.for ?? '');

  return (
    <div class="search">
      {/* biome-ignore lint/a11y/useSemanticElements: the search element is unknown to browsers before 2023 */}
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void run(wish);
        }}
      >
        <label for="q">{words.label}</label>
        <div class="ask">
          <input
            id="q"
            name="q"
            type="search"
            dir="auto"
            maxLength={100}
            autocomplete="off"
            placeholder={words.placeholder}
            value={wish.q}
            onInput={(event) => setWish({ ...wish, q: event.currentTarget.value })}
            onFocus={() => void load()}
          />
          <button class="btn" type="submit">
            {words.button}
          </button>
        </div>
        <div class="narrow">
          <label>
            {words.kind}
            <select
              name="kind"
              value={wish.kind}
              onChange={(event) => void run({ ...wish, kind: event.currentTarget.value })}
            >
              <option value="">{words.all}</option>
              {Object.entries(words.kinds).map(([kind, name]) => (
                <option key={kind} value={kind}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.country}
            <select
              name="country"
              value={wish.country}
              onChange={(event) => void run({ ...wish, country: event.currentTarget.value })}
            >
              <option value="">{words.anyCountry}</option>
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
      </form>
      <p class="count" role="status">
        {status}
      </p>
      {found && count === 0 && state === 'idle' && <p>{words.emptyHelp}</p>}
      {found && state !== 'failed' && count > 0 && (
        <ol class="results">
          {urgent && (
            <li class="help">
              <a href={urgent.url}>
                <b>{urgent.title}</b>
              </a>
              <p>{urgent.summary}</p>
            </li>
          )}
          {others.map((result) => (
            <li key={result.url} class={result.meta.kind}>
              <a href={result.url}>
                <b>{result.meta.title}</b>
              </a>
              <span class="kind">{words.kinds[result.meta.kind ?? ''] ?? ''}</span>
              {result.excerpt.includes(unseen) ? (
                <p>{result.meta.summary}</p>
              ) : (
                // Pagefind escapes the text and adds only <mark>.
                <p dangerouslySetInnerHTML={{ __html: result.excerpt }} />
              )}
            </li>
          ))}
        </ol>
      )}
      {found && found.shown.length < count && (
        <button class="btn quiet" type="button" onClick={() => void more()}>
          {words.more}
        </button>
      )}
    </div>
  );
}
