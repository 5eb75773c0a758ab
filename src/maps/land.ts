import { type GeoProjection, geoArea, geoCentroid, geoMercator, geoPath } from 'd3-geo';
import type { MultiLineString, MultiPolygon } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Land and borders of the world: Natural Earth 1:50m (public domain), as world-atlas packs it. */
const detailed = presimplify(atlas as Countries);

const worlds = new Map<number, ReturnType<typeof thinned>>();

/** The world without wiggles smaller than about `leastArea` square degrees: to the next smaller power of two, so that maps share it. */
function world(leastArea: number) {
  const power = Math.floor(Math.log2(leastArea));
  const known = worlds.get(power) ?? thinned(2 ** power);
  worlds.set(power, known);
  return known;
}

function thinned(leastArea: number) {
  const topology = simplify(detailed, leastArea) as Countries;
  const { countries } = topology.objects;
  return {
    land: merge(topology, countries.geometries as never) as MultiPolygon,
    borders: mesh(topology, countries, (a, b) => a !== b) as MultiLineString,
    countries: feature(topology, countries).features,
  };
}

/**
 * The middle of the largest piece of land of a country, as longitude and latitude, by its ISO 3166-1 numeric code.
 * @throws when the map data have no such country
 */
export function middleOfCountry(code: string): readonly [number, number] {
  const shape = feature(detailed, detailed.objects.countries).features.find(({ id }) => id === code)?.geometry;
  if (!shape || (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon'))
    throw new Error(`the map has no country with the code ${code}`);
  const pieces = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const polygons = pieces.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  const largest = polygons.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a));
  return geoCentroid(largest);
}

/** A part of the world on a sheet: where each point falls, and what is drawn below it. All in whole units of the sheet. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** @returns x and y of a place on the sheet */
  at(longitude: number, latitude: number): readonly [number, number];
  /** SVG path of all land on the sheet. */
  readonly land: string;
  /** SVG path of the borders on the sheet. */
  readonly borders: string;
  /** The middle of the part of a country that is on the sheet, and whether that part is large enough to carry a name. */
  middleOf(numericCode: string): readonly [number, number] | undefined;
}

const sheets = new Map<string, Sheet>();

/**
 * A map of the smallest area that holds these places, with a margin, never narrower than `leastDegrees`.
 * Web Mercator: shapes look as on every other map. North is up in every language.
 * @param places longitude and latitude of each
 * @param width of the sheet; its height follows the places, between 0.6 and 1.15 of the width
 */
export function sheetAround(places: readonly (readonly [number, number])[], width: number, leastDegrees = 6): Sheet {
  // Every language draws on the same sheet.
  const key = JSON.stringify([places, width, leastDegrees]);
  const known = sheets.get(key) ?? newSheet(places, width, leastDegrees);
  sheets.set(key, known);
  return known;
}

function newSheet(places: readonly (readonly [number, number])[], width: number, leastDegrees: number): Sheet {
  const margin = { x: width * 0.14, y: width * 0.09 };
  const [x0, x1] = span(
    places.map(([longitude]) => longitude),
    leastDegrees,
  );
  const [y0, y1] = span(
    places.map(([, latitude]) => latitude),
    leastDegrees,
  );
  const unit = geoMercator().scale(1).translate([0, 0]);
  const corner = (longitude: number, latitude: number) => unit([longitude, latitude]) as [number, number];
  const [left, bottom] = corner(x0, y0);
  const [right, top] = corner(x1, y1);
  const free = width - 2 * margin.x;
  const wanted = ((bottom - top) / (right - left)) * free + 2 * margin.y;
  const height = Math.round(Math.min(Math.max(wanted, width * 0.6), width * 1.15));
  const scale = Math.min(free / (right - left), (height - 2 * margin.y) / (bottom - top));
  const projection = geoMercator()
    .scale(scale)
    .translate([width / 2 - (scale * (left + right)) / 2, height / 2 - (scale * (top + bottom)) / 2])
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  const degree = (scale * Math.PI) / 180;
  const shown = world(0.7 / degree ** 2);
  return {
    width,
    height,
    at: (longitude, latitude) => {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      return [Math.round(x), Math.round(y)];
    },
    land: outline(shown.land, projection),
    borders: outline(shown.borders, projection),
    middleOf: (code) => {
      const country = shown.countries.find(({ id }) => id === code);
      if (!country) return undefined;
      const path = geoPath(projection);
      const [x, y] = path.centroid(country);
      return path.area(country) > 1800 ? [Math.round(x), Math.round(y)] : undefined;
    },
  };
}

function span(values: readonly number[], least: number): [number, number] {
  const from = Math.min(...values);
  const to = Math.max(...values);
  const more = Math.max(0, least - (to - from)) / 2;
  return [from - more, to + more];
}

/** A path in whole units, each step relative to the last, which brotli packs best; steps of nothing are left out. */
function outline(shape: MultiPolygon | MultiLineString, projection: GeoProjection): string {
  let text = '';
  let last: [number, number] = [0, 0];
  let drawn: string[] = [];
  const end = (close: boolean) => {
    // A ring of fewer than three corners, or a line that went nowhere, shows nothing.
    if (drawn.length > (close ? 3 : 1)) text += drawn.join(' ') + (close ? 'z' : '');
    drawn = [];
  };
  const step = (x: number, y: number): [number, number] => [Math.round(x), Math.round(y)];
  const context = {
    moveTo(x: number, y: number) {
      end(false);
      last = step(x, y);
      drawn = [`M${last[0]} ${last[1]}l`];
    },
    lineTo(x: number, y: number) {
      const next = step(x, y);
      if (next[0] === last[0] && next[1] === last[1]) return;
      drawn.push(`${next[0] - last[0]} ${next[1] - last[1]}`);
      last = next;
    },
    closePath() {
      end(true);
    },
    beginPath() {},
    arc() {},
  };
  geoPath(projection, context)(shape);
  end(false);
  return text.replaceAll('l ', 'l').replaceAll(' -', '-');
}
