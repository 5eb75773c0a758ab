import sharp from 'sharp';

/** The mark of the site on its own ground, drawn so that nothing is lost when a phone cuts a circle out of it. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path d="M0 0h48v48H0z" fill="#1d2b53"/><g transform="translate(8 8)"><path d="M16 4l8 7-8 7-8-7z" fill="#f2a900"/><path d="M16 19l4.5 4-4.5 4-4.5-4z" fill="#e2795f"/><path d="M4 23h6M22 23h6" stroke="#fbf6ec" stroke-width="2" stroke-linecap="round"/></g></svg>`;

/** The icon as a PNG of so many pixels a side. */
export async function iconOf(pixels: number): Promise<Uint8Array> {
  const image = sharp(new TextEncoder().encode(mark), { density: (72 * pixels) / 48 });
  return image.resize(pixels, pixels).png({ palette: true, compressionLevel: 9 }).toBuffer();
}
