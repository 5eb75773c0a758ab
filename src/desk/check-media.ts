import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enoughKbps, kilobytes, type RecordingEnding } from '../domain/media.ts';
import { takePicture } from '../media/picture.ts';
import { measure } from '../media/recording.ts';
import { type Beside, readAllContent } from './content.ts';
import type { Problem } from './problem.ts';

/** What is wrong with pictures and recordings, and what is only worth knowing. */
export interface MediaReport {
  /** The build stops. */
  readonly problems: Problem[];
  /** The build goes on. */
  readonly warnings: Problem[];
}

/** Opens every picture and listens to every recording: what `checkContent` cannot see from their names. */
export async function checkMedia(folder: string): Promise<MediaReport> {
  const report: MediaReport = { problems: [], warnings: [] };
  // One after the other: a picture is large once it is open.
  for (const beside of readAllContent(folder, []).media) {
    const bytes = readFileSync(join(folder, beside.file));
    if (beside.use === 'picture') await checkPicture(beside, bytes, report);
    else await checkRecording(beside, bytes, report);
  }
  return report;
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

async function checkPicture({ file }: Beside, bytes: Uint8Array, { problems }: MediaReport): Promise<void> {
  try {
    await takePicture(bytes);
  } catch (error) {
    problems.push({
      file,
      line: 1,
      field: '',
      what: `the picture cannot be read: ${reason(error)}`,
      todo: 'Open it in a picture program, save it again as JPG, and put that file here.',
    });
  }
}

async function checkRecording({ file, ending }: Beside, bytes: Uint8Array, report: MediaReport): Promise<void> {
  const say = (kind: keyof MediaReport, what: string, todo: string) =>
    report[kind].push({ file, line: 1, field: '', what, todo });
  try {
    const { seconds, kbps, channels, notes, located } = await measure(bytes, ending as RecordingEnding);
    const again = 'Save it again as Opus, one channel, 16 kbit/s: a voice stays clear and costs a reader less.';
    const cost = `${Math.round(seconds)} s weigh ${kilobytes(bytes.length)} kB`;
    if (Math.round(kbps) > enoughKbps || channels > 1)
      say(
        'warnings',
        `${cost}: ${Math.round(kbps)} kbit/s in ${channels === 1 ? 'one channel' : `${channels} channels`}, where ${enoughKbps} in one are enough`,
        again,
      );
    if (located)
      say('problems', 'the file says where it was recorded', 'Save it again without notes about it (tags, metadata).');
    else if (notes.length > 0)
      say(
        'warnings',
        `the file carries notes that are published with it: ${notes.join(', ')}`,
        'Look at them; when they say who or where, save it again without them (tags, metadata).',
      );
  } catch (error) {
    say(
      'problems',
      `the recording cannot be played: ${reason(error)}`,
      'Open it in a sound program, save it again, and put that file here.',
    );
  }
}
