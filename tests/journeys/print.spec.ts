/** What is printed: PDFs from the finished site, read back page by page. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import jsQr from 'jsqr';
import { expect, test } from 'playwright/test';
import { PNG } from 'pngjs';
import { buildDay } from '../../src/domain/freshness.ts';
import { pdfName } from '../../src/publish/pdf-links.ts';
import { printPages } from '../../src/publish/print.ts';
import { needBrowser } from '../browser.ts';
import { findPoppler, readPdf } from '../poppler.ts';

const out = '.test/pdf';
const day = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
const site = { site: 'dist', address: 'https://example.org', base: '/', day };
const print = async (locale: string, ...paths: string[]) => {
  const pages = paths.map((path) => ({ locale, path }));
  await printPages(needBrowser(), site, pages, join(out, locale));
  return paths.map((path) => join(out, locale, pdfName(locale, path)));
};

/** Letters and figures only. Readers of PDFs take the joined lam-alef apart in either order, and put vowel signs before or after. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\p{M}|[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/لا|ال/g, 'لا')
    .replace(/[^\p{L}\p{N}]+/gu, '');

const kit = '/sessions/first-conversation/';
const sheets = ['/sessions/cards/', '/sessions/pocket/ly/', '/sessions/survey/', '/sessions/aloud/malick/'];

for (const locale of ['en', 'ar']) {
  test(`a kit, cards and sheets in ${locale} print as they should (needs Poppler’s pdftotext)`, async ({ page }) => {
    test.skip(!findPoppler(), 'apt-get install poppler-utils');
    test.setTimeout(120_000);
    const [leaflet = '', cards = '', pocket = '', survey = '', aloud = ''] = await print(locale, kit, ...sheets);
    const { pages, tagged, size, text, links, missing, title } = readPdf(leaflet);
    expect(size).toContain('A4');
    expect(tagged).toBe(true);
    expect(missing).toEqual([]);
    expect(statSync(leaflet).size).toBeLessThanOrEqual(400_000);
    expect(pages).toBeGreaterThanOrEqual(3);
    expect(pages).toBeLessThanOrEqual(7);
    // Every page says which one it is.
    for (let n = 1; n <= pages; n += 1)
      expect(text.split('\f')[n - 1]).toMatch(new RegExp(`^\\W*(${n}\\W+${pages}|${pages}\\W+${n})\\W*$`, 'm'));
    // The words of the page, in its order, from the first heading to the last.
    await page.goto(`/${locale}${kit}`);
    const headings = await page.locator('main h1, main h2:visible, main .step h3').evaluateAll((all) =>
      all
        .filter((one) => !one.closest('.screen, .share'))
        .map((one) =>
          [...one.childNodes]
            .filter(({ nodeName }) => nodeName !== 'SMALL')
            .map((node) => node.textContent)
            .join(''),
        ),
    );
    expect(headings.length).toBeGreaterThan(12);
    const printed = plain(text);
    let at = 0;
    for (const heading of headings) {
      const found = printed.indexOf(plain(heading), at);
      expect(`${heading} ${found >= at}`).toBe(`${heading} true`);
      at = found;
    }
    const paragraph = (await page.locator('.step p').first().textContent()) ?? '';
    expect(printed).toContain(plain(paragraph));
    expect(title).toContain(headings[0]?.trim() ?? '');
    // Each link leads to a page of the site at its public address, or to a source.
    const own = links.filter((link) => link.startsWith('https://example.org/')).map((link) => new URL(link).pathname);
    expect(own).toContain(`/${locale}/help/`);
    expect(links.filter((link) => /127\.0\.0\.1|localhost|^file:/.test(link))).toEqual([]);
    const later = /\/sessions\/(make|[\w-]+\/(show|lead))\/$|\/take\/$/;
    for (const path of own.filter((one) => !later.test(one)))
      expect(
        `${path} ${statSync(join('dist', path, path.endsWith('/') ? 'index.html' : ''), { throwIfNoEntry: false })?.isFile()}`,
      ).toBe(`${path} true`);

    for (const one of [pocket, survey, aloud]) expect(`${one} ${readPdf(one).pages}`).toBe(`${one} 1`);
    expect(readPdf(pocket).text.match(/1412/g)?.length).toBeGreaterThanOrEqual(8);
    expect(readPdf(cards).pages).toBe(4);
  });
}

test('a PDF is the same when it is printed twice, and its outline reads from the right in Arabic', async () => {
  const [file = ''] = await print('ar', '/sessions/survey/');
  const first = readFileSync(file);
  await print('ar', '/sessions/survey/');
  expect(readFileSync(file).equals(first)).toBe(true);
  const outline = [...first.toString('latin1').matchAll(/\/Title <FEFF([0-9A-F]+)>/g)].map(([, code = '']) =>
    Buffer.from(code, 'hex').swap16().toString('utf16le'),
  );
  const { session } = JSON.parse(readFileSync('locales/ar.json', 'utf8')) as { session: { sheet: { title: string } } };
  expect(outline).toContain(session.sheet.title);
});

test('nothing on a card to cut is cut off on paper', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 720, height: 1040 });
  const bad: string[] = [];
  for (const language of ['en', 'fr', 'ar'])
    for (const path of ['cards', 'pocket/eg', 'pocket/ly', 'pocket/ng', 'pocket/er', 'pocket/tn']) {
      await page.goto(`/${language}/sessions/${path}/`);
      const cut = await page
        .locator('.cut')
        .evaluateAll((cards) => cards.filter((card) => card.scrollHeight > card.clientHeight + 1).length);
      if (cut > 0) bad.push(`${language} ${path}: ${cut}`);
    }
  expect(bad).toEqual([]);
});

test('every square on paper opens the page it stands for', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 720, height: 1040 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  const read = async (selector: string) => {
    const all = await page.locator(selector).all();
    const held = [];
    for (const one of all) {
      const { data, width, height } = PNG.sync.read(await one.screenshot());
      held.push(jsQr(new Uint8ClampedArray(data), width, height)?.data);
    }
    return held;
  };
  await page.goto('/ar/sessions/pocket/ly/');
  expect(await read('.cut .again')).toEqual(Array(8).fill('https://example.org/ar/help/now/ly/'));
  await page.goto('/en/sessions/the-road/');
  const codes = await read('.codes .qr');
  expect(codes).toContain('https://example.org/en/help/');
  for (const code of codes)
    expect(statSync(join('dist', new URL(code ?? '').pathname, 'index.html')).isFile()).toBe(true);
  await context.close();
});

test('where no PDFs were made, the page offers to print and no link leads nowhere', async ({ page }) => {
  await page.goto(`/en${kit}`);
  await expect(page.locator('a[data-pdf]')).toHaveCount(1);
  await expect(page.locator('a[data-pdf]')).toBeHidden();
  await expect(page.locator('.btn[data-print]')).toBeVisible();
});
