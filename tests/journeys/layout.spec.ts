/** With larger letters and longer words nothing is clipped; nothing is left untranslated; right to left is as good. */
import { expect, test } from 'playwright/test';
import { clipped, kinds } from './pages.ts';

const wide = 'http://127.0.0.1:4392';

test('with the text twice as large, nothing is lost', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const bad: string[] = [];
  for (const path of ['/en/', '/ar/', '/fr/help/cm-1503/', '/en/routes/sahara/']) {
    await page.goto(path);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '225%';
    });
    bad.push(...(await page.evaluate(clipped)).map((what) => `${path} ${what}`));
  }
  expect(bad).toEqual([]);
});

for (const pseudo of ['en-XA', 'ar-XB']) {
  test(`the invented language ${pseudo}: longer labels fit, and every word is translated`, async ({ page }) => {
    test.setTimeout(240_000);
    const bad: string[] = [];
    for (const kind of kinds.filter((one) => one !== '/calendar/')) {
      await page.goto(`${wide}/${pseudo}${kind}`);
      if (kind === '/search/') await expect(page.getByRole('searchbox')).toBeVisible();
      bad.push(...(await page.evaluate(clipped)).map((what) => `${kind} ${what}`));
      const untranslated = await page.evaluate((tag) => {
        const found: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement;
          const text = node.textContent?.trim() ?? '';
          // Texts, names and numbers come from the content, in the language they say; everything else is the interface.
          if (
            !parent ||
            parent.closest(
              'script, style, bdi, .tongue ul, [lang]:not(html), [translate=no], noscript, option, .grid, .meta li, small, .bars, .map svg',
            )
          )
            continue;
          if (parent.closest('[lang]')?.getAttribute('lang') !== tag) continue;
          if (
            /\p{L}{3}/u.test(text) &&
            !/[⟦⟧]/.test(
              parent.closest('li, dd, dt, p, h1, h2, h3, a, summary, label, legend, b, span, button, figcaption, th')
                ?.textContent ?? '',
            )
          )
            found.push(`${parent.tagName}.${parent.className} "${text.slice(0, 50)}"`);
        }
        return found;
      }, pseudo);
      bad.push(...untranslated.map((what) => `${kind} not translated: ${what}`));
    }
    expect(bad).toEqual([]);
  });
}

test('a text that does not exist in the reader’s language says so, in theirs, and names its own', async ({ page }) => {
  await page.goto(`${wide}/ar-XB/routes/sahara/`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('main')).toHaveAttribute('lang', 'en');
  await expect(page.locator('main')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('.notice').first()).toContainText('⟦');
  await expect(page.locator('.notice').first()).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', 'https://example.org/en/routes/sahara/');
  await expect(page.locator('link[hreflang="ar-XB"]')).toHaveCount(0);
  await page.goto(`${wide}/ar-XB/routes/`);
  await expect(page.locator('.card').first()).toContainText(/⟦îñ .*⟧/);
  await expect(page.locator('.card b').first()).toHaveAttribute('lang', 'en');
});

test('right to left: the arrow of a card points left, the number stays left to right', async ({ page }) => {
  await page.goto('/ar/routes/');
  expect(
    await page
      .locator('.card .flip')
      .first()
      .evaluate((arrow) => new DOMMatrix(getComputedStyle(arrow).transform).a),
  ).toBe(-1);
  await page.goto('/ar/help/intl-alarm-phone-sea/');
  await expect(page.locator('.number').first()).toHaveAttribute('dir', 'ltr');
});
