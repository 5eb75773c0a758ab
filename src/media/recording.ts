import { parseBuffer } from 'music-metadata';
import type { RecordingEnding } from '../domain/media.ts';

/** What a recording costs a reader, and what it says of itself. */
export interface Measures {
  readonly seconds: number;
  readonly kbps: number;
  readonly channels: number;
  /** Names of the notes the file carries, such as `artist`; those of the program that wrote it are left out. */
  readonly notes: readonly string[];
  /** Whether one of the notes says where it was recorded. */
  readonly located: boolean;
}

/** What a file with an ending must hold. */
const holds: Readonly<Record<RecordingEnding, RegExp>> = {
  opus: /^Ogg.*Opus/i,
  mp3: /^MPEG .*Layer 3/i,
  m4a: /^(M4A|mp4|isom|MPEG-4|.*AAC)/i,
  wav: /^WAVE/i,
};
/** Notes that come from the program, or from counting, and say nothing of a person. */
const technical =
  /^(track|disk|movementIndex|encoder\w*|encodedby|encodersettings|tool|averageLevel|peakLevel|replaygain.*|gapless)$/i;
const place = /\u00a9xyz|location|\bgeo|GPS|ISO6709/i;

/**
 * Listens to how long a recording is and what it weighs a second.
 * @throws with what is wrong, when it cannot be played or holds something else than its ending says
 */
export async function measure(bytes: Uint8Array, ending: RecordingEnding): Promise<Measures> {
  // The content alone decides what it is: a name can be wrong.
  const parsed = await parseBuffer(bytes, undefined, { duration: true, skipCovers: true }).catch(() => undefined);
  const { container, codec, duration: seconds = 0, numberOfChannels: channels = 0 } = parsed?.format ?? {};
  const found = [container, codec].filter(Boolean).join(' ');
  if (!parsed || !found || seconds === 0 || channels === 0) throw new Error('there is no sound in it');
  if (!holds[ending].test(found)) throw new Error(`it holds ${found}, although its name ends in .${ending}`);
  const ids = Object.values(parsed.native).flatMap((tags) => tags.map(({ id }) => id));
  return {
    seconds,
    kbps: (bytes.length * 8) / 1000 / seconds,
    channels,
    notes: Object.keys(parsed.common).filter((name) => !technical.test(name)),
    located: ids.some((id) => place.test(id)),
  };
}
