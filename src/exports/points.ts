import { type Facts, isLine, pointsIn, publishedServices } from '../domain/facts.ts';
import type { Point, Shard, Town } from '../domain/finder.ts';
import { isStale } from '../domain/freshness.ts';
import { usualWeek } from '../domain/hours.ts';
import type { Reader } from '../domain/reader.ts';
import { isShelter, serviceName, stopped } from '../domain/service.ts';
import { telephone } from '../domain/telephone.ts';
import { timeZones } from '../domain/time-zone.ts';
import type { Week } from '../domain/week.ts';
import type { Service } from '../schemas/facts.ts';

/** The usual week of a point, where it is certain: confirmed, open, looked at lately, and no other source says otherwise. */
export function certainWeek(service: Service, today: string): Week | undefined {
  const sure = service.publication === 'publish' && service.status === 'active' && !isStale(service, today);
  return sure && service.opening_hours && !service.hours_disputed ? usualWeek(service.opening_hours) : undefined;
}

function pointOf([id, service]: [string, Service], reader: Reader): Point {
  const { text, lang } = reader.words(serviceName(service));
  const week = certainWeek(service, reader.today);
  const phone = service.phones[0];
  const closed = stopped(service);
  return {
    id,
    name: text,
    ...(lang && { lang }),
    kind: service.kind,
    needs: service.needs,
    ...(service.location.place && { place: service.location.place }),
    ...(phone && { phone: telephone(phone).shown }),
    ...(service.cost === 'free' && { free: 1 as const }),
    ...(service.languages.length > 0 && { languages: service.languages }),
    ...(week && { week }),
    ...(service.audience.length > 0 && { audience: service.audience }),
    ...(isLine(service) && { line: 1 as const }),
    ...(isShelter(service) && { shelter: 1 as const }),
    ...(closed && { closed }),
    ...(service.publication === 'verify-first' && { unconfirmed: 1 as const }),
    ...(isStale(service, reader.today) && { stale: 1 as const }),
  };
}

const townOf = (id: string, reader: Reader): Town => {
  const { name, country, latitude, longitude } = reader.fact('places', id);
  return { name: reader.words(name).text, country: country.toLowerCase(), latitude, longitude };
};

const townsOf = (points: readonly [string, Service][], reader: Reader): Record<string, Town> => {
  const ids = [...new Set(points.flatMap(([, { location }]) => location.place ?? []))].sort();
  return Object.fromEntries(ids.map((id) => [id, townOf(id, reader)]));
};

/** What the finder reads for one country (small letters; `xx` for lines that work across borders). */
export function shardOf(country: string, reader: Reader): Shard {
  const code = country.toUpperCase();
  const points = pointsIn(reader.facts, code, reader.today);
  const zone = timeZones[code];
  return {
    country,
    ...(zone && { zone }),
    points: points.map((point) => pointOf(point, reader)),
    towns: townsOf(points, reader),
  };
}

/** Every town that can be measured from or to, by its id. Towns that have nothing but a shelter are left out. */
export function measuredTowns(facts: Facts, reader: Reader): Record<string, Town> {
  return townsOf(
    publishedServices(facts).filter(([, service]) => !isShelter(service)),
    reader,
  );
}
