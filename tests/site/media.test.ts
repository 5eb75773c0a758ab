/** Pictures and recordings in a finished site: one of the sites is built from content that has some. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/publish/files.ts';
import { alt, shown, wav } from '../story-media.ts';
import { pagesOf, readBytes } from './site.ts';

const site = '.test/pseudo';
const pages = pagesOf(site);
const page = (file: string) => pages.find((one) => one.file === file);

describe('pictures and recordings', () => {
  it('are published once for all languages, bare of what the camera wrote, and nothing else is', async () => {
    const files = filesBelow(join(site, 'media'));
    expect(files.map((file) => file.replace(/^[0-9a-f]{16}/, 'hash')).sort()).toEqual([
      'hash.avif',
      'hash.wav',
      'hash.webp',
    ]);
    for (const file of files.filter((name) => !name.endsWith('.wav'))) {
      const bytes = readBytes(site, join('media', file));
      const { width, height, exif, xmp } = await sharp(bytes).metadata();
      expect({ width, height, exif, xmp }).toEqual({ width: 540, height: 720 });
      expect(bytes.toString('latin1')).not.toMatch(/Secret|GPS|Photographer/);
    }
    expect(readBytes(site, join('media', files.find((name) => name.endsWith('.wav')) ?? '')).equals(wav(2))).toBe(true);
  });

  it('stand on the story’s page as a link and a player that say what they cost', () => {
    const root = page(`en/stories/${shown}/index.html`)?.root;
    const link = root?.querySelector('[data-photo]');
    const kilobytes = Number(/Show photo, (\d+)\skB/.exec(link?.text ?? '')?.[1]);
    for (const name of ['href', 'data-photo']) {
      const address = link?.getAttribute(name) ?? '';
      expect(address).toMatch(/^\/media\/[0-9a-f]{16}\.(webp|avif)$/);
      expect(readBytes(site, address).length).toBeLessThanOrEqual(kilobytes * 1000);
    }
    expect([link?.getAttribute('data-width'), link?.getAttribute('data-height')]).toEqual(['540', '720']);
    expect(link?.getAttribute('data-alt')).toBe(alt.en);
    const player = root?.querySelector('audio');
    expect([player?.getAttribute('preload'), player?.hasAttribute('controls')]).toEqual(['none', true]);
    expect(root?.querySelector('#listen')?.text.trim()).toMatch(/^Listen, 2\ss, 33\skB$/);
    expect(root?.querySelector('.listen')?.text).toContain('The text below is what you hear.');
    expect(existsSync(join(site, player?.querySelector('source')?.getAttribute('src') ?? 'none'))).toBe(true);
    // Where somebody reads, no machine offers to.
    expect(root?.querySelector('[data-aloud]')).toBeNull();
  });

  it('are those of the language: the photo speaks it, and a text without a recording is read by the phone', () => {
    for (const key of ['fr', 'ar'] as const) {
      const root = page(`${key}/stories/${shown}/index.html`)?.root;
      expect(root?.querySelector('[data-photo]')?.getAttribute('data-alt')).toBe(alt[key]);
      expect(root?.querySelector('audio')).toBeNull();
      expect(root?.querySelector('[data-aloud]')).not.toBeNull();
    }
  });

  it('that readers see in a language they fall back to are heard in it too', () => {
    expect(page(`en-XA/stories/${shown}/index.html`)?.root.querySelector('audio')).not.toBeNull();
  });
});

describe('reading aloud', () => {
  const script = [
    ...(page(`fr/stories/${shown}/index.html`)?.html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g) ?? []),
  ]
    .map(([, body = '']) => body)
    .find((body) => body.includes('speechSynthesis'));

  it('is a script of at most 1,500 bytes in brotli, on stories and nowhere else', () => {
    expect(script).toBeDefined();
    expect(brotliCompressSync(script ?? '').length).toBeLessThanOrEqual(1500);
    const elsewhere = pages.filter(
      ({ file, html }) => !/\/stories\/[\w-]+\//.test(file) && html.includes('speechSynth'),
    );
    expect(elsewhere.map(({ file }) => file)).toEqual([]);
  });
});
