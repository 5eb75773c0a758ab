/**
 * Pictures and recordings made for the tests: the content has none yet. `tests/run.ts` puts them beside a story of the copy of the
 * content from which one of its sites is built.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** Where the copy lies. */
export const mediaContent = '.test/content';
/** The story that gets a picture, and a recording of its English text. */
export const shown = 'pierre-roland';

/** A recording of a hum: bare samples, 8,000 a second, two bytes each. */
export function wav(seconds: number, channels = 1): Buffer {
  const [rate, head] = [8000, 44];
  const size = seconds * rate * channels * 2;
  const file = Buffer.alloc(head + size);
  file.write('RIFF', 0);
  file.writeUInt32LE(head - 8 + size, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(channels, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * channels * 2, 28);
  file.writeUInt16LE(channels * 2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(size, 40);
  for (let at = 0; at < size / 2; at += 1) file.writeInt16LE(Math.round(8000 * Math.sin(at / 6)), head + at * 2);
  return file;
}

/** One page of an Ogg file. */
function oggPage(order: number, flags: number, position: number, packet: Buffer): Buffer {
  const lengths = [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
  const head = Buffer.alloc(27);
  head.write('OggS', 0);
  head[5] = flags;
  head.writeBigUInt64LE(BigInt(position), 6);
  head.writeUInt32LE(1, 14);
  head.writeUInt32LE(order, 18);
  head[26] = lengths.length;
  return Buffer.concat([head, Buffer.from(lengths), packet]);
}

/** The frame of an Opus file of one channel, with notes such as `ARTIST=…`; what it plays is noise. */
export function opus(seconds: number, notes: readonly string[] = [], bytesASecond = 2000): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0);
  head[8] = 1;
  head[9] = 1;
  head.writeUInt16LE(312, 10);
  head.writeUInt32LE(48000, 12);
  const number = (value: number) => {
    const four = Buffer.alloc(4);
    four.writeUInt32LE(value);
    return four;
  };
  const text = (words: string) => Buffer.concat([number(Buffer.byteLength(words)), Buffer.from(words)]);
  const tags = Buffer.concat([Buffer.from('OpusTags'), text('test'), number(notes.length), ...notes.map(text)]);
  const sound = Array.from({ length: seconds }, (_, second) =>
    oggPage(second + 2, second === seconds - 1 ? 4 : 0, 312 + 48000 * (second + 1), Buffer.alloc(bytesASecond, 7)),
  );
  return Buffer.concat([oggPage(0, 2, 0, head), oggPage(1, 0, 0, tags), ...sound]);
}

/** Silence as MP3: 32 kbit/s, one channel, 104 bytes a frame. */
export function mp3(frames: number): Buffer {
  const frame = Buffer.alloc(104);
  Buffer.from([0xff, 0xfb, 0x10, 0xc4]).copy(frame);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** A photograph as a phone takes it: lying on its side, with place, camera, time, words and a colour profile. */
export async function photo(width = 1600, height = 1200): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      pixels[at] = (x * 255) / width;
      pixels[at + 1] = (y * 255) / height;
      pixels[at + 2] = 128 + 100 * Math.sin(x / 40) * Math.cos(y / 50);
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .withExif({
      IFD0: { Make: 'Phone', Model: 'Secret 9', Artist: 'A. Photographer' },
      IFD2: { DateTimeOriginal: '2026:11:01 10:00:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 58/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '7/1 59/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="Secret place"/></rdf:RDF></x:xmpmeta>',
    )
    .withIccProfile('p3')
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** What the picture of the test shows, for those who do not see it. */
export const alt = { en: 'Blue and green waves', fr: 'Des vagues bleues et vertes', ar: 'موجات زرقاء وخضراء' };

/** Puts a picture and an English recording beside a story in a folder of content, and widens its consent to cover them. */
export async function addMedia(folder: string, slug = shown): Promise<void> {
  const file = join(folder, `facts/stories/${slug}.yaml`);
  const facts = readFileSync(file, 'utf8');
  const scope = '  scope: [text, packs]\n';
  if (!facts.includes(scope)) throw new Error(`${file} holds no ${scope}`);
  const described = `picture:\n  alt:\n    en: ${alt.en}\n    fr: ${alt.fr}\n    ar: ${alt.ar}\n`;
  writeFileSync(file, `${facts.replace(scope, '  scope: [text, packs, picture, audio]\n')}${described}`);
  writeFileSync(join(folder, `facts/stories/${slug}.jpg`), await photo());
  writeFileSync(join(folder, `en/stories/${slug}.wav`), wav(2));
}

/** Makes the copy, unless it is there, and adds to it. */
export async function makeMediaContent(): Promise<void> {
  cpSync('content', mediaContent, { recursive: true, force: false });
  await addMedia(mediaContent);
}
