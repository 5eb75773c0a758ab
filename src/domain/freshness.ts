import type { Service } from '../schemas/facts.ts';

/** The day a site is built for, `YYYY-MM-DD`: the setting `SOURCE_DATE_EPOCH` (seconds) when there is one, else `now` (milliseconds). */
export function buildDay(setting: string | undefined, now: number): string {
  return new Date(setting ? Number(setting) * 1000 : now).toISOString().slice(0, 10);
}

/** Days from one day to another (both `YYYY-MM-DD`), negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whether a rule or a consent must be looked at again: `today` is after its day of review. */
export function isDue(reviewBy: string, today: string): boolean {
  return daysBetween(reviewBy, today) > 0;
}

/** Days after which a point was last checked long ago. Lines and places to sleep change soonest and cost most when wrong. */
export const freshFor: Readonly<Record<Service['kind'], number>> = {
  hotline: 180,
  'anti-trafficking': 180,
  'child-protection': 180,
  shelter: 180,
  'transit-centre': 180,
  health: 270,
  'legal-aid': 270,
  'family-tracing': 270,
  'refugee-support': 270,
  'migrant-resource-centre': 270,
  'returnee-reintegration': 270,
  consular: 365,
  'employment-service': 365,
  'iom-office': 365,
  'unhcr-office': 365,
};

type Looked = Pick<Service, 'kind' | 'assured_date' | 'last_checked'>;

/** The day somebody of ours last called, visited or read the source of a point. */
export function lastLooked(service: Looked): string {
  const { assured_date: assured, last_checked: read } = service;
  return assured && assured > read ? assured : read;
}

/** The day from which a point counts as last checked long ago, and is on the list of what is due. */
export function freshUntil(service: Looked): string {
  const day = Date.parse(`${lastLooked(service)}T00:00:00Z`) + freshFor[service.kind] * 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
}

/** Whether a point was last checked longer ago than its kind allows. */
export function isStale(service: Looked, today: string): boolean {
  return isDue(freshUntil(service), today);
}
