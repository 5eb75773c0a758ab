/** From hand to hand: the files opened from the phone's storage, with script and without, now and in the Chromium of 2018. */
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import jsQr from 'jsqr';
import { expect, test } from 'playwright/test';
import { PNG } from 'pngjs';
import { oldChromium, openOldChromium } from '../old-chromium.ts';

const address = (name: string) => pathToFileURL(`dist/packs/before-you-go-${name}.html`).href;
/** A word typed as people type it, and a word of a heading that must be found. */
const searches = [
  { name: 'en', typed: 'sahara', found: 'Crossing the Sahara' },
  { name: 'fr', typed: 'securite', found: 'sécurité' },
  { name: 'ar', typed: 'الصحراء', found: 'الصحراء' },
  { name: 'fr-sn', typed: 'dakar', found: 'Dakar' },
  { name: 'fr-sessions', typed: 'bateau', found: 'bateau' },
] as const;

for (const { name, typed, found } of searches) {
  test(`${name}: opens from the phone's storage, finds a word, and asks for nothing else`, async ({ page }) => {
    const asked: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => errors.push(message.text()));
    await page.goto(address(name));
    await page.getByRole('searchbox').fill(typed);
    const hits = page.locator('#hits a');
    // The first search reads the whole file: seconds on a slow machine.
    await expect(hits.first()).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('#hits')).toContainText(found);
    const title = await hits.first().textContent();
    await hits.first().click();
    const heading = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    await expect(heading).toHaveText(title ?? '');
    await expect(heading).toBeInViewport();
    await page.getByRole('searchbox').fill('qqqzzz');
    await expect(page.locator('#hits li')).toHaveCount(1);
    await expect(page.locator('#hits a')).toHaveCount(0);
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    expect(asked.filter((url) => url.startsWith('file:'))).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  test(`${name}: without script the list of contents leads to everything`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address(name));
    await expect(page.locator('#find')).toBeHidden();
    await page.locator('nav summary').nth(1).click();
    const link = page.locator('nav details[open] li a').last();
    const title = await link.textContent();
    await link.click();
    const heading = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
    await expect(heading).toHaveText(title ?? '');
    await expect(heading).toBeInViewport();
    await page.locator('#up').click();
    await expect(page.locator('#contents')).toBeInViewport();
    // Nothing is wider than the phone.
    expect(await page.locator('html').evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(360);
    await context.close();
  });
}

test('the numbers to call stand first, and can be tapped', async ({ page }) => {
  await page.goto(address('ar-tn'));
  await page.locator('a[href="#now"]').first().click();
  const call = page.locator('main a[href="tel:197"]').first();
  await expect(call).toBeVisible();
  expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(40);
});

test('axe finds nothing in a file, light and dark', async ({ browser }) => {
  test.setTimeout(180_000);
  for (const [name, colorScheme] of [
    ['fr-er', 'light'],
    ['ar-ss', 'dark'],
    ['en-sessions', 'light'],
  ] as const) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(address(name));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const found = violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html.slice(0, 160)}`);
    expect(found).toEqual([]);
    await context.close();
  }
});

const old = oldChromium();
const why = 'missing' in old ? old.missing : '';
test(`the Chromium of 2018 opens the files, script on and off${why && ` (${why})`}`, async () => {
  test.skip('missing' in old, why);
  test.setTimeout(180_000);
  if (!('path' in old)) return;
  const page = await openOldChromium(old.path);
  try {
    expect(await page.ask<string>('navigator.userAgent')).toContain('Chrome/72.');
    for (const { name, typed, found } of searches) {
      await page.open(address(name), true);
      expect(await page.ask<boolean>('document.getElementById("find").hidden')).toBe(false);
      const hits = `new Promise((done) => {
        const form = document.getElementById('find');
        form.q.value = ${JSON.stringify(typed)};
        form.q.dispatchEvent(new Event('input'));
        setTimeout(() => done(document.getElementById('hits').textContent), 1500);
      })`;
      expect(await page.ask<string>(hits)).toContain(found);
      const top = `(location.hash = document.querySelector('#hits a').hash, document.getElementById(location.hash.slice(1)).getBoundingClientRect().top)`;
      expect(Math.abs(await page.ask<number>(top))).toBeLessThan(640);
      await page.open(address(name), false);
      expect(await page.ask<boolean>('document.getElementById("find").hidden')).toBe(true);
      expect(
        await page.ask<number>('getComputedStyle(document.getElementById("find")).display === "none" ? 0 : 1'),
      ).toBe(0);
      expect(await page.ask<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      const lands = `[...document.querySelectorAll('nav a')].filter((link) => !document.getElementById(link.hash.slice(1))).length`;
      expect(await page.ask<number>(lands)).toBe(0);
    }
  } finally {
    page.close();
  }
});

test('a page is passed on without what somebody looked for', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const shared: object[] = [];
    Object.assign(window, { shared });
    Object.defineProperty(navigator, 'share', { value: async (what: object) => shared.push(what), configurable: true });
  });
  await page.goto('/en/help/?country=cm&need=health#results');
  await page.locator('[data-share]').click();
  const [shared] = await page.evaluate(
    () => (window as unknown as { shared: { url: string; title: string }[] }).shared,
  );
  expect(shared?.url).toBe('http://127.0.0.1:4391/en/help/');
  await page.locator('[data-copy]').click();
  await expect(page.locator('[data-copy]')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('http://127.0.0.1:4391/en/help/');
  for (const href of await page
    .locator('.share a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)))
    expect(href).not.toContain('cm&');
  await context.close();
});

test('where the phone has no list of its own, the button to it stays away', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined, configurable: true }));
  await page.goto('/fr/stories/helene/');
  await expect(page.locator('[data-share]')).toBeHidden();
  await expect(page.locator('[data-copy]')).toBeVisible();
});

test('the QR code of a page holds its address: on a tap, in the dark, on paper', async ({ browser }) => {
  for (const path of ['/en/routes/sahara/', '/ar/pathways/voluntary-return/', '/fr/help/now/']) {
    for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { media: 'print' }] as const) {
      const page = await browser.newPage({ deviceScaleFactor: 2 });
      await page.emulateMedia(look);
      await page.goto(path);
      const code = page.locator('.share .qr');
      if (!('media' in look)) {
        await expect(code).toBeHidden();
        await page.locator('.share summary').click();
      }
      const picture = PNG.sync.read(await code.screenshot());
      const read = jsQr(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data;
      expect(read).toBe(`https://example.org${path}`);
      await page.close();
    }
  }
});
