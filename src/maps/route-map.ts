import type { Reader } from '../domain/reader.ts';
import { placesOf, wholeBranch } from '../domain/route.ts';
import type { Route, Story } from '../schemas/facts.ts';
import { type Box, overlap, type Placed, placeLabels } from './labels.ts';
import { middleOfCountry, type Sheet, sheetAround } from './land.ts';
import { textWidth } from './text-width.ts';

/** One line of the map: a way, or a way on which people are sent back. */
export interface Line {
  readonly points: string;
  readonly back: boolean;
  /** Whether its last step is long enough to carry an arrowhead. */
  readonly arrow: boolean;
}

type Point = readonly [number, number];

function line(points: readonly Point[], back: boolean): Line {
  const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = points.slice(-2);
  return { points: points.map((one) => one.join(',')).join(' '), back, arrow: Math.hypot(x2 - x1, y2 - y1) > 26 };
}

/** Everything a map shows, in units of its own sheet. */
export interface RouteMap extends Pick<Sheet, 'width' | 'height' | 'land' | 'borders'> {
  readonly lines: readonly Line[];
  readonly stops: readonly Placed[];
  readonly countries: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

/** The size of the names, in units of the sheet; a sheet is 360 wide. */
export const nameSize = 15;
/** The size of the names of countries. */
export const countrySize = 12;
const dot = 6;

/** ISO 3166-1 numeric codes of the countries that our maps may name, as the map data has them. */
const numeric: Readonly<Record<string, string>> = {
  AE: '784',
  BF: '854',
  CI: '384',
  CM: '120',
  DE: '276',
  DJ: '262',
  DZ: '012',
  EG: '818',
  ER: '232',
  ES: '724',
  ET: '231',
  FR: '250',
  GH: '288',
  GM: '270',
  GN: '324',
  GR: '300',
  GW: '624',
  IE: '372',
  IQ: '368',
  IT: '380',
  KE: '404',
  KW: '414',
  LB: '422',
  LY: '434',
  MA: '504',
  ML: '466',
  MR: '478',
  MW: '454',
  MZ: '508',
  NE: '562',
  NG: '566',
  OM: '512',
  QA: '634',
  SA: '682',
  SD: '729',
  SN: '686',
  SO: '706',
  SS: '728',
  TD: '148',
  TN: '788',
  TR: '792',
  TZ: '834',
  UG: '800',
  YE: '887',
  ZA: '710',
  ZM: '894',
  ZW: '716',
};

/** A named point of a map. */
interface Stop {
  readonly id: string;
  readonly name: string;
  readonly at: Point;
}

/** Ways with named stops, on land with borders, and the names of the countries where there is room. */
function wayMap(
  ways: readonly { readonly stops: readonly Stop[]; readonly back: boolean }[],
  countries: readonly string[],
  reader: Reader,
): RouteMap {
  const places = [...new Map(ways.flatMap(({ stops }) => stops).map((stop) => [stop.id, stop])).values()];
  const sheet = sheetAround(
    places.map(({ at }) => at),
    360,
  );
  const lines = ways.map(({ stops }) => stops.map(({ at }) => sheet.at(...at)));
  const names = placeLabels(
    places.map(({ name, at }) => ({ text: name, at: sheet.at(...at) })),
    sheet,
    nameSize,
    dot,
    lines.flatMap(beads),
  );
  return {
    ...drawn(sheet),
    lines: lines.map((points, index) => line(points, ways[index]?.back ?? false)),
    stops: names,
    countries: countryNames(countries, sheet, reader, [...names.map(({ box }) => box), ...lines.flatMap(beads)]),
  };
}

function placeStop(id: string, reader: Reader): Stop {
  const { name, longitude, latitude } = reader.fact('places', id);
  return { id, name: reader.words(name).text, at: [longitude, latitude] };
}

/**
 * The map of a route: its branches, and the names of the countries it passes.
 * @throws when a name finds no place
 */
export function routeMap(route: Pick<Route, 'branches' | 'countries'>, reader: Reader): RouteMap {
  const ways = route.branches.map((branch) => ({
    stops: wholeBranch(branch).map((id) => placeStop(id, reader)),
    back: branch.back,
  }));
  return wayMap(ways, route.countries, reader);
}

/**
 * The map of a journey: the way out, and the way home when it leads back to where it began. A stop of which only the
 * country is told stands in the middle of it.
 * @returns nothing for a journey of one place
 * @throws when a country is not on the map, naming it
 */
export function journeyMap(story: Pick<Story, 'journey' | 'country'>, reader: Reader): RouteMap | undefined {
  const stops = story.journey.map((stop): Stop => {
    if ('place' in stop) return placeStop(stop.place, reader);
    const code = numeric[stop.country];
    if (!code) throw new Error(`src/maps/route-map.ts: no numeric code for the country ${stop.country}`);
    return { id: stop.country, name: reader.country(stop.country), at: middleOfCountry(code) };
  });
  // The way home ends where the journey began, even when only the country is told.
  const countryOf = (stop: Story['journey'][number]) =>
    'place' in stop ? reader.fact('places', stop.place).country : stop.country;
  const [begin] = story.journey;
  const end = story.journey.at(-1);
  const home =
    stops.length > 2 &&
    begin !== undefined &&
    end !== undefined &&
    countryOf(begin) === countryOf(end) &&
    ('country' in end || stops.at(-1)?.id === stops[0]?.id);
  const out = home ? stops.slice(0, -1) : stops;
  if (new Set(out.map(({ id }) => id)).size < 2) return undefined;
  const [first] = out;
  const last = out.at(-1);
  // Back along the only leg there is would be a line on a line.
  const back = home && out.length > 2 && first && last ? [{ stops: [last, first], back: true }] : [];
  return wayMap([{ stops: out, back: false }, ...back], [], reader);
}

/** A number in a disc on a line of the map. */
export interface Disc {
  readonly text: string;
  readonly at: readonly [number, number];
}

/** Half the size of a disc, in units of the sheet. */
export const discSize = 11;

/**
 * One map of all routes: every way as a line, every route with its number in a disc on the line, no disc on another.
 * @param routes in their order; the first is number 1
 */
export function allRoutesMap(
  routes: readonly Pick<Route, 'branches'>[],
  reader: Reader,
): Pick<RouteMap, 'width' | 'height' | 'land' | 'borders' | 'lines'> & { readonly discs: readonly Disc[] } {
  const at = (id: string) => placeStop(id, reader).at;
  const sheet = sheetAround(
    routes.flatMap((route) => placesOf(route).map(at)),
    360,
  );
  const ways = routes.map(({ branches }) =>
    branches.map((branch) => ({
      back: branch.back,
      points: wholeBranch(branch).map((id) => sheet.at(...at(id))),
    })),
  );
  const discs: Disc[] = [];
  for (const [index, branches] of ways.entries()) {
    const on = branches.flatMap(({ points }) => beads(points).map(({ x, y }) => [x + 2, y + 2] as const));
    const room = on.map((point) => ({
      point,
      near: Math.min(...discs.map(({ at: [x, y] }) => Math.hypot(x - point[0], y - point[1])), 400),
      middle: Math.abs(on.indexOf(point) - on.length / 2),
    }));
    const free = room.filter(({ near }) => near > 2 * discSize + 2).sort((a, b) => a.middle - b.middle);
    const [best] = free.length > 0 ? free : room.sort((a, b) => b.near - a.near);
    if (best)
      discs.push({ text: reader.number(index + 1), at: [Math.round(best.point[0]), Math.round(best.point[1])] });
  }
  return {
    ...drawn(sheet),
    lines: ways.flat().map(({ points, back }) => line(points, back)),
    discs,
  };
}

function drawn({ width, height, land, borders }: Sheet) {
  return { width, height, land, borders };
}

/** Small boxes along a line, which names keep off. */
function beads(points: readonly (readonly [number, number])[]): Box[] {
  return points.slice(1).flatMap(([x2, y2], index) => {
    const [x1, y1] = points[index] ?? [x2, y2];
    const steps = Math.max(1, Math.round(Math.hypot(x2 - x1, y2 - y1) / 6));
    return Array.from({ length: steps + 1 }, (_, step) => ({
      x: x1 + ((x2 - x1) * step) / steps - 2,
      y: y1 + ((y2 - y1) * step) / steps - 2,
      width: 4,
      height: 4,
    }));
  });
}

/** Names of countries near the middle of what the sheet shows of them, where nothing else stands; the others are left out. */
function countryNames(codes: readonly string[], sheet: Sheet, reader: Reader, taken: readonly Box[]) {
  const boxes = [...taken];
  return codes.flatMap((code) => {
    const middle = sheet.middleOf(numeric[code] ?? '');
    if (!middle) return [];
    const text = reader.country(code);
    const width = textWidth(text, countrySize) + 4;
    for (const [dx, dy] of [0, 22, -22, 44, -44].flatMap((y) => [0, 26, -26, 52, -52].map((x) => [x, y] as const))) {
      const x = middle[0] + dx;
      const y = middle[1] + dy;
      const box = { x: x - width / 2, y: y - countrySize, width, height: countrySize * 1.4 };
      const inside = box.x > 2 && box.y > 2 && box.x + width < sheet.width - 2 && y < sheet.height - 4;
      if (!inside || boxes.some((other) => overlap(box, other))) continue;
      boxes.push(box);
      return [{ text, x, y }];
    }
    return [];
  });
}
