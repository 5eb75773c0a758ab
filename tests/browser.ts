/** A Chromium for the tests: the one that is here, else Playwright's download, else Debian's package. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, howToGetOne } from '../src/publish/browser.ts';

export { browserArguments, findBrowser } from '../src/publish/browser.ts';

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
  if (!now) throw new Error(`The browser tests need Chromium. ${howToGetOne}`);
  return now;
}
