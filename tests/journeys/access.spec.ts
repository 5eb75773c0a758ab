/** No violation of WCAG on any kind of page, in each language, light and dark. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { kinds, languages } from './pages.ts';

for (const language of languages) {
  // Colours do not change with the language: in the dark one language of each direction is looked at.
  const schemes = ['en', 'ar'].includes(language) ? (['light', 'dark'] as const) : (['light'] as const);
  for (const scheme of schemes) {
    test(`axe finds nothing in ${language}, ${scheme}`, async ({ browser }) => {
      test.setTimeout(300_000);
      const context = await browser.newContext({ colorScheme: scheme });
      const page = await context.newPage();
      const violations: string[] = [];
      for (const path of [
        ...kinds.map((kind) => `/${language}${kind}`),
        ...(language === 'en' ? ['/', '/nowhere/'] : []),
      ]) {
        await page.goto(path);
        for (const details of await page.locator('details:not(.tongue)').all())
          await details.evaluate((element) => element.setAttribute('open', ''));
        if (path.endsWith('/search/')) {
          await page.getByRole('searchbox').fill(language === 'ar' ? 'أغاديز' : 'Agadez');
          await page.keyboard.press('Enter');
          await expect(page.locator('.results li').first()).toBeVisible();
        }
        if (path.endsWith('/help/')) {
          await page.locator('select[name=country]').selectOption('ly');
          await expect(page.locator('#results .card').first()).toBeVisible();
        }
        // Colours are all that the scheme changes.
        const axe = new AxeBuilder({ page });
        const asked =
          scheme === 'dark'
            ? axe.withRules(['color-contrast'])
            : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
        const { violations: found } = await asked.analyze();
        violations.push(
          ...found.flatMap(({ id, nodes }) =>
            nodes.slice(0, 3).map((node) => `${path} ${id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`),
          ),
        );
      }
      expect(violations).toEqual([]);
      await context.close();
    });
  }
}

test('text holds 7:1 on its ground', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto('/en/routes/sahara/');
    const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze();
    expect(
      violations.flatMap(({ nodes }) => nodes.map((node) => `${node.html.slice(0, 100)} ${node.any[0]?.message}`)),
    ).toEqual([]);
    await context.close();
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
