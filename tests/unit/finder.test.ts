import { describe, expect, it } from 'vitest';
import { kilometres } from '../../src/domain/distance.ts';
import {
  asksForPoints,
  find,
  nextBest,
  noWish,
  type Point,
  queryOf,
  type Shard,
  type Wish,
  wishFrom,
} from '../../src/domain/finder.ts';
import { freshUntil, isStale, lastLooked } from '../../src/domain/freshness.ts';
import { usualWeek } from '../../src/domain/hours.ts';
import { stopped } from '../../src/domain/service.ts';
import { contactText, room } from '../../src/domain/sms.ts';
import { timeZones } from '../../src/domain/time-zone.ts';
import { isOpenAt, minuteOfWeek } from '../../src/domain/week.ts';

const known = { countries: ['cm', 'ne'], needs: ['health', 'asylum', 'shelter'], languages: ['fr'] };
const towns = {
  agadez: { name: 'Agadez', country: 'ne', latitude: 16.97, longitude: 7.99 },
  niamey: { name: 'Niamey', country: 'ne', latitude: 13.51, longitude: 2.11 },
};
const point = (id: string, more: Partial<Point> = {}): Point => ({
  id,
  name: id,
  kind: 'health',
  needs: ['health'],
  ...more,
});
const niger: Shard = {
  country: 'ne',
  zone: 'Africa/Niamey',
  points: [
    point('line', { line: 1, needs: ['asylum'], free: 1, week: [[0, 10080]] }),
    point('agadez', { place: 'agadez', week: [[480, 1020]] }),
    point('niamey', { place: 'niamey', languages: ['fr'], audience: ['women'] }),
    point('bed', { place: 'agadez', needs: ['shelter'], shelter: 1 }),
    point('shut', { place: 'niamey', needs: ['asylum'], closed: 'temporarily-closed' }),
  ],
  towns,
};
const world: Shard = { country: 'xx', points: [point('sea', { line: 1, needs: ['danger'] })], towns: {} };
// A Monday, 10:00 in Niamey.
const now = new Date('2026-11-23T09:00:00Z');
const situation = { now, origin: undefined, compare: (a: string, b: string) => (a < b ? -1 : 1) };
const ids = (wish: Partial<Wish>, more = {}) =>
  find([niger], { ...noWish, ...wish }, { ...situation, ...more }).map((found) => found.point.id);

describe('an address', () => {
  it('is read and written again', () => {
    const { wish, odd } = wishFrom('?country=ne&city=agadez&need=health&free=1&sort=near', known);
    expect(odd).toBe(false);
    expect(queryOf(wish)).toBe('?country=ne&city=agadez&need=health&sort=near&free=1');
    expect(queryOf(noWish)).toBe('');
  });
  it.each([
    '?country=zz',
    '?need=<script>alert(1)</script>',
    '?from=agadez',
    '?city=../../etc',
    `?city=${'a'.repeat(90)}`,
    '?free=yes',
    '?sort=cost',
    '?evil=1',
    '?__proto__=1',
    '?country=%E0%A4%A',
  ])('drops what it does not know, and says so: %s', (query) => {
    const { wish, odd } = wishFrom(query, known);
    expect(odd).toBe(true);
    expect(wish).toEqual(noWish);
  });
  it('asks for a list by a choice or for the nearest, not by another order alone', () => {
    expect(asksForPoints(noWish)).toBe(false);
    expect(asksForPoints({ ...noWish, sort: 'name' })).toBe(false);
    expect(asksForPoints({ ...noWish, sort: 'near' })).toBe(true);
    expect(asksForPoints({ ...noWish, need: 'health', sort: 'name' })).toBe(true);
  });
  it('is content with empty fields, as a form sends them', () =>
    expect(wishFrom('?country=&need=&free=', known)).toEqual({ wish: noWish, odd: false }));
});

describe('finding', () => {
  it('keeps the order of usefulness, and narrows by each wish', () => {
    expect(ids({})).toEqual(['line', 'agadez', 'niamey', 'bed', 'shut']);
    expect(ids({ need: 'health' })).toEqual(['agadez', 'niamey']);
    expect(ids({ city: 'niamey' })).toEqual(['niamey', 'shut']);
    expect(ids({ free: true })).toEqual(['line']);
    expect(ids({ language: 'fr' })).toEqual(['niamey']);
    expect(ids({ women: true })).toEqual(['niamey']);
    expect(ids({ need: 'health', city: 'agadez', free: true })).toEqual([]);
  });
  it('says open only where it is certain, in the point’s own time zone', () => {
    expect(ids({ open: true })).toEqual(['line', 'agadez']);
    // 17:30 in Niamey.
    expect(ids({ open: true }, { now: new Date('2026-11-23T16:30:00Z') })).toEqual(['line']);
  });
  it('puts the nearest first, and never measures to a place where people sleep', () => {
    const origin = { latitude: 17, longitude: 8 };
    expect(ids({ sort: 'near' }, { origin })).toEqual(['agadez', 'niamey', 'shut', 'line']);
    const [first] = find([niger], { ...noWish, sort: 'near' }, { ...situation, origin });
    expect(first?.far).toBeLessThan(10);
    const beds = find([niger], { ...noWish, need: 'shelter' }, { ...situation, origin });
    expect(beds.map(({ far }) => far)).toEqual([undefined]);
  });
  it('offers another town, then lines of the country, then lines across borders', () => {
    const best = nextBest(
      [niger, world],
      { ...noWish, country: 'ne', city: 'agadez', need: 'health', free: true },
      situation,
    );
    expect(best.nearby.map(({ point }) => point.id)).toEqual(['agadez', 'niamey']);
    expect(best.national.map(({ point }) => point.id)).toEqual(['line']);
    expect(best.international.map(({ point }) => point.id)).toEqual(['sea']);
  });
});

