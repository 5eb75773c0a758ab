/** Pictures and recordings beside stories: what goes in, what comes out, and what the check says of those that are wrong. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/desk/check.ts';
import { checkMedia } from '../../src/desk/check-media.ts';
import type { Problem } from '../../src/desk/problem.ts';
import { buildDay } from '../../src/domain/freshness.ts';
import { publishedName } from '../../src/media/files.ts';
import { takePicture } from '../../src/media/picture.ts';
import { measure } from '../../src/media/recording.ts';
import { addMedia, mp3, opus, photo, shown, wav } from '../story-media.ts';

/** Marks under which cameras and programs hide what they know, in any kind of picture. */
const hidden = /Exif|GPS|http:\/\/ns\.adobe|xmpmeta|XMP |8BIM|Photoshop|Secret|Photographer|ICCP|EXIF/;

describe('a picture', () => {
  it('goes in with its place and comes out without: no EXIF, XMP, IPTC, GPS or profile', async () => {
    const original = await photo();
    const before = await sharp(original).metadata();
    expect(before.exif?.includes(Buffer.from('Secret 9'))).toBe(true);
    // GPS latitude: tag 2, three fractions (type 5), as it stands in the file.
    expect(before.exif?.includes(Buffer.from([2, 0, 5, 0, 3, 0, 0, 0]))).toBe(true);
    expect(before.orientation).toBe(6);
    expect(before.xmp).toBeDefined();
    expect(before.icc).toBeDefined();
    expect(original.toString('latin1')).toMatch(hidden);

    const { avif, webp } = await takePicture(original);
    for (const made of [avif, webp]) {
      const { exif, xmp, iptc, icc, orientation, comments } = await sharp(made).metadata();
      expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({});
      // AVIF names the kinds of block it could hold in its head; none is there when no byte says so.
      expect(Buffer.from(made).toString('latin1')).not.toMatch(hidden);
    }
  });

  it('is turned upright and at most 720 pixels large, as AVIF and WebP that say so', async () => {
    const { avif, webp, width, height } = await takePicture(await photo(1600, 1200));
    // The phone was held upright: what was wide is high.
    expect([width, height]).toEqual([540, 720]);
    for (const [made, format] of [
      [avif, 'heif'],
      [webp, 'webp'],
    ] as const) {
      const found = await sharp(made).metadata();
      expect([found.format, found.width, found.height]).toEqual([format, 540, 720]);
    }
    expect((await sharp(avif).metadata()).compression).toBe('av1');
  });

  it('that is smaller keeps its size, and a PNG is taken too', async () => {
    const png = await sharp(await photo(300, 200))
      .autoOrient()
      .png()
      .toBuffer();
    const { width, height } = await takePicture(png);
    expect([width, height]).toEqual([200, 300]);
  });

  it('comes out the same each time, under a name that its content alone decides', async () => {
    const [once, again] = [await takePicture(await photo()), await takePicture(await photo())];
    expect(publishedName(once.avif, 'avif')).toBe(publishedName(again.avif, 'avif'));
    expect(publishedName(once.webp, 'webp')).toBe(publishedName(again.webp, 'webp'));
    expect(publishedName(once.webp, 'webp')).toMatch(/^[0-9a-f]{16}\.webp$/);
    expect(publishedName(once.avif, 'webp')).not.toBe(publishedName(once.webp, 'webp'));
  });
});

describe('a recording', () => {
  it('is measured: a WAV of two seconds', async () => {
    const { seconds, kbps, channels, notes, located } = await measure(wav(2), 'wav');
    expect([seconds, channels, notes, located]).toEqual([2, 1, [], false]);
    expect(Math.round(kbps)).toBe(128);
  });

  it('is measured: Opus and MP3', async () => {
    const voice = await measure(opus(10), 'opus');
    expect([voice.seconds, voice.channels, Math.round(voice.kbps)]).toEqual([10, 1, 16]);
    const old = await measure(mp3(200), 'mp3');
    expect([Math.round(old.seconds), old.channels, Math.round(old.kbps)]).toEqual([5, 1, 32]);
  });

  it('tells what notes it carries, but not those of its program', async () => {
    const told = await measure(opus(3, ['ARTIST=Somebody', 'ENCODER=opusenc', 'LOCATION=Agadez']), 'opus');
    expect([told.notes.includes('artist'), told.located]).toEqual([true, true]);
    expect((await measure(opus(3, ['ENCODER=opusenc']), 'opus')).notes).toEqual([]);
  });

  it.each(['opus', 'mp3', 'm4a', 'wav'] as const)('that is none is refused (.%s)', async (ending) => {
    await expect(measure(Buffer.from('not a sound at all '.repeat(200)), ending)).rejects.toThrow();
    await expect(measure(Buffer.alloc(0), ending)).rejects.toThrow();
  });

  it('that is of another kind than its name says is refused', async () => {
    await expect(measure(wav(1), 'mp3')).rejects.toThrow('it holds WAVE PCM, although its name ends in .mp3');
    await expect(measure(mp3(100), 'opus')).rejects.toThrow('although its name ends in .opus');
  });
});

