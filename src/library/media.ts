import { mayShow } from '../domain/consent.ts';
import { pictureEndings, recordingEndings, recordingTypes } from '../domain/media.ts';
import { type LocaleKey, published } from '../i18n/locales.ts';
import { findBeside, publishedName } from '../media/files.ts';
import { type Picture, takePicture } from '../media/picture.ts';
import { measure } from '../media/recording.ts';
import type { Story } from '../schemas/facts.ts';

/** The folder of words and facts. */
const content = process.env.CONTENT ?? './content';

/** A file under `/media/`. */
export interface MediaFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A story's picture, ready for its page. */
export interface StoryPicture {
  readonly avif: MediaFile;
  readonly webp: MediaFile;
  readonly width: number;
  readonly height: number;
}

/** A story's recording, ready for its page. */
export interface StoryRecording extends MediaFile {
  readonly seconds: number;
}

/** What was made once, by what it was made from: a story has a page in every language and one picture. */
const made = new Map<string, Promise<unknown>>();
function once<T>(file: string, bytes: Uint8Array, make: () => Promise<T>): Promise<T> {
  const key = publishedName(bytes, file);
  const known = made.get(key) as Promise<T> | undefined;
  if (known) return known;
  const making = make().catch((error: unknown) => {
    throw new Error(`${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  });
  made.set(key, making);
  return making;
}

const fileOf = (bytes: Uint8Array, ending: string, type: string): MediaFile => ({
  name: publishedName(bytes, ending),
  type,
  bytes,
});

/**
 * The picture of a story, when it has one and this reader may see it on this day.
 * @throws naming the file, when it cannot be read
 */
export async function pictureOf(
  slug: string,
  story: Story,
  today: string,
  reader: LocaleKey,
): Promise<StoryPicture | undefined> {
  if (!story.picture || !mayShow(story, 'picture', today, reader)) return undefined;
  const found = findBeside(`${content}/facts/stories/${slug}`, pictureEndings);
  if (!found) return undefined;
  const { avif, webp, width, height }: Picture = await once(found.file, found.bytes, () => takePicture(found.bytes));
  return { avif: fileOf(avif, 'avif', 'image/avif'), webp: fileOf(webp, 'webp', 'image/webp'), width, height };
}

/**
 * The recording of a story's text, when it has one and this reader may hear it on this day.
 * @param language the language of the text, which is not always the reader's
 * @throws naming the file, when it cannot be read
 */
export async function recordingOf(
  slug: string,
  story: Story,
  today: string,
  reader: LocaleKey,
  language: LocaleKey = reader,
): Promise<StoryRecording | undefined> {
  if (!mayShow(story, 'audio', today, reader) || !mayShow(story, 'audio', today, language)) return undefined;
  const found = findBeside(`${content}/${language}/stories/${slug}`, recordingEndings);
  if (!found) return undefined;
  const { ending, bytes } = found;
  const { seconds } = await once(found.file, bytes, () => measure(bytes, ending));
  return { ...fileOf(bytes, ending, recordingTypes[ending]), seconds };
}

/** Everything under `/media/`: the pictures and recordings that some reader may see or hear on this day, and nothing else. */
export async function mediaFiles(stories: ReadonlyMap<string, Story>, today: string): Promise<MediaFile[]> {
  const all = await Promise.all(
    [...stories].flatMap(([slug, story]) =>
      published.map(async (key) => {
        const picture = await pictureOf(slug, story, today, key);
        const recording = await recordingOf(slug, story, today, key);
        return [picture?.avif, picture?.webp, recording].filter((file) => file !== undefined);
      }),
    ),
  );
  return [...new Map(all.flat().map((file) => [file.name, file])).values()];
}
