import { useEffect, useRef, useState } from 'preact/hooks';
import type { Position } from '../domain/distance.ts';
import {
  type Found,
  find,
  nextBest,
  noWish,
  queryOf,
  type Shard,
  type Town,
  type Wish,
  wishFrom,
} from '../domain/finder.ts';
import { pluralOf } from '../domain/plural.ts';
import type { Stopped } from '../domain/service.ts';
import Choose from './Choose.tsx';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the page hands over: addresses, words and names, all made at build time. The points themselves come when asked for. */
export interface Props {
  /** Where the finder is: `/en/help/`. */
  here: string;
  /** The language of the names, for their order. */
  locale: string;
  plurals: string;
  countries: readonly Choice[];
  needs: readonly (Choice & { readonly icon: string })[];
  languages: readonly Choice[];
  kinds: Readonly<Record<string, { readonly name: string; readonly icon: string }>>;
  next: string;
  words: Readonly<
    Record<
      | 'country'
      | 'anyCountry'
      | 'city'
      | 'anyCity'
      | 'need'
      | 'anyNeed'
      | 'more'
      | 'free'
      | 'open'
      | 'women'
      | 'children'
      | 'language'
      | 'anyLanguage'
      | 'sort'
      | 'useful'
      | 'name'
      | 'near'
      | 'show'
      | 'nearMe'
      | 'asking'
      | 'denied'
      | 'unknown'
      | 'noPosition'
      | 'myTown'
      | 'chooseTown'
      | 'centre'
      | 'nearNote'
      | 'loading'
      | 'failed'
      | 'again'
      | 'odd'
      | 'none'
      | 'nearby'
      | 'national'
      | 'international'
      | 'clear'
      | 'showMore'
      | 'unconfirmed'
      | 'stale'
      | 'openNow'
      | 'isFree'
      | 'here',
      string
    >
  > & { readonly results: Readonly<Record<string, string>>; readonly statuses: Readonly<Record<Stopped, string>> };
}

const step = 20;
const worldwide = 'xx';

const read = async <T,>(address: string): Promise<T> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as T;
};

function Icon({ of, turns = false }: { of: string; turns?: boolean }) {
  // The drawing comes from our own list of pictograms.
  return (
    <svg
      class={turns ? 'i flip' : 'i'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: of }}
    />
  );
}

function Card({ found, props }: { found: Found; props: Props }) {
  const { point, country, town, far, openNow } = found;
  const { words, kinds, here, countries } = props;
  const kind = kinds[point.kind];
  const where = [countries.find(({ id }) => id === country)?.name, town?.name].filter(Boolean).join(' · ');
  const marks = [
    point.closed && words.statuses[point.closed],
    openNow && words.openNow,
    point.free && words.isFree,
    point.unconfirmed && words.unconfirmed,
    point.stale && words.stale,
  ].filter(Boolean);
  return (
    <li>
      <a class="card help" href={`${here}${point.id}/`}>
        <Icon of={kind?.icon ?? ''} />
        <span>
          <b lang={point.lang}>{point.name}</b>
          <span>{[kind?.name, where].filter(Boolean).join(' · ')}</span>
          {far !== undefined && (
            <span>{far < 5 ? words.here : words.centre.replace('{km}', String(Math.round(far / 5) * 5))}</span>
          )}
          {point.phone && (
            <span class="line">
              <bdi dir="ltr">{point.phone}</bdi>
            </span>
          )}
          {marks.length > 0 && <span>{marks.join(' · ')}</span>}
        </span>
        <Icon of={props.next} turns />
      </a>
    </li>
  );
}

function List({ title, all, props }: { title?: string; all: readonly Found[]; props: Props }) {
  if (all.length === 0) return null;
  return (
    <>
      {title && <h3>{title}</h3>}
      <ul class="cards">
        {all.map((found) => (
          <Card key={found.point.id} found={found} props={props} />
        ))}
      </ul>
    </>
  );
}

type Trouble = '' | 'denied' | 'unknown' | 'noPosition';

