/** What a text says of itself in its front matter. */
export interface Version {
  readonly revision?: number | undefined;
  readonly translation?:
    | {
        readonly of: string;
        readonly revision: number;
        readonly by: 'machine' | 'human';
        readonly reviewed?: string | undefined;
      }
    | undefined;
}

/** original: written in this language; behind: the original has changed since; missing: no text in this language. */
export type TranslationStatus = 'original' | 'current' | 'behind' | 'machine' | 'missing';

/**
 * The state of a translation, from `revision` alone (no version control needed). A machine translation that
 * nobody has reviewed is `machine` even when its original has changed.
 */
export function translationStatus(text: Version | undefined, original: Version | undefined): TranslationStatus {
  if (!text) return 'missing';
  if (!text.translation) return 'original';
  if (text.translation.by === 'machine' && !text.translation.reviewed) return 'machine';
  return text.translation.revision < (original?.revision ?? 0) ? 'behind' : 'current';
}
