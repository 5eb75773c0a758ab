/** The kinds of part that a session of one's own can have, with the letter each has in an address. */
export const partKinds = { story: 's', claim: 'c', question: 'q', aloud: 'a', survey: 'h', text: 't' } as const;
/** A kind of part. */
export type PartKind = keyof typeof partKinds;

/** One part: a kind, what it is (a file name; `before` or `after`; or the words of a slide), and its minutes. */
export interface OwnPart {
  readonly kind: PartKind;
  readonly id: string;
  readonly minutes: number;
}

/** What an address asks for: the parts that exist, and the names of those that do not. */
export interface OwnSession {
  readonly parts: readonly OwnPart[];
  readonly unknown: readonly string[];
}

/** How many parts a session may have. */
export const mostParts = 40;
/** How long the words of a slide may be, in characters. */
export const mostWords = 200;

const kindOf = (letter: string) => (Object.keys(partKinds) as PartKind[]).find((kind) => partKinds[kind] === letter);

/** Words as they stand in an address: nothing that the parts are separated by, and nothing that a messenger cuts off. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[._!~*'()-]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Minutes as they may be: whole, from 1 to 120. */
export function wholeMinutes(minutes: number): number {
  return Math.min(Math.max(Math.round(minutes) || 1, 1), 120);
}

/** A session as the end of an address: `c.leave-now-pay-later.5_t.Hello%20there.2`; empty without parts. */
export function encodeSession(parts: readonly OwnPart[]): string {
  return parts
    .slice(0, mostParts)
    .map(({ kind, id, minutes }) =>
      [partKinds[kind], kind === 'text' ? encoded(id) : id, wholeMinutes(minutes)].join('.'),
    )
    .join('_');
}

/**
 * The session an address asks for. Nothing in it is trusted: what does not exist is named, cut short, and left out.
 * @param hash with or without its sign
 * @param exists whether there is such a thing
 */
export function decodeSession(hash: string, exists: (kind: PartKind, id: string) => boolean): OwnSession {
  const parts: OwnPart[] = [];
  const unknown: string[] = [];
  const pieces = hash.replace(/^#/, '').split('_').filter(Boolean);
  for (const piece of pieces.slice(0, mostParts)) {
    const [letter = '', id = '', minutes = ''] = piece.split('.');
    const kind = kindOf(letter);
    const words = kind === 'text' ? decoded(id)?.trim().slice(0, mostWords) : id;
    const known = kind && words && (kind === 'text' || (/^[a-z0-9-]+$/.test(words) && exists(kind, words)));
    if (known && kind && words) parts.push({ kind, id: words, minutes: wholeMinutes(Number(minutes)) });
    else if (unknown.length < 10) unknown.push((kind && words ? words : (decoded(piece) ?? piece)).slice(0, 40));
  }
  return { parts, unknown };
}

/** The parts with one of them moved up (-1) or down (1); the same when it cannot move. */
export function movePart(parts: readonly OwnPart[], at: number, by: -1 | 1): readonly OwnPart[] {
  const one = parts[at];
  const other = parts[at + by];
  if (!one || !other) return parts;
  const moved = [...parts];
  moved[at] = other;
  moved[at + by] = one;
  return moved;
}

/** All minutes together. */
export function minutesOf(parts: readonly OwnPart[]): number {
  return parts.reduce((sum, { minutes }) => sum + minutes, 0);
}
