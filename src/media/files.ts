import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** A file that lies beside a story. */
export interface Found {
  /** Path from the root of the project. */
  readonly file: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
}

/** The file of this path with one of these endings, if there is one. */
export function findBeside<E extends string>(path: string, endings: readonly E[]): (Found & { ending: E }) | undefined {
  const ending = endings.find((one) => existsSync(`${path}.${one}`));
  if (!ending) return undefined;
  const file = `${path}.${ending}`;
  return { file, ending, bytes: readFileSync(file) };
}

/**
 * The name under which something is published: made from its content alone, so that it may be kept for ever, and so that a file
 * saved on a phone names nobody.
 */
export function publishedName(bytes: Uint8Array, ending: string): string {
  return `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`;
}
