/** One visit to one page of every kind in every language: it fits each width, asks no other host, and leaves nothing behind. */
import { expect, type Page, test } from 'playwright/test';
import { clipped, kinds, languages } from './pages.ts';

/** What a page must not do while it is open, as it happens. */
function trouble(page: Page): string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== '127.0.0.1' && protocol !== 'data:' && protocol !== 'blob:') found.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`${page.url()} ${error.message}`));
  return found;
}

/** Opens everything that is folded, as a tap would. */
const openAll = () => {
  for (const summary of document.querySelectorAll<HTMLElement>('main details > summary'))
    if (summary.checkVisibility()) summary.click();
  for (const details of document.querySelectorAll('details')) details.open = true;
};

for (const language of languages) {
  test(`every kind of page in ${language} fits 320, 360 and 1280 px, asks no other host, breaks no policy and stores nothing`, async ({
    page,
    context,
  }) => {
    test.setTimeout(300_000);
    const found = trouble(page);
    const bad: string[] = [];
    for (const kind of kinds) {
      await page.goto(`/${language}${kind}`);
      await page.evaluate(openAll);
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        bad.push(...(await page.evaluate(clipped)).map((what) => `/${language}${kind} at ${width}: ${what}`));
      }
    }
    await page.goto(`/${language}/search/?q=Agadez`);
    await expect(page.locator('.results li').first()).toBeVisible();
    expect.soft(bad).toEqual([]);
    expect.soft(found).toEqual([]);
    expect.soft(await context.cookies()).toEqual([]);
    expect(
      await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
      ]),
    ).toEqual([0, 0, 0, 0]);
  });
}
