import type { LocaleKey } from '../i18n/locales.ts';

/** Words a second of somebody who reads slowly to a room. Arabic joins small words to the next, so its words are fewer and longer. */
const pace: Partial<Record<LocaleKey, number>> = { en: 2.3, fr: 2.4, ar: 1.75 };

/** How long a listener needs at a `<Pause />`, in seconds. */
const pause = 1.5;

/** About how many seconds a text takes when it is read aloud, its pauses counted; a `<Figure>` counts as three words. */
export function secondsAloud(body: string, locale: LocaleKey): number {
  const pauses = body.match(/<Pause\s*\/>/g)?.length ?? 0;
  const words = body
    .replace(/<Figure[^>]*>/g, ' one two three ')
    .replace(/<[^>]*>|\]\([^)]*\)|[*_#[\]]/g, ' ')
    .match(/[\p{L}\p{N}’'-]+/gu);
  return Math.round((words?.length ?? 0) / (pace[locale] ?? 2.3) + pauses * pause);
}