/** Finds assistance points on the phone: the choices work at once, the state stands in the address, the position goes nowhere. */
export default function Finder(props: Props) {
  const { words, countries, needs, languages, here } = props;
  const [awake, setAwake] = useState(false);
  const [wish, setWish] = useState<Wish>(noWish);
  const [odd, setOdd] = useState(false);
  const [shards, setShards] = useState<Readonly<Record<string, Shard>>>({});
  const [towns, setTowns] = useState<Readonly<Record<string, Town>> | undefined>();
  const [position, setPosition] = useState<Position | undefined>();
  const [myTown, setMyTown] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'asking' | 'failed'>('idle');
  const [trouble, setTrouble] = useState<Trouble>('');
  const [shown, setShown] = useState(step);
  const turn = useRef(0);
  const results = useRef<HTMLDivElement>(null);
  const compare = new Intl.Collator(props.locale).compare;

  const known = {
    countries: countries.map(({ id }) => id),
    needs: needs.map(({ id }) => id),
    languages: languages.map(({ id }) => id),
  };
  const origin = position ?? towns?.[myTown];
  const asks = queryOf({ ...wish, sort: '' }) !== '' || wish.sort === 'near';

  /**
   * Brings what a wish needs onto the phone: one small file a country. To find the nearest it reads every country, because
   * the host that serves the files must not learn from them where the reader is.
   */
  const load = async (next: Wish, from: Position | undefined) => {
    turn.current += 1;
    const mine = turn.current;
    setState('busy');
    try {
      const near = next.sort === 'near';
      if (near && !from && !towns) setTowns(await read<Record<string, Town>>(`${here}points/places.json`));
      const wanted = near ? (from ? known.countries : []) : next.country ? [next.country] : known.countries;
      const missing = [...wanted, worldwide].filter((code) => !shards[code]);
      const arrived = await Promise.all(missing.map((code) => read<Shard>(`${here}points/${code}.json`)));
      if (mine !== turn.current) return;
      // Object.fromEntries is unknown to Chromium 72.
      setShards((before) => Object.assign({}, before, ...arrived.map((shard) => ({ [shard.country]: shard }))));
      setState('idle');
    } catch {
      if (mine === turn.current) setState('failed');
    }
  };

  const ask = (change: Partial<Wish>, from: Position | undefined = origin) => {
    const next = { ...wish, ...change, ...(change.country !== undefined && { city: '' }) };
    setWish(next);
    setShown(step);
    setOdd(false);
    history.replaceState(null, '', `${here}${queryOf(next)}${location.hash}`);
    if (queryOf({ ...next, sort: '' }) !== '' || next.sort === 'near') void load(next, from);
    else setState('idle');
  };

  useEffect(() => {
    const { wish: asked, odd: strange } = wishFrom(location.search, known);
    // Where the reader is stands in no address: "nearest" must be asked for again.
    const next = asked.sort === 'near' ? { ...asked, sort: '' as const } : asked;
    setAwake(true);
    setWish(next);
    setOdd(strange);
    if (queryOf({ ...next, sort: '' }) !== '') void load(next, undefined);
  }, []);

  const startAgain = () => {
    setPosition(undefined);
    setMyTown('');
    ask(noWish);
  };

  const nearMe = () => {
    setTrouble('');
    if (!navigator.geolocation) {
      setTrouble('noPosition');
      ask({ sort: 'near' });
      return;
    }
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const from = { latitude: coords.latitude, longitude: coords.longitude };
        setPosition(from);
        ask({ sort: 'near', country: '' }, from);
      },
      (error) => {
        setTrouble(error.code === error.PERMISSION_DENIED ? 'denied' : 'unknown');
        ask({ sort: 'near' });
      },
      { timeout: 20_000, maximumAge: 600_000 },
    );
  };

  const situation = { now: new Date(), origin, compare };
  const chosen = (wish.country ? [wish.country] : known.countries).flatMap((code) => shards[code] ?? []);
  const everywhere = [...chosen, ...(shards[worldwide] ? [shards[worldwide]] : [])];
  // Lines across borders fit every country, but not a wish for a town.
  const lost = wish.city !== '' && chosen.length > 0 && !chosen.some(({ towns: its }) => wish.city in its);
  const meant = lost ? { ...wish, city: '' } : wish;
  const all = asks ? find(meant.city ? chosen : everywhere, meant, situation) : [];
  const waiting = wish.sort === 'near' && !origin;
  const done = asks && !waiting && (state === 'idle' || state === 'failed') && chosen.length > 0;
  const best = done && all.length === 0 ? nextBest(everywhere, meant, situation) : undefined;
  const choicesOf = (places: Readonly<Record<string, Town>> = {}): Choice[] =>
    Object.entries(places)
      .map(([id, { name }]) => ({ id, name }))
      .sort((a, b) => compare(a.name, b.name));
  const cities = choicesOf(shards[wish.country]?.towns);
  const myTowns = choicesOf(towns);
  const count = (words.results[pluralOf(all.length, props.plurals)] ?? words.results.x ?? '').replace(
    '{n}',
    String(all.length),
  );
  const status =
    state === 'busy'
      ? words.loading
      : state === 'asking'
        ? words.asking
        : state === 'failed'
          ? words.failed
          : done
            ? all.length > 0
              ? count
              : words.none
            : '';
  const box = (name: 'free' | 'open' | 'women' | 'children') => (
    <label class="tick">
      <input type="checkbox" name={name} value="1" checked={wish[name]} onChange={() => ask({ [name]: !wish[name] })} />
      {words[name]}
    </label>
  );

  return (
    <div class="finder">
      <form
        action={`${here}in/`}
        method="get"
        onSubmit={(event) => {
          event.preventDefault();
          results.current?.scrollIntoView();
          results.current?.focus();
        }}
      >
        <Choose
          label={words.country}
          name="country"
          value={wish.country}
          any={words.anyCountry}
          choices={countries}
          onChoose={(country) => ask({ country })}
        />
        {cities.length > 1 && (
          <Choose
            label={words.city}
            name="city"
            value={meant.city}
            any={words.anyCity}
            choices={cities}
            onChoose={(city) => ask({ city })}
          />
        )}
        {awake && (
          <>
            <button class="btn quiet" type="button" onClick={nearMe}>
              {words.nearMe}
            </button>
            <p class="small">{words.nearNote}</p>
            {trouble && (
              <p class="notice" role="alert">
                {words[trouble]}
              </p>
            )}
            {wish.sort === 'near' && !position && towns && (
              <Choose
                label={words.myTown}
                value={myTown}
                any={words.chooseTown}
                choices={myTowns}
                onChoose={(town) => {
                  setMyTown(town);
                  ask({}, towns[town]);
                }}
              />
            )}
          </>
        )}
        <fieldset>
          <legend>{words.need}</legend>
          <div class="chips">
            {[{ id: '', name: words.anyNeed, icon: '' }, ...needs].map(({ id, name, icon }) => (
              <label key={id} class="chip">
                <input
                  type="radio"
                  name="need"
                  value={id}
                  checked={wish.need === id}
                  onChange={() => ask({ need: id })}
                />
                <span>
                  {icon && <Icon of={icon} />}
                  {name}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        {awake && (
          <details>
            <summary>{words.more}</summary>
            {box('free')}
            {box('open')}
            {box('women')}
            {box('children')}
            <Choose
              label={words.language}
              name="language"
              value={wish.language}
              any={words.anyLanguage}
              choices={languages}
              onChoose={(language) => ask({ language })}
            />
            <Choose
              label={words.sort}
              name="sort"
              value={wish.sort}
              any={words.useful}
              choices={[
                { id: 'name', name: words.name },
                { id: 'near', name: words.near },
              ]}
              onChoose={(sort) => ask({ sort: sort as Wish['sort'] })}
            />
          </details>
        )}
        <button class="btn" type="submit">
          {done && all.length > 0 ? `${words.show} (${all.length})` : words.show}
        </button>
      </form>
      <div id="results" ref={results} tabIndex={-1}>
        {(odd || lost) && <p class="notice">{words.odd}</p>}
        <p class="count" role="status">
          {status}
        </p>
        {state === 'failed' && (
          <button class="btn quiet" type="button" onClick={() => ask({})}>
            {words.again}
          </button>
        )}
        {!waiting && <List all={all.slice(0, shown)} props={props} />}
        {!waiting && all.length > shown && (
          <button class="btn quiet" type="button" onClick={() => setShown(shown + step)}>
            {words.showMore}
          </button>
        )}
        {best && (
          <>
            <List title={words.nearby} all={best.nearby} props={props} />
            <List title={words.national} all={best.national} props={props} />
            <List title={words.international} all={best.international} props={props} />
          </>
        )}
        {asks && (
          <button class="btn quiet" type="button" onClick={startAgain}>
            {words.clear}
          </button>
        )}
      </div>
    </div>
  );
}
