/** Days from one day to another (both `YYYY-MM-DD`), negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whether a rule or a consent must be looked at again: `today` is after its day of review. */
export function isDue(reviewBy: string, today: string): boolean {
  return daysBetween(reviewBy, today) > 0;
}
