import type {
  Aloud,
  Checklist,
  Claim,
  Country,
  Figure,
  Helper,
  Organisation,
  Pathway,
  Place,
  Question,
  Route,
  Service,
  Session,
  Source,
  Story,
  Survey,
} from '../schemas/facts.ts';
import { isStale } from './freshness.ts';
import { stopped } from './service.ts';

/** Each kind of fact with the shape of one. */
export interface Kinds {
  sources: Source;
  figures: Figure;
  countries: Country;
  places: Place;
  organisations: Organisation;
  services: Service;
  routes: Route;
  stories: Story;
  pathways: Pathway;
  checklists: Checklist;
  helper: Helper;
  sessions: Session;
  claims: Claim;
  questions: Question;
  aloud: Aloud;
  survey: Survey;
}

/** Everything under `content/facts/`, by kind and file name. */
export type Facts = { readonly [K in keyof Kinds]: ReadonlyMap<string, Kinds[K]> };

/**
 * One fact.
 * @throws when there is no such file, naming it.
 */
export function fact<K extends keyof Kinds>(facts: Facts, kind: K, id: string): Kinds[K] {
  const found = facts[kind].get(id);
  if (!found) throw new Error(`content/facts/${kind}/${id}.yaml does not exist, but something refers to it`);
  return found;
}

/** Services that have a page: those withheld, and those named in a source without a contact, are left out. */
export function publishedServices(facts: Facts): [string, Service][] {
  return [...facts.services].filter(
    ([, service]) => service.publication === 'publish' || service.publication === 'verify-first',
  );
}

/** Whether a service is a line to call rather than a place to go to. */
export function isLine(service: Service): boolean {
  return (
    service.phones.length > 0 &&
    (service.kind === 'hotline' ||
      !service.location.place ||
      service.phones.some((phone) => phone.reach !== 'international'))
  );
}

/** Where a point stands in a list: who sends help first, lines before places, open before closed, checked lately and confirmed before not. */
export function usefulness(service: Service, today: string): number {
  return (
    (service.sends_help ? -8 : 0) +
    (stopped(service) ? 16 : 0) +
    (isStale(service, today) ? 8 : 0) +
    (isLine(service) ? 0 : 4) +
    (service.phones.length > 0 ? 0 : 2) +
    (service.publication === 'publish' ? 0 : 1)
  );
}

/** The order of a list of points on a day. */
export function byUsefulness(today: string) {
  return ([, a]: [string, Service], [, b]: [string, Service]): number => usefulness(a, today) - usefulness(b, today);
}

/** The points of one country that have a page, the most useful first. */
export function pointsIn(facts: Facts, country: string, today: string): [string, Service][] {
  return publishedServices(facts)
    .filter(([, service]) => service.country === country)
    .sort(byUsefulness(today));
}

/** The countries that have points of their own, by code: all of ours, and neighbours such as Tanzania. */
export function countriesWithHelp(facts: Facts): string[] {
  const codes = [
    ...[...facts.countries.values()].map(({ code }) => code),
    ...publishedServices(facts).map(([, service]) => service.country),
  ];
  return [...new Set(codes)].filter((code) => code !== 'XX').sort();
}

/** Who published some sources, each name once. */
export function publishersOf(sources: readonly string[], facts: Facts): string[] {
  return [...new Set(sources.map((id) => fact(facts, 'sources', id).publisher))];
}
