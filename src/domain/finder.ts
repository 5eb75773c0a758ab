/**
 * The rules of the finder: what an address asks for, which points fit, in which order, and what to offer when none does.
 * They run on the phone, so they know nothing of files: a point here is what `exports/points.ts` made of a service.
 */
import { kilometres, type Position } from './distance.ts';
import type { Stopped } from './service.ts';
import { isOpenAt, minuteOfWeek, type Week } from './week.ts';

/** A point as the finder sees it. What is not so is left out, to save bytes. */
export interface Point {
  readonly id: string;
  readonly name: string;
  /** The language of the name, when it is not the reader's. */
  readonly lang?: string;
  readonly kind: string;
  readonly needs: readonly string[];
  readonly place?: string;
  /** The first number, as shown. */
  readonly phone?: string;
  readonly free?: 1;
  readonly languages?: readonly string[];
  /** Present only where it is certain. */
  readonly week?: Week;
  readonly audience?: readonly string[];
  /** A line for the whole country, not a place to go to. */
  readonly line?: 1;
  /** People sleep there: never measured from. */
  readonly shelter?: 1;
  readonly closed?: Stopped;
  readonly unconfirmed?: 1;
  readonly stale?: 1;
}

/** A town that has points, at its centre. */
export interface Town extends Position {
  readonly name: string;
  readonly country: string;
}

/** The points of one country, the most useful first. */
export interface Shard {
  readonly country: string;
  readonly zone?: string;
  readonly points: readonly Point[];
  readonly towns: Readonly<Record<string, Town>>;
}

/** What a reader asks for, which may stand in an address: so it never says where the reader is. Empty means "any". */
export interface Wish {
  readonly country: string;
  readonly city: string;
  readonly need: string;
  readonly language: string;
  readonly sort: '' | 'name' | 'near';
  readonly free: boolean;
  readonly open: boolean;
  readonly women: boolean;
  readonly children: boolean;
}

/** Asks for nothing. */
export const noWish: Wish = {
  country: '',
  city: '',
  need: '',
  language: '',
  sort: '',
  free: false,
  open: false,
  women: false,
  children: false,
};

/** What may stand in an address. */
export interface Known {
  readonly countries: readonly string[];
  readonly needs: readonly string[];
  readonly languages: readonly string[];
}

/**
 * What the query of an address asks for.
 * @returns the wish, and whether something in the address was not understood and left out
 */
export function wishFrom(query: string, known: Known): { wish: Wish; odd: boolean } {
  let asked: URLSearchParams;
  try {
    asked = new URLSearchParams(query);
  } catch {
    return { wish: noWish, odd: true };
  }
  let odd = false;
  const one = (name: string, fits: (value: string) => boolean): string => {
    const value = asked.get(name) ?? '';
    if (value === '' || fits(value)) return value;
    odd = true;
    return '';
  };
  const town = (value: string) => /^[a-z0-9-]{1,60}$/.test(value);
  const flag = (name: string) => one(name, (value) => value === '1') === '1';
  asked.forEach((_, name) => {
    if (!Object.keys(noWish).includes(name)) odd = true;
  });
  const wish: Wish = {
    country: one('country', (value) => known.countries.includes(value)),
    city: one('city', town),
    need: one('need', (value) => known.needs.includes(value)),
    language: one('language', (value) => known.languages.includes(value)),
    sort: one('sort', (value) => value === 'name' || value === 'near') as Wish['sort'],
    free: flag('free'),
    open: flag('open'),
    women: flag('women'),
    children: flag('children'),
  };
  return { wish, odd };
}

/** The query that asks for a wish, with its question mark; nothing for no wish. */
export function queryOf(wish: Wish): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(wish)) if (value) asked.set(name, value === true ? '1' : String(value));
  const query = asked.toString();
  return query && `?${query}`;
}

/** Whether a wish asks for a list. An order alone does not, except that of the nearest. */
export function asksForPoints(wish: Wish): boolean {
  return wish.sort === 'near' || queryOf({ ...wish, sort: '' }) !== '';
}

/** A point found, with its country and how far the centre of its town is, in kilometres. */
export interface Found {
  readonly point: Point;
  readonly country: string;
  readonly town: Town | undefined;
  readonly far: number | undefined;
  readonly openNow: boolean;
}

/** What the moment and the phone add to a wish. */
export interface Situation {
  readonly now: Date;
  /** Where distances are measured from. */
  readonly origin: Position | undefined;
  readonly compare: (a: string, b: string) => number;
}

function fits(found: Found, wish: Wish): boolean {
  const { point } = found;
  return (
    (!wish.city || point.place === wish.city) &&
    (!wish.need || point.needs.includes(wish.need)) &&
    (!wish.language || (point.languages ?? []).includes(wish.language)) &&
    (!wish.free || point.free === 1) &&
    (!wish.open || found.openNow) &&
    (!wish.women || (point.audience ?? []).includes('women')) &&
    (!wish.children || (point.audience ?? []).includes('children'))
  );
}

function seen(shards: readonly Shard[], { now, origin }: Situation): Found[] {
  return shards.flatMap(({ country, zone, points, towns }) =>
    points.map((point) => {
      const town = point.place ? towns[point.place] : undefined;
      return {
        point,
        country,
        town,
        far: origin && town && !point.shelter ? kilometres(origin, town) : undefined,
        openNow:
          point.week !== undefined &&
          (point.week[0]?.[1] === 7 * 1440 || (zone !== undefined && isOpenAt(point.week, minuteOfWeek(now, zone)))),
      };
    }),
  );
}

/** The points that fit a wish. Nearest first leaves out places where people sleep; lines without a town come last. */
export function find(shards: readonly Shard[], wish: Wish, situation: Situation): Found[] {
  const all = seen(shards, situation).filter((found) => fits(found, wish));
  if (wish.sort === 'name') return all.sort((a, b) => situation.compare(a.point.name, b.point.name));
  if (wish.sort !== 'near' || !situation.origin) return all;
  return all
    .filter(({ point }) => !point.shelter)
    .sort((a, b) => (a.far ?? Number.POSITIVE_INFINITY) - (b.far ?? Number.POSITIVE_INFINITY));
}

/** What to offer when nothing fits: the same need in other towns, lines of the country, lines across borders. */
export interface NextBest {
  readonly nearby: Found[];
  readonly national: Found[];
  readonly international: Found[];
}

const few = 5;

/** The next best, each at most five, none of them twice. Without a town asked for, `nearby` is what fits without the smaller wishes. */
export function nextBest(shards: readonly Shard[], wish: Wish, situation: Situation): NextBest {
  const towns: Readonly<Record<string, Town>> = Object.assign({}, ...shards.map((shard) => shard.towns));
  const origin = situation.origin ?? towns[wish.city];
  const there = seen(shards, { ...situation, origin });
  const open = there.filter(({ point }) => !point.closed);
  const home = open.filter(({ country }) => country !== 'xx');
  const wider = { ...noWish, need: wish.need, women: wish.women, children: wish.children };
  const nearby = home
    .filter((found) => fits(found, wider) && !(origin && found.point.shelter))
    .sort((a, b) => (a.far ?? Number.POSITIVE_INFINITY) - (b.far ?? Number.POSITIVE_INFINITY))
    .slice(0, few);
  const taken = new Set(nearby.map(({ point }) => point.id));
  const lines = open.filter(({ point }) => point.line && !taken.has(point.id));
  return {
    nearby,
    national: lines.filter(({ country }) => country !== 'xx').slice(0, few),
    international: lines.filter(({ country }) => country === 'xx').slice(0, few),
  };
}
