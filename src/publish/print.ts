import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { browserArguments } from './browser.ts';
import { dated, outlineInOrder } from './pdf-bytes.ts';
import { pdfName } from './pdf-links.ts';

/** Where a finished site lies and lives, and the day it was built for. */
export interface Printed {
  /** Its folder. */
  readonly site: string;
  /** Its public address, so that links in the PDFs lead there: `https://example.org`. */
  readonly address: string;
  /** Where it lives, with a slash at both ends. */
  readonly base: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** Answers every request with the files of the site, as if it were at its public address already; nothing leaves the machine. */
async function serveItself(context: BrowserContext, { site, address, base }: Printed): Promise<void> {
  await context.route('**/*', (route) => {
    const { href, pathname } = new URL(route.request().url());
    const path = decodeURIComponent(pathname.slice(base.length));
    const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
    const own = href.startsWith(new URL(base, address).href) && existsSync(file);
    return own
      ? route.fulfill({ body: readFileSync(file), contentType: 'text/html; charset=utf-8' })
      : route.abort('addressunreachable');
  });
}

/** One page as a PDF: tagged, with an outline, on the paper its styles ask for. */
async function print(context: BrowserContext, url: string, day: string): Promise<Buffer> {
  const page = await context.newPage();
  await page.goto(url);
  const headings = await page.locator('h1, h2, h3').allInnerTexts();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await page.close();
  return dated(outlineInOrder(pdf, headings), day);
}

/**
 * Prints pages of a finished site, two at a time.
 * @param executablePath a Chromium
 * @param out the folder of the PDFs
 * @returns the names of the files
 * @throws when a page does not exist, with Chromium's words
 */
export async function printPages(
  executablePath: string,
  printed: Printed,
  pages: readonly { locale: string; path: string }[],
  out: string,
): Promise<string[]> {
  mkdirSync(out, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' });
  await serveItself(context, printed);
  const waiting = [...pages];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const url = new URL(`${printed.base}${next.locale}${next.path}`, printed.address).href;
      writeFileSync(join(out, pdfName(next.locale, next.path)), await print(context, url, printed.day));
    }
  };
  await Promise.all([work(), work()]);
  await browser.close();
  return pages.map(({ locale, path }) => pdfName(locale, path));
}
