import { expect, test } from 'playwright/test';
import { countingProxy } from '../wire.ts';

const ask = async (page: import('playwright/test').Page, locale: string, query: string) => {
  await page.goto(`/${locale}/search/`);
  await page.getByRole('searchbox').fill(query);
  await page.keyboard.press('Enter');
};

for (const [locale, query] of [
  ['en', 'Agadez'],
  ['fr', 'Agadez'],
  ['ar', 'أغاديز'],
] as const) {
  test(`"${query}" is found in ${locale}, counted, and kept in the address`, async ({ page }) => {
    await ask(page, locale, query);
    await expect(page.locator('.results li').first()).toBeVisible();
    await expect(page.getByRole('status')).toContainText(query);
    expect(new URL(page.url()).searchParams.get('q')).toBe(query);
    const hrefs = await page
      .locator('.results a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(hrefs).toContain(`/${locale}/routes/sahara/`);
    for (const href of hrefs) expect(href.startsWith(`/${locale}/`)).toBe(true);
  });
}

test('the filters narrow by kind and country, and live in the address', async ({ page }) => {
  await page.goto('/en/search/?q=Libya&kind=help&country=LY');
  await expect(page.locator('.results li').first()).toBeVisible();
  await expect(page.locator('select[name=kind]')).toHaveValue('help');
  for (const href of await page
    .locator('.results a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname)))
    expect(href).toMatch(/^\/en\/help\//);
  await page.locator('select[name=kind]').selectOption('routes');
  await expect(page.locator('.results li.routes').first()).toBeVisible();
  await expect(page).toHaveURL(/kind=routes/);
});

test('a curly apostrophe, Arabic digits and a missing hamza are no hindrance', async ({ page }) => {
  const count = async (locale: string, query: string) => {
    await ask(page, locale, query);
    await expect(page.getByRole('status')).toContainText(query);
    return page.locator('.results li').count();
  };
  expect(await count('fr', 'l’argent')).toBe(await count('fr', "l'argent"));
  expect(await count('ar', '٢٠٢٥')).toBeGreaterThan(0);
  expect(await count('ar', 'اغاديز')).toBe(await count('ar', 'أغاديز'));
});

test('everyday words lead to the page that helps', async ({ page }) => {
  for (const [locale, query, path] of [
    // Any of the pages about coming home.
    ['fr', 'rentrer', 'return'],
    ['ar', 'رجوع', 'return'],
    ['fr', 'numero', '/help/now/'],
    ['en', 'SOS', '/help/now/'],
    ['fr', 'Secours', '/help/now/'],
  ] as const) {
    await ask(page, locale, query);
    await expect(page.locator(`.results a[href^="/${locale}/"][href*="${path}"]`).first()).toBeVisible();
    await expect(page.locator('.results')).not.toContainText('\u2063');
  }
});

test('works by keyboard alone', async ({ page }) => {
  await page.goto('/en/search/');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('visa');
  await page.keyboard.press('Enter');
  await expect(page.locator('.results li').first()).toBeVisible();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab');
  await expect(page.locator('.results a').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/(pathways|routes|help|pages)\//);
});

test('says so when nothing is found, and offers the lists', async ({ page }) => {
  await ask(page, 'fr', 'zzqqxx');
  await expect(page.getByRole('status')).toContainText('zzqqxx');
  await expect(page.locator('.results')).toHaveCount(0);
  await expect(page.locator('main a[href="/fr/routes/"]')).toBeVisible();
});

test('Arabic counts in its own plural forms', async ({ page }) => {
  await ask(page, 'ar', 'أغاديز');
  await expect(page.getByRole('status')).toContainText(/\d+ نتائج|نتيجتان|نتيجة/);
});

for (const hostile of [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '%',
  '\u202e\u0000',
  'a'.repeat(5000),
  '{{constructor}}',
  '../../../etc/passwd',
]) {
  test(`a hostile query does nothing: ${hostile.slice(0, 24)}`, async ({ page }) => {
    const trouble: string[] = [];
    page.on('dialog', (dialog) => {
      trouble.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(
      `/en/search/?q=${encodeURIComponent(hostile)}&kind=${encodeURIComponent(hostile)}&country=__proto__`,
    );
    await expect(page.getByRole('searchbox')).toBeVisible();
    await expect(page.getByRole('status')).not.toHaveText('Searching…');
    await expect(page.locator('.search img, .search script')).toHaveCount(0);
    await expect(page.locator('select[name=country]')).toHaveValue('');
    expect(trouble).toEqual([]);
  });
}

test('a broken address does not break the page', async ({ page }) => {
  await page.goto('/en/search/?q=%E0%A4%A');
  await expect(page.getByRole('searchbox')).toBeVisible();
});

test('without network it says what still works', async ({ page, context }) => {
  await page.goto('/en/search/');
  await expect(page.getByRole('searchbox')).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('searchbox').fill('Agadez');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('could not start');
  await context.setOffline(false);
  await page.keyboard.press('Enter');
  await expect(page.locator('.results li').first()).toBeVisible();
});

for (const [locale, query] of [
  ['en', 'Agadez'],
  ['fr', 'Agadez'],
  ['ar', 'أغاديز'],
] as const) {
  test(`the first results cost at most 150 kB in all (${locale})`, async ({ page }) => {
    const wire = await countingProxy(4391);
    await page.goto(`http://127.0.0.1:${wire.port}/${locale}/search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('.results li').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    wire.close();
    console.log(
      `search in ${locale}: ${wire.bytes()} bytes on the wire for the page and the first results, ${wire.requests()} requests`,
    );
    expect(wire.bytes()).toBeGreaterThan(60_000);
    expect(wire.bytes()).toBeLessThanOrEqual(150_000);
  });
}
