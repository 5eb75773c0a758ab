/** Finds a Chromium, or gets one: CHROMIUM_PATH, Playwright's own, the system's, Playwright's download, Debian's package. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What Chromium needs to run quietly in a container. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium that is already here, if any. */
export function findBrowser(): string | undefined {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is ${asked}, but there is no such file`);
  }
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  return names
    .flatMap((name) => ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => `${folder}/${name}`))
    .find((path) => existsSync(path));
}

/**
 * The path of a Chromium, installed first when there is none.
 * @throws with what to type, when none can be had
 */
export function needBrowser(): string {
  const here = findBrowser();
  if (here) return here;
  console.log('No Chromium here yet: installing one for the browser tests.');
  const download = spawnSync('playwright', ['install', '--with-deps', 'chromium-headless-shell', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  if (download.status !== 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env });
  }
  const now = findBrowser();
  if (!now)
    throw new Error(
      'The browser tests need Chromium. Type one of: npx playwright install chromium · sudo apt-get install chromium · or set CHROMIUM_PATH.',
    );
  return now;
}
