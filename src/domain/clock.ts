/** Minutes since the beginning as a running clock: 75 gives `1:15`. */
export function runningClock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/**
 * When a step of a session begins and ends, in minutes since the beginning.
 * @throws when there is no such step
 */
export function stepTimes(
  steps: readonly { readonly id: string; readonly minutes: number }[],
  id: string,
): { from: number; to: number } {
  const place = steps.findIndex((step) => step.id === id);
  const step = steps[place];
  if (!step) throw new Error(`<Step id="${id}">: this session has no such step`);
  const from = steps.slice(0, place).reduce((sum, { minutes }) => sum + minutes, 0);
  return { from, to: from + step.minutes };
}
