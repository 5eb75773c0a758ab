/** The clock of a session: seconds spent in each of its parts, and since when it runs (seconds of any clock), if it does. */
export interface Clock {
  readonly spent: readonly number[];
  readonly since?: number;
}

/** A clock that has not begun. */
export const freshClock: Clock = { spent: [] };

/** The clock with the time up to now written down for a part; still running, if it was. */
export function settle(clock: Clock, part: number, now: number): Clock {
  if (clock.since === undefined) return clock;
  const spent = Array.from({ length: Math.max(clock.spent.length, part + 1) }, (_, index) => clock.spent[index] ?? 0);
  spent[part] = (spent[part] ?? 0) + Math.max(0, now - clock.since);
  return { spent, since: now };
}

/** Starts a clock that stands, or stops one that runs. */
export function startOrStop(clock: Clock, part: number, now: number): Clock {
  return clock.since === undefined ? { ...clock, since: now } : { spent: settle(clock, part, now).spent };
}

/**
 * Seconds left in a part and in the whole session; below nothing when it took longer.
 * @param minutes those of each part
 */
export function secondsLeft(
  clock: Clock,
  minutes: readonly number[],
  part: number,
  now: number,
): { part: number; all: number } {
  const { spent } = settle(clock, part, now);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    part: Math.round((minutes[part] ?? 0) * 60 - (spent[part] ?? 0)),
    all: Math.round(sum(minutes) * 60 - sum(spent)),
  };
}

/** Minutes and seconds, `7:05`, without a sign. */
export function minutesAndSeconds(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A clock as it was kept; what is not one is a fresh clock. */
export function readClock(text: string | null): Clock {
  try {
    const { spent, since } = JSON.parse(text ?? '') as { spent: unknown; since: unknown };
    if (!Array.isArray(spent) || spent.length > 100 || !spent.every((one) => typeof one === 'number' && one >= 0))
      return freshClock;
    return typeof since === 'number' ? { spent, since } : { spent };
  } catch {
    return freshClock;
  }
}
