/** The decision helper and the checklists: in place and as pages, with nothing kept or told. */
import { expect, type Page, test } from 'playwright/test';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('answers lead on in place: focus on the question, back, start again, no answer in the address', async ({
  page,
}) => {
  await page.goto('/en/helper/');
  await page.locator('.answers a').nth(1).click();
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toHaveText('Where are you?');
  await expect(page).toHaveURL(/\/en\/helper\/$/);
  await page.locator('.answers a').first().click();
  await page.locator('.answers a').first().click();
  const third = await heading(page).textContent();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(heading(page)).not.toHaveText(third ?? '');
  await page.goBack();
  await expect(heading(page)).toHaveText('Where are you?');
  await page.getByRole('link', { name: 'Start again' }).click();
  await expect(page.locator('.answers a').first()).toHaveText('Yes');
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test('a country brings the answer that fits it first', async ({ page }) => {
  await page.goto('/en/helper/');
  const tree = await page.evaluate(async () => (await fetch('tree.json')).json());
  const flagged = Object.entries(tree as Record<string, { answers?: { first?: string[]; text: string }[] }>).find(
    ([, node]) => node.answers?.slice(1).some(({ first }) => first?.length),
  );
  const answer = flagged?.[1].answers?.slice(1).find(({ first }) => first?.length);
  const path: string =
    Object.values(tree as Record<string, { answers?: { to: string; href: string }[] }>)
      .flatMap((node) => node.answers ?? [])
      .find(({ to }) => to === flagged?.[0])?.href ?? '';
  await page.goto(path);
  await page.locator('.helper select').selectOption(answer?.first?.[0] ?? '');
  await expect(page.locator('.answers b').first()).toHaveText(answer?.text ?? 'nothing');
});

test('without a script all 38 outcomes are reached by links, each with a page, help and a way on', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const seen = new Set<string>();
  const queue = ['/ar/helper/'];
  for (let path = queue.shift(); path; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const answers = await page
      .locator('.answers a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(`${path} ${answers.length > 0}`).toBe(`${path} true`);
    if (/\/a\d+\/$/.test(path)) {
      expect(`${path} ${(await page.locator('.helper ul:not(.answers) a').count()) > 1}`).toBe(`${path} true`);
    }
    queue.push(...answers);
  }
  expect([...seen].filter((path) => /\/a\d+\/$/.test(path))).toHaveLength(38);
  await context.close();
});

test('without network an answer still leads to its page', async ({ page }) => {
  await page.route('**/tree.json', (route) => route.abort());
  await page.goto('/fr/helper/');
  await page.locator('.answers a').nth(1).click();
  await expect(page).toHaveURL(/\/fr\/helper\/q\d+\/$/);
});

test('a checklist is ticked, kept only when asked, and erased', async ({ page }) => {
  await page.goto('/en/pathways/return-safe/');
  const boxes = page.locator('.checklist input');
  await boxes.first().check();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.reload();
  await expect(boxes.first()).not.toBeChecked();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: 'Keep my ticks' }).click();
  await expect(page.locator('.checklist [role=status]')).toHaveText('Kept on this phone only.');
  await page.reload();
  await expect(boxes.nth(1)).toBeChecked();
  await page.getByRole('button', { name: 'Erase my ticks' }).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(boxes.nth(1)).not.toBeChecked();
});

test('a phone that cannot keep anything says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto('/fr/pathways/return-safe/');
  await page.locator('[data-keep]').click();
  await expect(page.locator('.checklist [role=status]')).toContainText('Imprimez la liste');
});
