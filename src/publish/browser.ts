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

/** How a person gets a Chromium, to be printed where there is none. */
export const howToGetOne =
  'Type one of: npx playwright install chromium · sudo apt-get install chromium · or set CHROMIUM_PATH.';

/**
 * The path of a Chromium that is already here, if any: CHROMIUM_PATH, Playwright's own, the system's.
 * @throws when CHROMIUM_PATH names no file
 */
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
