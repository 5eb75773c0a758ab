/** Finding a story, with and without a script; what a story's page shows. */
import { expect, test } from 'playwright/test';
import { languages } from './pages.ts';

test('without a script every kind of list is a link away, and leads to a story', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  for (const list of ['own-work', 'women', 'sn', 'route-libya']) {
    await page.goto('/fr/stories/');
    const link = page.locator(`a[href="/fr/stories/by/${list}/"]`);
    const count = Number(await link.locator('small').textContent());
    await link.click();
    await expect(page.locator('main ul.cards > li')).toHaveCount(count);
    await expect(page.locator('a[aria-current=page]')).toHaveAttribute('href', `/fr/stories/by/${list}/`);
  }
  await page.locator('main ul.cards a').first().click();
  await expect(page).toHaveURL(/\/fr\/stories\/[a-z-]+\/$/);
  await context.close();
});

for (const language of languages) {
  test(`${language}: choices narrow the list at once, stand in the address, and agree with the pages`, async ({
    page,
  }) => {
    await page.goto(`/${language}/stories/by/women/`);
    const women = await page.locator('main ul.cards > li').count();
    await page.goto(`/${language}/stories/`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.locator('.tick input').check();
    await expect(page.locator('#story-finder .count')).toContainText(String(women));
    await expect(page).toHaveURL(/\?women=1$/);
    expect(asked).toEqual([`/${language}/stories/list.json`]);
    await page.locator('#story-finder select').first().selectOption('sn');
    await expect(page).toHaveURL(/\?country=sn&women=1$/);
    const titles = await page.locator('#story-finder .card b').allTextContents();
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.length).toBeLessThan(women);
    await page.reload();
    await expect(page.locator('#story-finder .card b')).toHaveText(titles);
  });
}

test('a wish that nobody fits says so; a strange address is read as no wish; a lost network can be tried again', async ({
  page,
  context,
}) => {
  await page.goto('/en/stories/?country=%3Cb%3E&theme=nothing&route=../x&women=7');
  await expect(page.locator('#story-finder .count')).toHaveCount(0);
  await context.setOffline(true);
  await page.locator('#story-finder select').first().selectOption('dj');
  await expect(page.locator('#story-finder .notice')).toContainText('network');
  await context.setOffline(false);
  await page.locator('#story-finder .notice button').click();
  await expect(page.locator('#story-finder .card')).toHaveCount(1);
  await page.locator('.tick input').check();
  await expect(page.locator('#story-finder .count')).toContainText('No story fits');
});

test('a journey is a map, and the same stops in words', async ({ page }) => {
  await page.goto('/ar/stories/pierre-roland/');
  const drawn = await page.locator('.map > svg text').allTextContents();
  const told = await page.locator('.trip li').allTextContents();
  expect(new Set(told)).toEqual(new Set(drawn));
  await expect(page.locator('.map .way.back')).toHaveCount(2);
});
