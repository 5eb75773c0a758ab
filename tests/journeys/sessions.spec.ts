/** A volunteer looks for a session, reads it, and uses its parts; with and without a script. */
import { expect, test } from 'playwright/test';

test('from home to a kit in two taps, with its steps on the clock and what goes on the wall', async ({ page }) => {
  await page.goto('/fr/');
  await page.locator('main a[href="/fr/sessions/"]').click();
  await page.locator('main a[href="/fr/sessions/first-conversation/"]').click();
  await expect(page.locator('.step h3 bdi').first()).toHaveText('0:00–0:08');
  await expect(page.locator('.slide').first()).toBeVisible();
  await page.locator('.shown a[href="/fr/sessions/claims/#only-the-sea-is-dangerous"]').click();
  await expect(page.locator('#only-the-sea-is-dangerous')).toBeInViewport();
  await page.locator('#only-the-sea-is-dangerous a[href*="/sources/claims/#"]').first().click();
  await expect(page.locator('.meta li:target')).toBeInViewport();
});

test('without a script the quiz keeps its answers to itself until they are opened', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/ar/sessions/quiz/#sahara-or-sea');
  const question = page.locator('#sahara-or-sea');
  await expect(question).toBeInViewport();
  await expect(question.locator('details b').first()).toBeHidden();
  await question.locator('summary').click();
  await expect(question.locator('details b').first()).toBeVisible();
  await context.close();
});

for (const [query, found] of [
  ['school class', '/en/sessions/school-class/'],
  ['hotel job in Dubai', '/en/sessions/claims/'],
  ['how to lead a session', '/en/pages/facilitating/'],
] as const)
  test(`the search finds ${found} for “${query}”`, async ({ page }) => {
    await page.goto('/en/search/');
    await page.getByRole('searchbox').fill(query);
    await page.keyboard.press('Enter');
    await expect(page.locator('.results li').first()).toBeVisible();
    await expect(page.locator(`.results a[href$="${found}"]`)).toHaveCount(1);
  });

test('the search can be narrowed to sessions', async ({ page }) => {
  await page.goto('/en/search/?q=Libya&kind=sessions');
  await expect(page.locator('.results li').first()).toBeVisible();
  const links = await page.locator('.results li a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.every((href) => href?.includes('/sessions/'))).toBe(true);
});
