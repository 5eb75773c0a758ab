/** `npm run publish:zim`: the finished site as one ZIM file a language, for Kiwix. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PackAbout } from '../exports/pack-plan.ts';
import { homeOf, isWithheld, published, readAbout, relativeLinks, withoutWithheld } from './copies.ts';
import { filesBelow } from './files.ts';

const icon = new URL('zim-icon.png', import.meta.url).pathname;

/** Whether Debian's tool is here. */
export const hasTool = (name: string) => spawnSync(name, ['--version']).error === undefined;

/** What a library has no use for: the policy of a server, addresses for search engines, scripts that fetch lists, passing on a link. */
const useless =
  /<meta http-equiv="content-security-policy"[^>]*>|<link rel="(?:canonical|alternate|modulepreload|manifest)"[^>]*>|<meta property="og:[^>]*>|<script[^>]* src=[^>]*><\/script>|<section class="share"[\s\S]*?<\/section>/gi;

/** Puts the pages of one language into a folder as the tool wants them: links from file to file, no address with a question. */
export function stageZim(site: string, folder: string, locale: string, about: PackAbout[string]): void {
  const home = homeOf(site);
  const mine = (file: string) =>
    (file.startsWith(`${locale}/`) &&
      /\.(html|vcf)$/.test(file) &&
      !/^[^/]+\/(search|calendar|keep|offline)\//.test(file)) ||
    file.startsWith('media/');
  const files = filesBelow(site).filter((file) => mine(file) && !isWithheld(file, about));
  const there = new Set(files);
  for (const file of files) {
    const to = join(folder, file);
    mkdirSync(dirname(to), { recursive: true });
    if (!file.endsWith('.html')) cpSync(join(site, file), to);
    else {
      const html = withoutWithheld(readFileSync(join(site, file), 'utf8'), about).replace(useless, '');
      const linked = relativeLinks(html, file, home, (path) => there.has(path));
      // No address with a question; and zimcheck takes a text message for a page that is missing.
      const plain = linked.replace(/( href="(?!https?:)[^"?]*)\?[^"#]*/g, '$1').replace(/ href="sms:[^"]*"/g, '');
      writeFileSync(to, plain);
    }
  }
  cpSync(icon, join(folder, 'icon.png'));
}

/**
 * Writes the ZIM file of one language of a finished site.
 * @returns where it lies
 * @throws with the tool's own words when it refuses
 */
export function writeZim(site: string, locale: string, to = published): string {
  const about = readAbout(site)[locale];
  if (!about) throw new Error(`${site}/ has no language "${locale}"`);
  const folder = mkdtempSync(join(tmpdir(), 'before-you-go-'));
  const file = join(to, `before-you-go-${locale}.zim`);
  try {
    stageZim(site, folder, locale, about);
    mkdirSync(to, { recursive: true });
    rmSync(file, { force: true });
    const given = {
      welcome: `${locale}/index.html`,
      illustration: 'icon.png',
      language: about.three,
      name: `before-you-go_${locale}`,
      title: about.name,
      description: about.library,
      creator: 'Before You Go',
      publisher: 'Before You Go',
      source: homeOf(site).href,
    };
    const options = Object.entries(given).map(([name, value]) => `--${name}=${value}`);
    execFileSync('zimwriterfs', [...options, folder, file], { stdio: ['ignore', 'ignore', 'pipe'] });
    return file;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const site = process.env.OUT_DIR ?? 'dist';
  if (!hasTool('zimwriterfs')) {
    console.error(
      'ZIM files are made by zimwriterfs, which is not here. On Debian or Ubuntu: sudo apt-get install zim-tools',
    );
    process.exit(1);
  }
  for (const locale of Object.keys(readAbout(site))) {
    const file = writeZim(site, locale);
    console.log(`${file} is there: ${Math.ceil(statSync(file).size / 1_000_000)} MB.`);
  }
}
