/** No violation of WCAG on any kind of page, in each language, light and dark. */
import { expect, type Page, test } from 'playwright/test';
import { standard, violations } from './axe.ts';
import { kinds, languages } from './pages.ts';

/** One language of each direction is looked at on every kind of page; the others where their words make another page of it. */
const whole = ['en', 'ar'];
const some = [
  '/',
  '/routes/sahara/',
  '/stories/jean-marc/',
  '/pathways/return-safe/',
  '/helper/q5/',
  '/help/in/cm/health/',
  '/sources/',
];

/** Opens what is folded, and asks where there is something to ask. */
async function prepare(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details:not(.tongue)')) details.setAttribute('open', '');
  });
  if (path.endsWith('/search/')) {
    await page.getByRole('searchbox').fill(path.startsWith('/ar/') ? 'أغاديز' : 'Agadez');
    await page.keyboard.press('Enter');
    await expect(page.locator('.results li').first()).toBeVisible();
  }
  if (path.endsWith('/help/')) {
    await page.locator('select[name=country]').selectOption('ly');
    await expect(page.locator('#results .card').first()).toBeVisible();
  }
}

for (const language of languages) {
  const all = whole.includes(language);
  test(`axe finds nothing in ${language}, ${all ? 'light and dark' : 'light'}`, async ({ page }) => {
    test.setTimeout(300_000);
    const found: string[] = [];
    for (const path of [
      ...(all ? kinds : some).map((kind) => `/${language}${kind}`),
      ...(language === 'en' ? ['/', '/nowhere/'] : []),
    ]) {
      await page.emulateMedia({ colorScheme: 'light' });
      await prepare(page, path);
      found.push(...(await violations(page, (axe) => axe.withTags(standard))).map((what) => `${path} ${what}`));
      if (!all) continue;
      // Colours are all that the scheme changes.
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await violations(page, (axe) => axe.withRules(['color-contrast']));
      found.push(...dark.map((what) => `${path} in the dark ${what}`));
    }
    expect(found).toEqual([]);
  });
}

test('text holds 7:1 on its ground', async ({ page }) => {
  await page.goto('/en/routes/sahara/');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page, (axe) => axe.withRules(['color-contrast-enhanced']))).toEqual([]);
  }
});

test('everything can be reached by keyboard, in order, and the focus is seen', async ({ page }) => {
  await page.goto('/fr/');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('.pick summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('.pick a').first()).toBeFocused();
  expect(
    await page
      .locator('.pick a')
      .first()
      .evaluate((link) => getComputedStyle(link).outlineStyle),
  ).toBe('solid');
});

test('targets are at least 44 px high, but for links in running text', async ({ page }) => {
  for (const path of ['/en/', '/ar/help/', '/fr/countries/cm/', '/en/help/cm-1503/']) {
    await page.goto(path);
    const small = await page
      .locator('header a, header summary, .card, .door, .btn, .pass a, .grid a, footer li a')
      .evaluateAll((elements) =>
        elements
          .filter(
            (element) => element.getBoundingClientRect().height > 0 && element.getBoundingClientRect().height < 44,
          )
          .map((element) => `${element.className} ${element.textContent}`),
      );
    expect(small).toEqual([]);
  }
});
