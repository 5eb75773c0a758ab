/** Poppler reads what is in a PDF: pages, text in reading order, links, fonts. Debian's package is installed where that is allowed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const there = () => spawnSync('pdftotext', ['-v']).error === undefined;

/** Whether Poppler's tools can be used, installed first when there are none; where not, the tests that need them are skipped. */
export function findPoppler(): boolean {
  if (there()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'poppler-utils'], { stdio: 'ignore', env });
  return there();
}

const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 10_000_000 });

/** What Poppler says of a PDF. */
export function readPdf(file: string) {
  const info = run('pdfinfo', file);
  const field = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(info)?.[1] ?? '';
  return {
    pages: Number(field('Pages')),
    title: field('Title'),
    tagged: field('Tagged') === 'yes',
    size: field('Page size'),
    text: run('pdftotext', file, '-'),
    links: [...run('pdfinfo', '-url', file).matchAll(/\S+:\S+$/gm)].map(([link]) => link),
    /** Fonts that are not inside the file. */
    missing: run('pdffonts', file)
      .split('\n')
      .slice(2)
      .filter((line) => line.trim() && !/\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.test(line)),
  };
}
