import { type Facts, fact, publishedServices } from '../domain/facts.ts';
import { mentions } from '../domain/mentions.ts';
import type { Reader } from '../domain/reader.ts';
import { sections } from '../i18n/paths.ts';
import type { TextKind } from '../schemas/prose.ts';
import { slugs, type Text, textFor } from './texts.ts';

/** The sources a page must show: those of its facts, its text, its figures and its chart, each once. */
export function sourcesOf(facts: Facts, text: Text, more: readonly string[] = [], chart?: string): string[] {
  const named = mentions(text.entry.body ?? '').filter(({ component }) => component === 'Figure');
  const figures = [...(chart ? [chart] : []), ...named.map(({ attributes }) => attributes.id ?? '')];
  return [...new Set([...figures.map((id) => fact(facts, 'figures', id).source), ...text.entry.data.sources, ...more])];
}

/** The parts of the site that have sources of their own, in the order of the list of sources. */
export const sourced = [...sections, 'pages'] as const;

/** The sources of one part of the site, by publisher. */
export async function sourcesIn(part: (typeof sourced)[number], reader: Reader): Promise<string[]> {
  const { facts } = reader;
  const texts = async (kind: TextKind) =>
    (await Promise.all((await slugs(kind)).map((slug) => textFor(kind, slug, reader.key)))).flatMap((text) => {
      const data =
        kind === 'pages'
          ? undefined
          : (facts[kind].get(text.slug) as { sources?: string[]; source?: string[]; chart?: string } | undefined);
      return sourcesOf(facts, text, data?.sources ?? data?.source ?? [], data?.chart);
    });
  const all =
    part === 'help'
      ? publishedServices(facts).map(([, service]) => service.source)
      : part === 'countries'
        ? [...facts.countries.values()].flatMap((country) => [
            ...country.sources,
            ...country.emergency.map((one) => one.source),
          ])
        : await texts(part);
  const publisher = (id: string) => fact(facts, 'sources', id).publisher.toLowerCase();
  return [...new Set(all)].sort((a, b) => (publisher(a) < publisher(b) ? -1 : 1));
}
