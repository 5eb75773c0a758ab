import sharp from 'sharp';

/** A picture made ready for phones. */
export interface Picture {
  readonly avif: Uint8Array;
  readonly webp: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Pixels of the larger side; a smaller picture keeps its size. */
export const largestSide = 720;

/**
 * Turns a JPEG or PNG the right way up, makes it small, and writes it anew as AVIF and WebP. Nothing but the pixels goes over:
 * no place, time, camera or words about it (EXIF, XMP, IPTC), no colour profile.
 * @throws with what is wrong, when the file is no JPEG or PNG, is broken, or is cut short
 */
export async function takePicture(bytes: Uint8Array): Promise<Picture> {
  const { format } = await sharp(bytes).metadata();
  if (format !== 'jpeg' && format !== 'png') throw new Error(`it holds ${format}, not a JPEG or PNG`);
  const { data, info } = await sharp(bytes, { failOn: 'warning' })
    .autoOrient()
    .resize({ width: largestSide, height: largestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  // From bare pixels on: what is not there cannot be carried along.
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  const [avif, webp] = await Promise.all([
    pixels().avif({ quality: 42, effort: 5 }).toBuffer(),
    pixels().webp({ quality: 50, effort: 6 }).toBuffer(),
  ]);
  return { avif, webp, width, height };
}
