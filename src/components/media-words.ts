import { kilobytes } from '../domain/media.ts';
import type { Reader } from '../domain/reader.ts';

/** What a file will cost, in the reader's words: `14 kB`. */
export function sizeWords({ t, number }: Reader, bytes: number): string {
  return t('data.kb', { kb: number(kilobytes(bytes)) });
}

/** How long a recording is, in the reader's words: `2 min 10 s`. */
export function lengthWords({ t, number }: Reader, seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return [minutes && t('media.minutes', { n: number(minutes) }), rest && t('media.seconds', { n: number(rest) })]
    .filter(Boolean)
    .join(' ');
}
