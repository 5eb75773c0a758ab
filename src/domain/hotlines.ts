import type { Service } from '../schemas/facts.ts';
import { type Facts, isLine, pointsIn } from './facts.ts';
import { stopped } from './service.ts';

/**
 * The lines of a country that paper can hold, the most useful first; a number that two points share is there once.
 * @param country a code such as `CM`
 * @param today the day of the build
 * @param room how many points fit
 */
export function hotlines(facts: Facts, country: string, today: string, room: number): [string, Service][] {
  const told = new Set<string>();
  return pointsIn(facts, country, today)
    .filter(([, service]) => !stopped(service) && isLine(service))
    .filter(([, { phones }]) => phones.some(({ number }) => !told.has(number) && told.add(number)))
    .slice(0, room);
}

/** Lines that ring from any country, the most useful first. */
export function linesEverywhere(facts: Facts, today: string): [string, Service][] {
  return pointsIn(facts, 'XX', today).filter(([, service]) => service.phones.length > 0);
}
