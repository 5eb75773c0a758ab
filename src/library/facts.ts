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

/** Every kind of fact, as its collection is called; the type says when one is missing. */
const kinds = {
  sources: () => byId('sources'),
  figures: () => byId('figures'),
  countries: () => byId('countries'),
  places: () => byId('places'),
  organisations: () => byId('organisations'),
  services: () => byId('services'),
  routes: () => byId('routes'),
  stories: () => byId('stories'),
  pathways: () => byId('pathways'),
  checklists: () => byId('checklists'),
  helper: () => byId('helper'),
  sessions: () => byId('sessions'),
  claims: () => byId('claims'),
  questions: () => byId('questions'),
  aloud: () => byId('aloud'),
  survey: () => byId('survey'),
} satisfies { [K in keyof Facts]: () => Promise<Facts[K]> };

async function load(): Promise<Facts> {
  const all = Object.entries(kinds).map(async ([kind, read]) => [kind, await read()] as const);
  return Object.fromEntries(await Promise.all(all)) as unknown as Facts;
}

let loaded: Promise<Facts> | undefined;

/** All facts, read once a build (and anew on every page while editing). */
export function allFacts(): Promise<Facts> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}