describe('distance', () => {
  it('is that of the great circle', () => {
    // A quarter of a great circle of a sphere of 6371 km.
    expect(kilometres({ latitude: 0, longitude: 10 }, { latitude: 90, longitude: 0 })).toBeCloseTo(
      (Math.PI / 2) * 6371,
    );
    expect(kilometres({ latitude: 0, longitude: 179 }, { latitude: 0, longitude: -179 })).toBeCloseTo(222.39, 1);
    expect(kilometres(towns.agadez, towns.agadez)).toBe(0);
  });
});

describe('a usual week', () => {
  it('is read from opening hours, over midnight too', () => {
    expect(usualWeek('24/7')).toEqual([[0, 10080]]);
    expect(usualWeek('Mo,We 09:00-13:00')).toEqual([
      [540, 780],
      [3420, 3660],
    ]);
    expect(isOpenAt(usualWeek('Mo-Fr 22:00-02:00') ?? [], 60)).toBe(false);
    expect(isOpenAt(usualWeek('Su 22:00-02:00') ?? [], 60)).toBe(true);
  });
  it('is unknown without times of day, or with holidays and dates', () => {
    for (const value of ['Mo-Fr', 'Mo-Fr 09:00-17:00; PH off', 'Jan-Mar 09:00-12:00'])
      expect(`${value} ${usualWeek(value)}`).toBe(`${value} undefined`);
  });
  it('counts from Monday in the zone of the place', () => {
    expect(minuteOfWeek(new Date('2026-11-23T00:30:00Z'), 'Africa/Dakar')).toBe(30);
    expect(minuteOfWeek(new Date('2026-11-22T22:30:00Z'), 'Africa/Nairobi')).toBe(90);
    expect(minuteOfWeek(new Date('2026-11-22T23:59:00Z'), 'Africa/Dakar')).toBe(10079);
  });
  it('every zone is one that Intl knows', () => {
    for (const zone of Object.values(timeZones)) expect(() => minuteOfWeek(now, zone)).not.toThrow();
  });
});

describe('how long ago a point was checked', () => {
  const line = { kind: 'hotline', last_checked: '2026-01-01' } as const;
  it('depends on its kind, and a call counts more than reading', () => {
    expect(freshUntil(line)).toBe('2026-06-30');
    expect(isStale(line, '2026-06-30')).toBe(false);
    expect(isStale(line, '2026-07-01')).toBe(true);
    expect(isStale({ ...line, kind: 'iom-office' }, '2026-07-01')).toBe(false);
    expect(lastLooked({ ...line, assured_date: '2026-03-01' })).toBe('2026-03-01');
    expect(isStale({ ...line, assured_date: '2026-03-01' }, '2026-07-01')).toBe(false);
  });
});

describe('a service that has stopped', () => {
  it('says why, and one that works or that nobody has confirmed says nothing', () => {
    expect((['temporarily closed', 'inactive', 'defunct'] as const).map((status) => stopped({ status }))).toEqual([
      'temporarily-closed',
      'inactive',
      'defunct',
    ]);
    expect([stopped({ status: 'active' }), stopped({ status: undefined })]).toEqual([undefined, undefined]);
  });
});

describe('a contact as a text message', () => {
  it('costs one message, and the number is whole', () => {
    expect(contactText('1503: free line', 'Yaoundé', ['1503'])).toBe('1503: free line, Yaoundé: 1503');
    const long = contactText(
      'Bureau d’accueil, d’orientation et de suivi des personnes migrantes de retour '.repeat(3),
      'Sédhiou',
      ['+221338220153'],
    );
    expect(long.length).toBeLessThanOrEqual(160);
    expect(long).toMatch(/\+221338220153$/);
    const arabic = contactText(
      'الخط المجاني للمنظمة الدولية للهجرة من أجل العودة الطوعية إلى البلد من ليبيا وغيرها',
      'طرابلس',
      ['+218910011491'],
    );
    expect(arabic.length).toBeLessThanOrEqual(70);
    expect(arabic).toContain('+218910011491');
  });
  it('knows which letters are dear', () => {
    expect(room('Yaoundé')).toBe(160);
    expect(room('ê')).toBe(70);
    // An accent that would make the message dear is dropped; the signs of typesetting become plain ones.
    expect(contactText('Centre d’écoute « Être là »', '', ['116'])).toBe('Centre d\'écoute "Etre là": 116');
  });
});
