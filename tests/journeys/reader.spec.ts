/** A young woman in Yaoundé, on a slow phone, in French: with scripts and without. */
import { expect, test } from 'playwright/test';

for (const script of [true, false]) {
  test.describe(script ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: script });

    test('she finds the road, a person, a way and a number', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('link', { name: /Français/ }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr');

      await page
        .getByRole('link', { name: /Routes et risques/ })
        .first()
        .click();
      await page
        .getByRole('link', { name: /Sahara/ })
        .first()
        .click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Sahara');
      const figure = page.locator('a.fig').first();
      await expect(figure).toHaveText(/\d/);
      const target = await figure.getAttribute('href');
      await figure.click();
      await expect(page.locator(`[id="${target?.split('#')[1]}"]`)).toBeVisible();
      await expect(page.locator(`[id="${target?.split('#')[1]}"] a`)).toHaveAttribute('href', /^https?:/);

      await page.goto('/fr/stories/');
      await page.getByRole('link', { name: /Helène/ }).click();
      await expect(page.locator('main')).toContainText('salon de coiffure');
      await page.locator('.next .card.pathways').first().click();
      await expect(page).toHaveURL(/\/fr\/pathways\/[\w-]+\/$/);

      await page.goto('/fr/pathways/');
      await page.locator('main details.pick summary').first().click();
      await page.locator('main details.pick a').first().click();
      for (const part of ['who', 'needs', 'cost', 'official', 'steps', 'frauds', 'otherwise', 'advice'])
        await expect(page.locator(`#${part}`)).toBeVisible();

      await page.goto('/fr/');
      await page.locator('details.pick summary').click();
      await page.getByRole('link', { name: 'Cameroun', exact: true }).click();
      await page.getByRole('link', { name: /1503/ }).first().click();
      await expect(page.locator('a[href="tel:1503"]')).toBeVisible();
      await expect(page.locator('main')).toContainText('Cameroun');
    });

    test('a hard passage stays folded until she opens it, and help stands beside it', async ({ page }) => {
      await page.goto('/fr/stories/pierre-roland/');
      const passage = page.locator('details.hard').first();
      await expect(passage.locator('p').first()).toBeHidden();
      await passage.locator('summary').click();
      await expect(passage.locator('p').first()).toBeVisible();
      await expect(passage.getByRole('link')).toHaveAttribute('href', '/fr/help/');
    });

    test('the language switch keeps her on the same page', async ({ page }) => {
      await page.goto('/fr/routes/libya/');
      await page.locator('.tongue summary').click();
      await page.getByRole('link', { name: 'العربية' }).click();
      await expect(page).toHaveURL(/\/ar\/routes\/libya\/$/);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    });
  });
}

test('without scripts the search offers the lists, and no form that does nothing', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/fr/search/?q=Agadez');
  await expect(page.locator('form')).toHaveCount(0);
  for (const section of ['routes', 'stories', 'pathways', 'help', 'countries'])
    await expect(page.locator(`main a[href="/fr/${section}/"]`)).toBeVisible();
  await context.close();
});

test('the chooser points to her language and stays', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ar-EG' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('a.yours')).toHaveAttribute('lang', 'ar');
  expect(new URL(page.url()).pathname).toBe('/');
  await context.close();
});

test('an address that does not exist gets a page in three languages', async ({ page }) => {
  const response = await page.goto('/fr/routes/nowhere/');
  expect(response?.status()).toBe(404);
  for (const lang of ['en', 'fr', 'ar']) await expect(page.locator(`section[lang=${lang}] a`).first()).toBeVisible();
});

test('an address without its last slash leads on', async ({ page }) => {
  await page.goto('/fr/routes/sahara');
  expect(new URL(page.url()).pathname).toBe('/fr/routes/sahara/');
});
