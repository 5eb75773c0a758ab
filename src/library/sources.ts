import { type Facts, fact, publishedServices } from '../domain/facts.ts';
import { mentions } from '../domain/mentions.ts';
import type { Reader } from '../domain/reader.ts';
import { type Section, sections } from '../i18n/paths.ts';
import { type Pathway, pathwayKinds, regions } from '../schemas/facts.ts';
import type { TextKind } from '../schemas/prose.ts';
import { slugs, type Text, textFor } from './texts.ts';

/** The sources a page must show: those of its facts, its text, its figures and its chart, each once. */
export function sourcesOf(facts: Facts, text: Text, more: readonly string[] = [], chart?: string): string[] {
  const named = mentions(text.entry.body ?? '').filter(({ component }) => component === 'Figure');
  const figures = [...(chart ? [chart] : []), ...named.map(({ attributes }) => attributes.id ?? '')];
  return [...new Set([...figures.map((id) => fact(facts, 'figures', id).source), ...text.entry.data.sources, ...more])];
}

/** The points' sources, by region of the country, so that each list stays light. */
const pointRegions = [...regions, 'elsewhere'] as const;

/** The parts of the site that have sources of their own, in the order of the list of sources. */
export const sourced = [
  ...sections.filter(
    (section): section is 'routes' | 'stories' | 'countries' => !['help', 'pathways'].includes(section),
  ),
  ...pathwayKinds.map((kind) => `pathways-${kind}` as const),
  ...pointRegions.map((region) => `help-${region}` as const),
  'pages',
] as const;
/** A part of the site that has sources of its own. */
export type Sourced = (typeof sourced)[number];

/** The sources of one part of the site, by publisher. */
export async function sourcesIn(part: Sourced, reader: Reader): Promise<string[]> {
  const { facts } = reader;
  const texts = async (kind: TextKind, fits: (data: unknown) => boolean = () => true) =>
    (await Promise.all((await slugs(kind)).map((slug) => textFor(kind, slug, reader.key)))).flatMap((text) => {
      const data = kind === 'pages' ? undefined : facts[kind].get(text.slug);
      if (!fits(data)) return [];
      const named = data as { sources?: string[]; source?: string[]; chart?: string } | undefined;
      return sourcesOf(facts, text, named?.sources ?? named?.source ?? [], named?.chart);
    });
  const ofKind = (kind: string) => texts('pathways', (data) => (data as Pathway).kind === kind);
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
  if (isWays(part)) {
    const kind = part.slice('pathways-'.length) as Pathway['kind'];
    return { section: 'pathways', name: `${t('sections.pathways.title')} · ${t(`pathway.kinds.${kind}`)}` };
  }
  if (!isPoints(part)) return { section: part, name: t(`sections.${part}.title`) };
  const region = part.slice('help-'.length) as (typeof pointRegions)[number];
  const where = region === 'elsewhere' ? t('help.lines') : t(`country.regions.${region}`);
  return { section: 'help', name: `${t('sections.help.title')} · ${where}` };
}
