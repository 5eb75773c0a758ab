/** Routes in a real browser: names on the maps, what the bars say, the table that compares. */
import { expect, test } from 'playwright/test';
import { filesBelow } from '../../src/publish/files.ts';
import { languages } from './pages.ts';

const routes = filesBelow('content/facts/routes', '.yaml').map((file) => file.replace('.yaml', ''));

for (const language of languages) {
  test(`${language}: no name on a map lies on another, on a stop, or over the edge`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width: 360, height: 640 });
    const bad: string[] = [];
    for (const route of routes) {
      await page.goto(`/${language}/routes/${route}/`);
      await expect(page.locator('.map > svg title')).not.toBeEmpty();
      await expect(page.locator('.map > svg desc')).not.toBeEmpty();
      expect(await page.locator('.map > svg circle').count()).toBeGreaterThan(1);
      const found = await page.locator('.map > svg').evaluate((svg) => {
        const inner = (element: Element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          // The box of a text holds room above and below its letters.
          const trim = element.tagName === 'text' ? (bottom - top) * 0.18 : 0;
          return { text: element.textContent, left, right, top: top + trim, bottom: bottom - trim };
        };
        const names = [...svg.querySelectorAll('text')].map(inner);
        const stops = [...svg.querySelectorAll('circle')].map(inner);
        const edge = inner(svg);
        const on = (a: (typeof names)[number], b: (typeof names)[number]) =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        return names.flatMap((name, index) => [
          ...names
            .slice(index + 1)
            .filter((other) => on(name, other))
            .map((other) => `"${name.text}" on "${other.text}"`),
          ...stops.filter((stop) => on(name, stop)).map(() => `"${name.text}" on a stop`),
          ...(name.left < edge.left || name.right > edge.right || name.top < edge.top || name.bottom > edge.bottom
            ? [`"${name.text}" over the edge`]
            : []),
        ]);
      });
      bad.push(...found.map((what) => `${route}: ${what}`));
    }
    expect(bad).toEqual([]);
  });
}

test('every stop of a map stands in the list of stops or in another of our routes', async ({ page }) => {
  for (const route of routes) {
    await page.goto(`/en/routes/${route}/`);
    const drawn = await page.locator('.map > svg text:not(.land-name)').allTextContents();
    const told = await page.locator('.stops li').allTextContents();
    expect(drawn.length).toBeGreaterThanOrEqual(told.length);
    for (const text of told)
      expect(
        drawn.some((name) => text.includes(name)),
        text.slice(0, 40),
      ).toBe(true);
  }
});

test('bars carry their numbers; a year that is not complete is hatched and says so; the table says the same', async ({
  page,
}) => {
  await page.goto('/en/routes/sahara/');
  const bars = page.locator('.bars').first();
  const years = await bars.locator('text:not([font-weight])').allTextContents();
  const numbers = await bars.locator('text[font-weight]').allTextContents();
  expect(years.at(-1)).toBe('2026');
  expect(numbers).toHaveLength(years.length);
  await expect(bars.locator('.part')).toHaveCount(1);
  await expect(bars.locator('.part')).toHaveAttribute('fill', /url\(#h-deaths-sahara\)/);
  await expect(page.locator('.bars + p').first()).toContainText('2026, counted to');
  await page.getByText('The same as a table').first().click();
  const cells = await page.locator('details[open] tbody td').allTextContents();
  expect(cells).toEqual(numbers);
});

test('a figure leads to its source, with publisher and date, and back', async ({ page }) => {
  await page.goto('/en/routes/eastern/');
  const figure = page.locator('main .fig').first();
  const number = (await figure.textContent()) ?? '';
  const href = (await figure.getAttribute('href')) ?? '';
  expect(href).toContain('/en/routes/eastern/sources/#s-');
  await figure.click();
  const source = page.locator(href.slice(href.indexOf('#')));
  await expect(source).toBeVisible();
  await expect(source).toContainText(number);
  await expect(source).toContainText(/\d{4}|no date/);
  await page.getByRole('link', { name: 'Eastern' }).first().click();
  await expect(page).toHaveURL(/\/en\/routes\/eastern\/$/);
});

for (const language of languages) {
  test(`${language}: the table that compares routes needs no sideways scrolling at 320 px and has a row for each route`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/${language}/routes/compare/`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const groups = page.locator('.compare tbody');
    await expect(groups).toHaveCount(5);
    for (let index = 0; index < 5; index += 1) {
      const rows = groups.nth(index).getByRole('row');
      await expect(rows).toHaveCount(routes.length + 1);
      for (const cell of await groups.nth(index).getByRole('cell').all()) await expect(cell).not.toBeEmpty();
    }
    const heads = await page.getByRole('rowheader').count();
    expect(heads).toBeGreaterThanOrEqual(5 * routes.length);
  });
}

test('the data set of the routes describes itself and its files are there', async ({ page, request }) => {
  await page.goto('/fr/routes/compare/');
  const dataset = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as {
    '@type': string;
    inLanguage: string;
    license: string;
    temporalCoverage: string;
    distribution: { contentUrl: string }[];
  };
  expect(dataset).toMatchObject({ '@type': 'Dataset', inLanguage: 'fr' });
  expect(dataset.license).toMatch(/^https:/);
  expect(dataset.temporalCoverage).toMatch(/^2014\/20\d\d$/);
  expect(dataset.distribution).toHaveLength(3);
  for (const { contentUrl } of dataset.distribution)
    expect((await request.get(new URL(contentUrl).pathname)).status(), contentUrl).toBe(200);
});

test('a route reads the same without script, and prints its map black on white', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await page.goto('/ar/routes/atlantic/');
  await expect(page.locator('.map > svg')).toBeVisible();
  expect(await page.locator('.stops li').count()).toBeGreaterThan(5);
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await expect(page.locator('.map > svg')).toBeVisible();
  expect(await page.locator('.map .land').evaluate((land) => getComputedStyle(land).fill)).toBe('rgb(255, 255, 255)');
  await context.close();
});
