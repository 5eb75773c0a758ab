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
