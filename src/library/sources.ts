import { type Facts, fact, publishedServices } from '../domain/facts.ts';
import { sourcesOfFigure } from '../domain/figure.ts';
import { mentions } from '../domain/mentions.ts';
import type { Reader } from '../domain/reader.ts';
import { type Section, sections } from '../i18n/paths.ts';
import { type Pathway, pathwayKinds, type Route, regions } from '../schemas/facts.ts';
import type { TextKind } from '../schemas/prose.ts';
import { storiesToTell } from './lists.ts';
import { slugs, type Text, textFor } from './texts.ts';

/** A figure as a text names it: its file name, and the year or span where it is a series. */
export interface NamedFigure {
  readonly id: string;
  readonly year: string | undefined;
}

/** The figures a text names, and those drawn as bars, each once and in order. */
export function figuresOfText(text: Text, charts: readonly string[] = []): NamedFigure[] {
  const named = mentions(text.entry.body ?? '')
    .filter(({ component }) => component === 'Figure')
    .map(({ attributes }) => ({ id: attributes.id ?? '', year: attributes.year }));
  const all = [...charts.map((id) => ({ id, year: undefined })), ...named];
  return [...new Map(all.map((one) => [`${one.id} ${one.year}`, one])).values()];
}

/** The sources a page must show: those of its facts, its text, its figures and its charts, each once. */
export function sourcesOf(
  facts: Facts,
  text: Text,
  more: readonly string[] = [],
  charts?: readonly string[],
): string[] {
  const figures = figuresOfText(text, charts).flatMap(({ id }) => sourcesOfFigure(fact(facts, 'figures', id)));
  return [...new Set([...figures, ...text.entry.data.sources, ...more])];
}

/** The sources of a route's page, and of what the page that compares routes says of it. */
export function sourcesOfRoute(facts: Facts, text: Text, route: Route): string[] {
  const compared = comparedFigures(route).flatMap(({ id }) => sourcesOfFigure(fact(facts, 'figures', id)));
  return [...new Set([...sourcesOf(facts, text, route.sources, route.charts), ...compared])];
}

/** The figures that the page that compares routes prints for one. */
export function comparedFigures(route: Route): NamedFigure[] {
  return Object.values(route.compare).flatMap((cell) => (cell?.figures ?? []).map(({ id, year }) => ({ id, year })));
}

/** The points' sources, by region of the country, so that each list stays light. */
const pointRegions = [...regions, 'elsewhere'] as const;

/** The parts of the site whose sources stand on a page of their own, in the order of the list; each route has its own beside it. */
export const sourced = [
  ...sections.filter(
    (section): section is 'stories' | 'countries' | 'sessions' => !['help', 'pathways', 'routes'].includes(section),
  ),
  ...pathwayKinds.map((kind) => `pathways-${kind}` as const),
  ...pointRegions.map((region) => `help-${region}` as const),
  'claims',
  'pages',
] as const;
/** A part of the site that has sources of its own. */
export type Sourced = (typeof sourced)[number];

/** The sources of one part of the site, by publisher. */
export async function sourcesIn(part: Sourced, reader: Reader): Promise<string[]> {
  const { facts } = reader;
  const told = storiesToTell(facts, reader.today, reader.key);
  const names = async (kind: TextKind) =>
    (await slugs(kind)).filter((slug) => kind !== 'stories' || told.includes(slug));
  const texts = async (kind: TextKind, fits: (data: unknown) => boolean = () => true) =>
    (await Promise.all((await names(kind)).map((slug) => textFor(kind, slug, reader.key)))).flatMap((text) => {
      const data = kind === 'pages' ? undefined : facts[kind].get(text.slug);
      if (!fits(data)) return [];
      const named = data as { sources?: string[]; source?: string[] } | undefined;
      return sourcesOf(facts, text, named?.sources ?? named?.source ?? []);
    });
  const ofKind = (kind: string) => texts('pathways', (data) => (data as Pathway).kind === kind);
  const ofSessions = async () => [
    ...(await Promise.all((['sessions', 'questions', 'aloud'] as const).map((kind) => texts(kind)))).flat(),
    ...[...facts.survey.values()].flatMap(({ sources }) => sources),
  ];
  const regionOf = (country: string) => facts.countries.get(country.toLowerCase())?.region ?? 'elsewhere';
  const points = (region: string) =>
    publishedServices(facts).flatMap(([, service]) => (regionOf(service.country) === region ? [service.source] : []));
  const all =
    part === 'countries'
      ? [...facts.countries.values()].flatMap((country) => country.sources)
      : isPoints(part)
        ? points(part.slice('help-'.length))
        : isWays(part)
          ? await ofKind(part.slice('pathways-'.length))
          : part === 'sessions'
            ? await ofSessions()
            : await texts(part);
  const publisher = (id: string) => fact(facts, 'sources', id).publisher.toLowerCase();
  return [...new Set(all)].sort((a, b) => (publisher(a) < publisher(b) ? -1 : 1));
}

function isPoints(part: Sourced): part is Extract<Sourced, `help-${string}`> {
  return part.startsWith('help-');
}

function isWays(part: Sourced): part is Extract<Sourced, `pathways-${string}`> {
  return part.startsWith('pathways-');
}

/** The section a part belongs to, and its name for the reader. */
export function sourcedName(part: Sourced, { t }: Reader): { section: Section | undefined; name: string } {
  if (part === 'pages') return { section: undefined, name: t('kinds.pages') };
  if (part === 'claims') return { section: 'sessions', name: t('session.claims.title') };
  if (isWays(part)) {
    const kind = part.slice('pathways-'.length) as Pathway['kind'];
    return { section: 'pathways', name: `${t('sections.pathways.title')} · ${t(`pathway.kinds.${kind}`)}` };
  }
  if (!isPoints(part)) return { section: part, name: t(`sections.${part}.title`) };
  const region = part.slice('help-'.length) as (typeof pointRegions)[number];
  const where = region === 'elsewhere' ? t('help.lines') : t(`country.regions.${region}`);
  return { section: 'help', name: `${t('sections.help.title')} · ${where}` };
}
