/** What moves a show of slides. */
export type Move = 'next' | 'previous' | 'first' | 'last' | 'black' | 'full';

/** Keys that mean the same in every language; clickers send PageDown, PageUp, F5, b and the full stop. */
const moves: ReadonlyMap<string, Move> = new Map(
  Object.entries<Move>({
    ArrowDown: 'next',
    PageDown: 'next',
    Enter: 'next',
    ArrowUp: 'previous',
    PageUp: 'previous',
    Backspace: 'previous',
    Home: 'first',
    End: 'last',
    b: 'black',
    B: 'black',
    '.': 'black',
    F5: 'full',
    f: 'full',
  }),
);

/**
 * What a key of a keyboard or a clicker does. The arrows point along the line, so they are mirrored where it runs to the left.
 * @param key as the browser names it
 */
export function moveOf(key: string, rtl: boolean, shift = false): Move | undefined {
  if (key === ' ') return shift ? 'previous' : 'next';
  if (key === 'ArrowRight') return rtl ? 'previous' : 'next';
  if (key === 'ArrowLeft') return rtl ? 'next' : 'previous';
  return moves.get(key);
}

/**
 * What a finger means that went so far, in CSS pixels. The finger pushes the slide away against the direction of the line.
 * Short and slanting strokes mean nothing.
 */
export function swipe(x: number, y: number, rtl: boolean): Move | undefined {
  if (Math.abs(x) < 40 || Math.abs(x) < 1.5 * Math.abs(y)) return undefined;
  return x < 0 !== rtl ? 'next' : 'previous';
}

/** The slide an address asks for (`#7`), from 1 to `count`: too large means the last, anything else the first. */
export function slideAsked(hash: string, count: number): number {
  const asked = /^#(\d{1,6})$/.exec(hash);
  return Math.min(Math.max(Number(asked?.[1] ?? 1), 1), Math.max(count, 1));
}

/** The slide after a move, from 1 to `count`. */
export function slideAfter(now: number, move: Move, count: number): number {
  if (move === 'first') return 1;
  if (move === 'last') return count;
  const to = move === 'next' ? now + 1 : move === 'previous' ? now - 1 : now;
  return Math.min(Math.max(to, 1), count);
}
