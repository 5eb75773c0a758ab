/** What an editor may put beside a story, by the ending of the file name. */

/** Endings of pictures that can be taken in. */
export const pictureEndings = ['jpg', 'png'] as const;

/** Endings of recordings, with the type that a browser is told. */
export const recordingTypes = {
  opus: 'audio/ogg; codecs=opus',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
} as const;
/** The ending of a recording. */
export type RecordingEnding = keyof typeof recordingTypes;
/** The endings of recordings, as a list. */
export const recordingEndings = Object.keys(recordingTypes) as RecordingEnding[];

/** Kilobits a second that a voice needs; more is the reader's money. */
export const enoughKbps = 24;

/** A size as readers are told it: whole kilobytes, never fewer than they pay for. */
export function kilobytes(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1000));
}
