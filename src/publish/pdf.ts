/** Prints every page that is offered as a PDF into `pdf/` of the finished site; `publish/main.ts`, run next, shows the links. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildDay } from '../domain/freshness.ts';
import { baseOf } from '../i18n/paths.ts';
import { findBrowser, howToGetOne } from './browser.ts';
import { pagesToPrint } from './pdf-links.ts';
import { printPages } from './print.ts';

const site = process.env.OUT_DIR ?? 'dist';
/** What a phone on a slow line may be asked to fetch. */
const limit = 400_000;

function stop(why: string): never {
  console.error(why);
  process.exit(1);
}

if (!existsSync(join(site, 'index.html'))) stop(`There is no site in ${site}/. Build it first: npm run build`);
const browser = findBrowser();
if (!browser) stop(`PDFs are printed by Chromium, and there is none here. ${howToGetOne}`);

const out = join(site, 'pdf');
rmSync(out, { recursive: true, force: true });
const printed = {
  site,
  address: process.env.SITE ?? 'https://example.org',
  base: baseOf(process.env.BASE),
  day: buildDay(process.env.SOURCE_DATE_EPOCH, Date.now()),
};
const files = await printPages(browser, printed, pagesToPrint(site), out);
const sizes = files.map((name) => ({ name, bytes: statSync(join(out, name)).size }));
const heavy = sizes.filter(({ bytes }) => bytes > limit);
if (heavy.length > 0)
  stop(`Over ${limit} bytes: ${heavy.map(({ name, bytes }) => `${name} (${bytes})`).join(', ')}. Shorten these pages.`);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`${files.length} PDFs, ${Math.round(total / 1_000_000)} MB, are in ${out}/.`);
