import { freshUntil, isDue, lastLooked } from '../domain/freshness.ts';
import type { Pathway, Service, Story } from '../schemas/facts.ts';
import { readAllContent } from './content.ts';

/**
 * What must be looked at again on a day: published help points by country, the longest due first, then legal ways past their review
 * and consents past theirs.
 * @param today `YYYY-MM-DD`
 */
export function dueReport(folder: string, today: string): string[] {
  const { facts } = readAllContent(folder, []);
  const valid = <T>(kind: keyof typeof facts) =>
    [...facts[kind]].flatMap(([id, { valid }]) => (valid ? [[id, valid as T] as const] : []));
  const points = valid<Service>('services')
    .filter(([, { publication }]) => publication === 'publish' || publication === 'verify-first')
    .map(([id, service]) => ({ id, service, until: freshUntil(service) }));
  const due = points
    .filter(({ until }) => isDue(until, today))
    .sort((a, b) => (a.service.country + a.until < b.service.country + b.until ? -1 : 1));
  const next = points.map(({ until }) => until).sort()[0];
  const ways = valid<Pathway>('pathways').filter(([, { review_by }]) => isDue(review_by, today));
  const stories = valid<Story>('stories')
    .filter(([, { consent }]) => !consent.withdrawn)
    .map(
      ([id, { consent }]) => [id, [consent.review_by, consent.expires ?? consent.review_by].sort()[0] ?? ''] as const,
    )
    .filter(([, until]) => isDue(until, today));
  return [
    `${due.length} of ${points.length} help points are due on ${today}.${due.length === 0 && next ? ` The first is due after ${next}.` : ''}`,
    ...due.map(
      ({ id, service, until }) =>
        `  ${service.country}  ${id}: ${service.kind}, last looked at ${lastLooked(service)}, due after ${until}`,
    ),
    `${ways.length} legal ways are due.`,
    ...ways.map(([id, { review_by }]) => `  ${id}: due after ${review_by}`),
    `${stories.length} consents are due: their stories are not shown.`,
    ...stories.map(([id, until]) => `  ${id}: due after ${until}`),
  ];
}
