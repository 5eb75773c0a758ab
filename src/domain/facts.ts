import type { Country, Figure, Organisation, Pathway, Place, Route, Service, Source, Story } from '../schemas/facts.ts';

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

/** Lines before places, open before closed, confirmed before not confirmed. */
export function byUsefulness([, a]: [string, Service], [, b]: [string, Service]): number {
  const rank = (service: Service) =>
    (service.status === 'temporarily closed' ? 8 : 0) +
    (isLine(service) ? 0 : 4) +
    (service.phones.length > 0 ? 0 : 2) +
    (service.publication === 'publish' ? 0 : 1);
  return rank(a) - rank(b);
}
