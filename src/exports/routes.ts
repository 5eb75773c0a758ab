import { stringify } from 'csv-stringify/sync';
import { fact } from '../domain/facts.ts';
import { ofYear } from '../domain/figure.ts';
import type { Reader } from '../domain/reader.ts';
import { wholeBranch } from '../domain/route.ts';
import type { Route, Source } from '../schemas/facts.ts';
import { licence } from './hsds-tables.ts';

/** A route with its titles, by language. */
export interface TitledRoute {
  readonly slug: string;
  readonly facts: Route;
  readonly title: Readonly<Record<string, string>>;
}

/** Who said it, for a machine. */
function cited(source: Source) {
  return {
    title: source.title,
    publisher: source.publisher,
    date: source.date,
    url: source.url,
    standing: source.standing,
    repeats: source.carries,
    licence: source.licence,
    checked: source.checked,
  };
}

/** One year of one series of one route. */
interface Row {
  route: string;
  figure: string;
  measure: string;
  unit: string;
  year: string;
  value: number;
  bound: string;
  /** The last day counted, where the year is not complete. */
  counted_to: string;
  source: string;
  source_publisher: string;
  source_date: string;
  source_url: string;
}

/** Every yearly series that the routes draw as bars: a row a year, each with its source. */
export function routeRows(routes: readonly TitledRoute[], { facts }: Reader): Row[] {
  return routes.flatMap(({ slug, facts: { charts } }) =>
    charts.flatMap((id) => {
      const figure = fact(facts, 'figures', id);
      return Object.keys(figure.series ?? {})
        .sort()
        .flatMap((year) => {
          const shown = ofYear(figure, year);
          if (!shown) return [];
          const source = fact(facts, 'sources', shown.source);
          return [
            {
              route: slug,
              figure: id,
              measure: figure.about.en ?? id,
              unit: figure.unit,
              year,
              value: shown.value,
              bound: figure.bound,
              counted_to: shown.until ?? '',
              source: source.title,
              source_publisher: source.publisher,
              source_date: source.date,
              source_url: source.url ?? '',
            },
          ];
        });
    }),
  );
}

/** The rows as CSV (RFC 4180), with a line of column names. */
export function routesCsv(routes: readonly TitledRoute[], reader: Reader): string {
  return stringify(routeRows(routes, reader), { header: true, record_delimiter: 'windows' });
}

/**
 * The routes with their stops, what can be compared, and the yearly series, every figure with its source.
 * @param address full address of a page of ours
 */
export function routesJson(routes: readonly TitledRoute[], reader: Reader, address: (path: string) => string): object {
  const { facts } = reader;
  const stop = (id: string) => {
    const { name, country, latitude, longitude } = fact(facts, 'places', id);
    return { id, name, country, latitude, longitude };
  };
  const figure = ({ id, year }: { id: string; year?: string | undefined }) => {
    const { value, also, unit, bound, period, about, source, ...rest } = fact(facts, 'figures', id);
    const shown = year ? ofYear({ value, also, unit, bound, period, about, source, ...rest }, year) : undefined;
    return {
      id,
      about,
      value: shown?.value ?? value,
      also,
      unit,
      bound,
      period: year ?? period,
      source: cited(fact(facts, 'sources', shown?.source ?? source)),
    };
  };
  return {
    name: 'Before You Go: routes and their risks',
    date: reader.today,
    licence: licence.path,
    attribution:
      'Before You Go; deaths and disappearances: IOM Missing Migrants Project (CC BY 4.0), added up by us. Name the source of each figure.',
    notes:
      'All counts of deaths are minimum counts. A year with counted_to is not complete. Never add counts of different sources.',
    routes: routes.map(({ slug, title, facts: route }) => ({
      id: slug,
      title,
      page: address(`/routes/${slug}/`),
      sources: address(`/routes/${slug}/sources/`),
      countries: route.countries,
      checked: route.checked,
      branches: route.branches.map((branch) => ({
        id: branch.id,
        name: branch.name,
        sent_back: branch.back,
        stops: wholeBranch(branch).map(stop),
      })),
      compare: Object.fromEntries(
        Object.entries(route.compare).map(([topic, cell]) => [
          topic,
          { note: cell?.note, figures: (cell?.figures ?? []).map(figure) },
        ]),
      ),
    })),
    series: routeRows(routes, reader),
  };
}

/** The ways as GeoJSON (RFC 7946): a line for each, and a point for each stop, at the centre of the town. Straight lines between stops, not roads. */
export function routesGeoJson(routes: readonly TitledRoute[], { facts, today }: Reader): object {
  const at = (id: string) => {
    const { longitude, latitude } = fact(facts, 'places', id);
    return [longitude, latitude];
  };
  const lines = routes.flatMap(({ slug, title, facts: { branches } }) =>
    branches.map((branch) => ({
      type: 'Feature',
      id: `${slug}-${branch.id}`,
      geometry: { type: 'LineString', coordinates: wholeBranch(branch).map(at) },
      properties: {
        route: slug,
        title,
        branch: branch.name,
        sent_back: branch.back,
        precision: 'straight lines between towns',
      },
    })),
  );
  const stops = routes.flatMap(({ slug, facts: { branches } }) =>
    branches.flatMap((branch) =>
      branch.stops.map((id, index) => ({
        type: 'Feature',
        id: `${slug}-${branch.id}-${id}`,
        geometry: { type: 'Point', coordinates: at(id) },
        properties: {
          route: slug,
          branch: branch.id,
          order: index + 1,
          name: fact(facts, 'places', id).name,
          country: fact(facts, 'places', id).country,
          precision: 'centre of the town',
        },
      })),
    ),
  );
  return {
    type: 'FeatureCollection',
    name: 'before-you-go-routes',
    license: licence.path,
    date: today,
    features: [...lines, ...stops],
  };
}

/**
 * The routes as a schema.org Dataset, for search engines of data.
 * @param file full address of a file below `/data/`
 */
export function routesDataset(
  routes: readonly TitledRoute[],
  reader: Reader,
  about: { name: string; description: string; url: string },
  file: (name: string) => string,
): object {
  const years = routeRows(routes, reader).map(({ year }) => Number(year));
  const formats = { json: 'application/json', csv: 'text/csv', geojson: 'application/geo+json' };
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    ...about,
    inLanguage: reader.locale.tag,
    license: licence.path,
    isAccessibleForFree: true,
    dateModified: reader.today,
    temporalCoverage: `${Math.min(...years)}/${Math.max(...years)}`,
    creator: { '@type': 'Organization', name: 'Before You Go' },
    isBasedOn: 'https://missingmigrants.iom.int',
    distribution: Object.entries(formats).map(([ending, encodingFormat]) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl: file(`routes.${ending}`),
    })),
  };
}
