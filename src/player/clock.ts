import { type Clock, minutesAndSeconds, readClock, secondsLeft, settle, startOrStop } from '../domain/session-clock.ts';

const now = () => Date.now() / 1000;

/**
 * Runs the clock of a session in its bar: what is left of this part and of all of it. It goes on when the page is loaded again.
 * @param minutes those of each part
 * @returns says which part the session is in now, from 0
 */
export function runClock(bar: HTMLElement, kit: string, minutes: readonly number[]): (part: number) => void {
  // Cleared with everything else that this site keeps.
  const key = `hands:clock:${kit}`;
  const button = bar.querySelector('button');
  const over = bar.querySelector<HTMLElement>('[data-over]');
  const start = button?.textContent ?? '';
  let part = 0;
  let clock: Clock = readClock(null);
  let begun = false;
  const attempt = (action: () => void) => {
    try {
      action();
    } catch {
      // Nothing can be kept: the clock lives as long as the page.
    }
  };
  attempt(() => {
    const kept = sessionStorage.getItem(key);
    clock = readClock(kept);
    begun = kept !== null;
  });
  /** Nothing is kept of a clock that nobody started. */
  const keep = () => {
    if (begun) attempt(() => sessionStorage.setItem(key, JSON.stringify(clock)));
  };
  const print = () => {
    const left = secondsLeft(clock, minutes, part, now());
    for (const place of bar.querySelectorAll<HTMLElement>('[data-left]')) {
      const seconds = left[place.dataset.left as 'part' | 'all'];
      place.textContent = (seconds < 0 ? '+' : '') + minutesAndSeconds(seconds);
    }
    if (button) button.textContent = clock.since === undefined ? start : (button.dataset.pause ?? '');
    // Said once, then once a minute: a status that changes each second would be read out each second.
    const late = -left.part;
    const words =
      late > 0 ? (over?.dataset.over ?? '').replace('{time}', minutesAndSeconds(Math.floor(late / 60) * 60 || 60)) : '';
    if (over && over.textContent !== words) over.textContent = words;
  };
  button?.addEventListener('click', () => {
    clock = startOrStop(clock, part, now());
    begun = true;
    keep();
    print();
  });
  bar.hidden = false;
  setInterval(print, 1000);
  return (to) => {
    clock = settle(clock, part, now());
    part = to;
    keep();
    print();
  };
}
