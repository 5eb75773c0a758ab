/** Leaving, handing on, and what the server says. That no page asks another host or stores anything is in every-page.spec.ts. */
import { expect, test } from 'playwright/test';

test('"Leave" opens a page that says nothing, and takes this page’s place in the history', async ({ page }) => {
  await page.goto('/en/');
  await page.goto('/en/stories/helene/');
  await page.getByRole('link', { name: 'Leave', exact: true }).click();
  await expect(page).toHaveURL(/\/en\/calendar\/$/);
  expect(await page.content()).not.toMatch(/Before You Go|migra|Libya/i);
  await page.goBack();
  await expect(page).toHaveURL(/\/en\/$/);
});

test('the page can be handed on by message, with its own address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/ar/stories/helene/');
  const whatsapp = await page.getByRole('link', { name: 'واتساب' }).getAttribute('href');
  expect(decodeURIComponent(whatsapp ?? '')).toContain('https://example.org/ar/stories/helene/');
  await page.locator('[data-copy]').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('http://127.0.0.1:4391/ar/stories/helene/');
});

test('the server sends the production headers, and compressed pages', async ({ request }) => {
  const response = await request.get('/en/', { headers: { 'accept-encoding': 'br' } });
  const headers = response.headers();
  expect(headers['content-encoding']).toBe('br');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['set-cookie']).toBeUndefined();
  for (const path of [
    '/%',
    '/..%2f..%2fpackage.json',
    '/en/%00/',
    '//evil.example/',
    '/en//evil.example',
    '//fr',
    '///fr',
    '/en/../../package.json',
  ]) {
    const answer = await request.get(`http://127.0.0.1:4391${path}`, { maxRedirects: 0 });
    expect(`${path} ${answer.status() === 200 && (await answer.text()).includes('devDependencies')}`).toBe(
      `${path} false`,
    );
    expect(answer.headers().location ?? '/').toMatch(/^\/(?!\/)/);
  }
});
