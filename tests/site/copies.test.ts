/** The site as a zip and as ZIM files: links lead from file to file, and nothing is in them that may not be handed on. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readContentFile } from '../../src/desk/read-content.ts';
import { published } from '../../src/i18n/locales.ts';
import { homeOf, readAbout } from '../../src/publish/copies.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { hasTool, stageZim, writeZim } from '../../src/publish/zim.ts';
import { stageZip, writeZip } from '../../src/publish/zip.ts';
import { notInPacks, sheetTitle } from '../changed-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'copies-'));
afterAll(() => rmSync(folder, { recursive: true }), 60_000);

/** Links of pages that lead neither to a file that is there nor to another site. */
function dead(files: ReadonlyMap<string, string>, has: (file: string) => boolean): string[] {
  return [...files].flatMap(([file, html]) =>
    [...html.matchAll(/ (?:href|src|action)="([^"#?]*)[^"]*"/g)]
      .map(([, href = '']) => href)
      .filter((href) => href !== '' && !/^(https?|tel|sms|mailto|data):/.test(href))
      .filter((href) => href.startsWith('/') || !has(posix.join(posix.dirname(file), decodeURI(href))))
      .map((href) => `${file}: ${href}`),
  );
}

describe('the zip', () => {
  it('opens from a card: every link of every page leads to a file of it, and it says in each language how to serve it', async () => {
    const content = unzipSync(readFileSync(await writeZip('dist', folder)));
    const names = new Set(Object.keys(content));
    const text = (name: string) => Buffer.from(content[name] ?? []).toString();
    const pages = [...names].filter((name) => name.endsWith('.html') && !name.startsWith('packs/'));
    expect(pages.length).toBe(filesBelow('dist', '.html').filter((name) => !name.startsWith('packs/')).length);
    const links = dead(new Map(pages.map((name) => [name, text(name)])), (name) => names.has(name));
    expect(links.slice(0, 20)).toEqual([]);
    expect([...names].filter((name) => /\.(br|gz)$/.test(name))).toEqual([]);
    for (const key of published) {
      const { name, readme } = readAbout('dist')[key] ?? { name: '?', readme: '?' };
      expect(text('README.txt')).toContain(`${name}\n\n${readme}`);
      expect(names.has(`packs/before-you-go-${key}.html`)).toBe(true);
    }
    expect(text('README.txt').match(/python3 -m http\.server 8000/g)).toHaveLength(published.length);
  }, 180_000);
});

describe('a story whose consent does not speak of files', () => {
  const site = '.test/pseudo';
  const heads = (['en', 'fr', 'ar'] as const).map(
    (key) => readContentFile('content', `${key}/stories/${notInPacks}.mdx`).data as { title: string; summary: string },
  );
  const plain = (text: string) => text.replace(/&#39;|&#x27;/g, "'").replaceAll('&amp;', '&');
  const told = (root: string) =>
    filesBelow(root, '.html', '.json', '.xml').filter((file) => {
      const text = plain(readFileSync(join(root, file), 'utf8'));
      return (
        text.includes(sheetTitle) || heads.some(({ title, summary }) => text.includes(title) || text.includes(summary))
      );
    });

  it('is on the site, but not in what becomes the zip', () => {
    expect(told(site).length).toBeGreaterThan(5);
    expect(told(site)).toContain(`en/sessions/aloud/${notInPacks}/index.html`);
    expect(told(site)).toContain('en/sessions/parts.json');
    const staged = join(folder, 'zip');
    // The search index would hold it, so it is left out here and made anew.
    expect(stageZip(site, staged, readAbout(site))).toBe(true);
    expect(existsSync(join(staged, 'pagefind'))).toBe(false);
    expect(existsSync(join(staged, 'en/routes/sahara/index.html'))).toBe(true);
    expect(told(staged)).toEqual([]);
  }, 120_000);

  it('is not in what becomes the ZIM, and the links there all land', () => {
    const about = readAbout(site).fr;
    if (!about) throw new Error(`${site} has no French`);
    const staged = join(folder, 'zim');
    stageZim(site, staged, 'fr', about);
    expect(told(staged)).toEqual([]);
    const pages = filesBelow(staged, '.html');
    expect(pages.length).toBeGreaterThan(500);
    const texts = new Map(pages.map((file) => [file, readFileSync(join(staged, file), 'utf8')]));
    expect(dead(texts, (file) => existsSync(join(staged, file))).slice(0, 20)).toEqual([]);
  }, 120_000);
});

/** The tools of Debian that make, check and show ZIM files: installed where that can be done, else the reason why not. */
function needTools(): string {
  const tools = ['zimwriterfs', 'zimcheck', 'kiwix-serve'];
  const missing = () => tools.filter((tool) => !hasTool(tool));
  if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const get = (...given: string[]) => spawnSync('apt-get', given, { stdio: 'ignore', env, timeout: 120_000 });
    get('update', '-q');
    get('install', '-y', '-q', '--no-install-recommends', 'zim-tools', 'kiwix-tools');
  }
  return missing().length > 0 ? ` (needs ${missing().join(', ')}: apt-get install zim-tools kiwix-tools)` : '';
}
const needed = needTools();

describe('the ZIM files', () => {
  const words: Record<string, string> = { en: 'smuggler', fr: 'passeport', ar: 'الصحراء' };

  it.skipIf(needed !== '')(
    `pass zimcheck, and kiwix-serve opens them and finds a word in each language${needed}`,
    async () => {
      const made = published.map((key) => [key, writeZim('dist', key, folder)] as const);
      for (const [, file] of made) {
        const { status, stdout } = spawnSync('zimcheck', ['-A', file], { encoding: 'utf8', maxBuffer: 1e8 });
        expect(`${status} ${stdout.match(/\[(?:ERROR|WARNING)\][\s\S]{0,400}/)?.[0] ?? ''}`).toBe('0 ');
      }
      const port = 4437;
      const server = spawn(
        'kiwix-serve',
        ['--address', '127.0.0.1', '--port', String(port), ...made.map(([, file]) => file)],
        { stdio: 'ignore' },
      );
      try {
        const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
        await expect.poll(() => ask('/').catch(() => ''), { timeout: 20_000 }).toContain('Kiwix');
        for (const [key] of made) {
          expect(await ask(`/before-you-go-${key}/${key}/routes/sahara/index.html`)).toContain('<h1');
          const found = await ask(
            `/search?content=before-you-go-${key}&pattern=${encodeURIComponent(words[key] ?? '')}`,
          );
          expect(found).toMatch(new RegExp(`href="[^"]*/before-you-go-${key}/${key}/`));
          const nothing = await ask(`/search?content=before-you-go-${key}&pattern=qqqzzz`);
          expect(nothing).not.toMatch(new RegExp(`href="[^"]*/before-you-go-${key}/${key}/`));
        }
      } finally {
        server.kill();
      }
    },
    300_000,
  );

  it('a command without its tool says how to get it', () => {
    const run = () =>
      execFileSync(process.execPath, ['src/publish/zim.ts'], { env: { PATH: '/nowhere' }, stdio: 'pipe' });
    expect(run).toThrow(/apt-get install zim-tools/);
    expect(homeOf('dist').href).toBe('https://example.org/');
  });
});
