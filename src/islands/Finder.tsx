import { useEffect, useRef, useState } from 'preact/hooks';
import type { Position } from '../domain/distance.ts';
import { asksForPoints, find, nextBest, noWish, queryOf, type Town, type Wish, wishFrom } from '../domain/finder.ts';
import { pluralOf } from '../domain/plural.ts';
import type { Choice } from './Choose.tsx';
import FinderForm, { type FormFacts, type Trouble } from './FinderForm.tsx';
import PointCards, { type CardFacts } from './PointCards.tsx';
import { usePointFiles, worldwide } from './point-files.ts';

/** What the page hands over: addresses, words and names, all made at build time. The points themselves come when asked for. */
export type Props = FormFacts &
  CardFacts & {
    /** The language of the names, for their order. */
    locale: string;
    plurals: string;
    words: Readonly<
      Record<
        | 'asking'
        | 'loading'
        | 'failed'
        | 'again'
        | 'odd'
        | 'none'
        | 'nearby'
        | 'national'
        | 'international'
        | 'clear'
        | 'showMore',
        string
      >
    > & { readonly results: Readonly<Record<string, string>> };
  };

const step = 20;

/** Finds assistance points on the phone: the choices work at once and stand in the address, the reader's place goes nowhere. */
export default function Finder(props: Props) {
  const { words, countries, here } = props;
  const known = {
    countries: countries.map(({ id }) => id),
    needs: props.needs.map(({ id }) => id),
    languages: props.languages.map(({ id }) => id),
  };
  const { shards, towns, state, load } = usePointFiles(`${here}points/`, known.countries);
  const [awake, setAwake] = useState(false);
  const [wish, setWish] = useState<Wish>(noWish);
  const [odd, setOdd] = useState(false);
  const [position, setPosition] = useState<Position | undefined>();
  const [myTown, setMyTown] = useState('');
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>('');
  const [shown, setShown] = useState(step);
  const results = useRef<HTMLDivElement>(null);
  const compare = new Intl.Collator(props.locale).compare;
  const origin = position ?? towns?.[myTown];

  const ask = (change: Partial<Wish>, from: Position | undefined = origin) => {
    const next = { ...wish, ...change, ...(change.country !== undefined && { city: '' }) };
    setWish(next);
    setShown(step);
    setOdd(false);
    history.replaceState(null, '', `${here}${queryOf(next)}${location.hash}`);
    void load(next, from);
  };

  useEffect(() => {
    const { wish: asked, odd: strange } = wishFrom(location.search, known);
    // Where the reader is stands in no address: "nearest" must be asked for again.
    const next = asked.sort === 'near' ? { ...asked, sort: '' as const } : asked;
    setAwake(true);
    setWish(next);
    setOdd(strange);
    void load(next, undefined);
  }, []);

  const startAgain = () => {
    setPosition(undefined);
    setMyTown('');
    setTrouble('');
    ask(noWish);
  };

  const withoutPosition = (why: Trouble) => {
    setAsking(false);
    setTrouble(why);
    ask({ sort: 'near' });
  };

  const nearMe = () => {
    setTrouble('');
    if (!navigator.geolocation) {
      withoutPosition('noPosition');
      return;
    }
    setAsking(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const from = { latitude: coords.latitude, longitude: coords.longitude };
        setAsking(false);
        setPosition(from);
        ask({ sort: 'near', country: '' }, from);
      },
      (error) => withoutPosition(error.code === error.PERMISSION_DENIED ? 'denied' : 'unknown'),
      { timeout: 20_000, maximumAge: 600_000 },
    );
  };

  const situation = { now: new Date(), origin, compare };
  const chosen = (wish.country ? [wish.country] : known.countries).flatMap((code) => shards[code] ?? []);
  const everywhere = [...chosen, ...(shards[worldwide] ? [shards[worldwide]] : [])];
  // Lines across borders fit every country, but not a wish for a town.
  const lost = wish.city !== '' && chosen.length > 0 && !chosen.some(({ towns: its }) => wish.city in its);
  const meant = lost ? { ...wish, city: '' } : wish;
  const asks = asksForPoints(wish);
  const waiting = wish.sort === 'near' && !origin;
  const all = asks && !waiting ? find(meant.city ? chosen : everywhere, meant, situation) : [];
  const done = asks && !waiting && !asking && state !== 'busy' && chosen.length > 0;
  const best = done && all.length === 0 ? nextBest(everywhere, meant, situation) : undefined;
  const choicesOf = (places: Readonly<Record<string, Town>> = {}): Choice[] =>
    Object.entries(places)
      .map(([id, { name }]) => ({ id, name }))
      .sort((a, b) => compare(a.name, b.name));
  const found = (words.results[pluralOf(all.length, props.plurals)] ?? words.results.x ?? '').replace(
    '{n}',
    String(all.length),
  );
  const outcome = done ? (all.length > 0 ? found : words.none) : '';
  const status = asking ? words.asking : { busy: words.loading, failed: words.failed, idle: outcome }[state];

  return (
    <div class="finder">
      <FinderForm
        facts={props}
        wish={meant}
        awake={awake}
        cities={choicesOf(shards[wish.country]?.towns)}
        myTowns={wish.sort === 'near' && !position ? choicesOf(towns) : []}
        myTown={myTown}
        trouble={trouble}
        count={done ? all.length : 0}
        onAsk={ask}
        onNearMe={nearMe}
        onTown={(town) => {
          setMyTown(town);
          ask({}, towns?.[town]);
        }}
        onShow={() => {
          results.current?.scrollIntoView();
          results.current?.focus();
        }}
      />
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
        <PointCards all={all.slice(0, shown)} facts={props} />
        {all.length > shown && (
          <button class="btn quiet" type="button" onClick={() => setShown(shown + step)}>
            {words.showMore}
          </button>
        )}
        {best && (
          <>
            <PointCards title={words.nearby} all={best.nearby} facts={props} />
            <PointCards title={words.national} all={best.national} facts={props} />
            <PointCards title={words.international} all={best.international} facts={props} />
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
