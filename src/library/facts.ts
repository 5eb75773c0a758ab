import { type CollectionKey, getCollection } from 'astro:content';
import type { Facts } from '../domain/facts.ts';

async function byId<K extends Exclude<CollectionKey, 'prose'>>(kind: K) {
  const entries = await getCollection(kind);
  return new Map(
    entries.map((entry) => [entry.id, entry.data]).sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)) as [
      string,
      (typeof entries)[number]['data'],
    ][],
  );
}

async function load(): Promise<Facts> {
  const [sources, figures, countries, places, organisations, services, routes, stories, pathways, checklists, helper] =
    await Promise.all([
      byId('sources'),
      byId('figures'),
      byId('countries'),
      byId('places'),
      byId('organisations'),
      byId('services'),
      byId('routes'),
      byId('stories'),
      byId('pathways'),
      byId('checklists'),
      byId('helper'),
    ]);
  return {
    sources,
    figures,
    countries,
    places,
    organisations,
    services,
    routes,
    stories,
    pathways,
    checklists,
    helper,
  };
}

let loaded: Promise<Facts> | undefined;

/** All facts, read once a build (and anew on every page while editing). */
export function allFacts(): Promise<Facts> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}