describe('the check says of pictures and recordings', () => {
  let folder: string;
  let clean: string;
  const day = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
  const yaml = `facts/stories/${shown}.yaml`;
  const put = (file: string, bytes: Uint8Array | string) => writeFileSync(join(folder, file), bytes);
  const change = (file: string, from: string | RegExp, to: string) => {
    const before = readFileSync(join(folder, file), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} holds no ${from}`);
    put(file, after);
  };
  const line = ({ file, line }: Problem) => readFileSync(join(folder, file), 'utf8').split('\n')[line - 1];
  const only = (): Problem => {
    const all = checkContent(folder, day);
    expect(all.map(({ file, what }) => `${file} ${what}`)).toHaveLength(1);
    return all[0] as Problem;
  };

  beforeAll(async () => {
    clean = mkdtempSync(join(tmpdir(), 'byg-media-'));
    folder = mkdtempSync(join(tmpdir(), 'byg-media-'));
    cpSync('content', folder, { recursive: true });
    await addMedia(folder);
    for (const below of ['facts/stories', 'en/stories', 'fr/stories', 'ar/stories'])
      cpSync(join(folder, below), join(clean, below), { recursive: true });
  });
  beforeEach(() => {
    for (const below of ['facts/stories', 'en/stories', 'fr/stories', 'ar/stories']) {
      rmSync(join(folder, below), { recursive: true });
      cpSync(join(clean, below), join(folder, below), { recursive: true });
    }
  });
  afterAll(() => {
    for (const one of [folder, clean]) rmSync(one, { recursive: true, force: true });
  });

  it('nothing, when all is in order', async () => {
    expect(checkContent(folder, day)).toEqual([]);
    expect((await checkMedia(folder)).problems).toEqual([]);
  });

  it('that a picture is not covered by the consent', () => {
    change(yaml, 'packs, picture, audio]', 'packs, audio]');
    const problem = only();
    expect(problem).toMatchObject({
      file: yaml,
      field: 'consent.scope',
      what: `the consent does not cover picture, but content/facts/stories/${shown}.jpg is there`,
      todo: 'Remove that file, or ask the person and add picture here.',
    });
    expect(line(problem)).toContain('scope:');
  });

  it('that a recording is not covered by the consent', () => {
    change(yaml, 'packs, picture, audio]', 'packs, picture]');
    expect(only()).toMatchObject({
      file: yaml,
      field: 'consent.scope',
      what: `the consent does not cover audio, but content/en/stories/${shown}.wav is there`,
    });
  });

  it('that nobody says what a picture shows, or that there is none to see', () => {
    const facts = readFileSync(join(folder, yaml), 'utf8');
    put(yaml, facts.replace(/^picture:\n(?: .*\n)+/m, ''));
    expect(only()).toMatchObject({
      file: `facts/stories/${shown}.jpg`,
      what: `content/${yaml} has no \`picture\` that says what it shows`,
    });
    put(yaml, facts);
    rmSync(join(folder, `facts/stories/${shown}.jpg`));
    expect(only()).toMatchObject({ file: yaml, field: 'picture', what: 'there is no picture beside this file' });
  });

  it('that what it shows is not said in a language', () => {
    change(yaml, /^ {4}fr: .*\n/m, '');
    const problem = only();
    expect(problem).toMatchObject({ field: 'picture.alt', what: 'what the picture shows is not said in fr' });
    expect(line(problem)).toContain('alt:');
  });

  it('that it belongs to no story, or a recording to no text', () => {
    cpSync(join(folder, `facts/stories/${shown}.jpg`), join(folder, 'facts/stories/nobody.jpg'));
    expect(only()).toMatchObject({
      file: 'facts/stories/nobody.jpg',
      what: 'there is a picture, but no story content/facts/stories/nobody.yaml',
    });
    rmSync(join(folder, 'facts/stories/nobody.jpg'));
    put('fr/stories/nobody.wav', wav(1));
    expect(only()).toMatchObject({
      file: 'fr/stories/nobody.wav',
      what: 'there is a recording, but no text content/fr/stories/nobody.mdx',
    });
  });

  it('that there are two of one', () => {
    put(`en/stories/${shown}.mp3`, mp3(100));
    expect(only()).toMatchObject({
      file: `en/stories/${shown}.mp3`,
      what: `content/en/stories/${shown}.wav is a recording of the same story`,
      todo: 'Keep one of the two.',
    });
  });

  it('that a kind of file has no place there', () => {
    put('en/stories/helene.ogg', opus(1));
    expect(only()).toMatchObject({
      file: 'en/stories/helene.ogg',
      what: 'expected a file whose name ends in .mdx (or .opus, .mp3, .m4a, .wav for a recording)',
    });
    rmSync(join(folder, 'en/stories/helene.ogg'));
    put('facts/stories/helene.heic', 'x');
    expect(only().what).toBe('expected a file whose name ends in .yaml (or .jpg, .png for a picture)');
  });

  it.each([
    ['is no picture', () => Buffer.from('words'.repeat(100)), /the picture cannot be read: /],
    ['is cut short', async () => (await photo()).subarray(0, 20_000), /the picture cannot be read: /],
    [
      'is of another kind',
      async () =>
        sharp(await photo(40, 30))
          .webp()
          .toBuffer(),
      /the picture cannot be read: it holds webp, not a JPEG or PNG/,
    ],
  ])('that a picture %s', async (_name, make, what) => {
    put(`facts/stories/${shown}.jpg`, await make());
    const { problems } = await checkMedia(folder);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: `facts/stories/${shown}.jpg`, what: expect.stringMatching(what) });
    expect(problems[0]?.todo).toBe('Open it in a picture program, save it again as JPG, and put that file here.');
  });

  it('that a recording cannot be played', async () => {
    put(`en/stories/${shown}.wav`, 'words'.repeat(100));
    expect((await checkMedia(folder)).problems).toMatchObject([
      {
        file: `en/stories/${shown}.wav`,
        what: 'the recording cannot be played: there is no sound in it',
        todo: 'Open it in a sound program, save it again, and put that file here.',
      },
    ]);
  });

  it('that a recording says where it was made', async () => {
    rmSync(join(folder, `en/stories/${shown}.wav`));
    put(`en/stories/${shown}.opus`, opus(5, ['LOCATION=Agadez']));
    expect((await checkMedia(folder)).problems.map(({ what }) => what)).toEqual([
      'the file says where it was recorded',
    ]);
  });

  it('what costs readers too much, and who is named in it, without stopping', async () => {
    const { problems, warnings } = await checkMedia(folder);
    expect(problems).toEqual([]);
    expect(warnings.map(({ file, what }) => `${file}: ${what}`)).toEqual([
      `en/stories/${shown}.wav: 2 s weigh 33 kB: 128 kbit/s in one channel, where 24 in one are enough`,
    ]);
    rmSync(join(folder, `en/stories/${shown}.wav`));
    put(`en/stories/${shown}.opus`, opus(5, ['ARTIST=Somebody'], 2700));
    put('fr/stories/helene.wav', wav(1, 2));
    expect((await checkMedia(folder)).warnings.map(({ what }) => what)).toEqual([
      'the file carries notes that are published with it: artists, artist',
      expect.stringContaining('in 2 channels'),
    ]);
  });

  it('nothing of a story that was withdrawn', () => {
    change(yaml, 'consent:\n', 'consent:\n  withdrawn: "2026-11-01"\n');
    change(yaml, 'packs, picture, audio]', 'packs]');
    // Texts that lead to the story, and kits that use it, are another matter.
    const told = checkContent(folder, day).filter(
      ({ what }) => !/leads to a story that was withdrawn|uses the story/.test(what),
    );
    expect(told).toEqual([]);
  });

  it('all this in the command that begins the build; a warning lets it go on', () => {
    const run = () => {
      try {
        const args = ['src/desk/main.ts', 'check', '--content', folder];
        return `0\n${execFileSync('node', args, { encoding: 'utf8', stdio: 'pipe' })}`;
      } catch (error) {
        const { status, stderr, stdout } = error as { status: number; stderr: string; stdout: string };
        return `${status}\n${stderr}${stdout}`;
      }
    };
    expect(run()).toMatch(
      new RegExp(
        `^0\nWorth a look \\(nothing stops\\):\n\ncontent/en/stories/${shown}\\.wav:1\n.*128 kbit/s[\\s\\S]*The content is in order\\.\n$`,
      ),
    );
    put(`en/stories/${shown}.wav`, 'words');
    expect(run()).toMatch(
      new RegExp(`^1\ncontent/en/stories/${shown}\\.wav:1\n\\s+the recording cannot be played[\\s\\S]*1 to mend\\.\n$`),
    );
    expect(existsSync(join(folder, yaml))).toBe(true);
  });
});
