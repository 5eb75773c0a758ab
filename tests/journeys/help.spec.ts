/** Finding help: with and without a script, by keyboard, near me, without network, on paper. */
import { readFileSync } from 'node:fs';
import jsQr from 'jsqr';
import { expect, type Page, test } from 'playwright/test';
import { PNG } from 'pngjs';
import { parse } from 'yaml';

const results = (page: Page) => page.locator('#results .card');
const status = (page: Page) => page.locator('#results [role=status]');

test('the choices work at once, are announced, and stand in the address', async ({ page }) => {
  await page.goto('/en/help/');
  await page.getByLabel('Country').selectOption({ label: 'Cameroon' });
  await expect(results(page).first()).toBeVisible();
  await page.getByText('Trafficking', { exact: true }).click();
  await expect(status(page)).toHaveText(/^\d+ help points?$/);
  await expect(results(page).first()).toContainText('1503');
  await expect(page).toHaveURL(/\/en\/help\/\?country=cm&need=trafficking$/);
  const count = await results(page).count();
  await page.reload();
  await expect(results(page)).toHaveCount(count);
  await expect(page.getByLabel('Country')).toHaveValue('cm');
  await results(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1503');
  await page.goBack();
  await expect(results(page)).toHaveCount(count);
});

test('the other choices narrow the list: town, free, women, language, open now, name', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T09:00:00Z'));
  await page.goto('/fr/help/?country=sn');
  await expect(results(page).first()).toBeVisible();
  const all = await results(page).count();
  await page.locator('select[name=city]').selectOption('dakar');
  await expect.poll(() => results(page).count()).toBeLessThan(all);
  await page.goto('/fr/help/');
  await page.locator('.finder summary').click();
  for (const name of ['free', 'women', 'children', 'open']) {
    await page.locator(`input[name=${name}]`).check();
    await expect(results(page).first()).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${name}=1`));
    await page.locator(`input[name=${name}]`).uncheck();
  }
  await page.locator('select[name=language]').selectOption('so');
  await expect(results(page).first()).toBeVisible();
  await page.locator('select[name=sort]').selectOption('name');
  const names = await page.locator('#results .card b').allTextContents();
  expect(names).toEqual([...names].sort(new Intl.Collator('fr').compare));
});

test('nothing fits: another place, a line of the country and a line across borders are offered', async ({ page }) => {
  await page.goto('/en/help/?country=sn&city=louga&need=health&free=1');
  await expect(status(page)).toContainText('Nothing fits');
  await expect(page.getByRole('heading', { name: 'Lines for the whole country' })).toBeVisible();
  await expect(page.locator('#results').getByRole('heading', { name: 'Lines that work across borders' })).toBeVisible();
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page).toHaveURL(/\/en\/help\/$/);
});

test('by keyboard alone', async ({ page }) => {
  await page.goto('/en/help/');
  await page.locator('select[name=country]').focus();
  await page.keyboard.type('Tunisia');
  await page.locator('input[name=need]').first().focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowDown');
  await expect(page.locator('input[name=need][value=health]')).toBeChecked();
  await expect(status(page)).toHaveText(/help point/);
  expect(await page.locator('input[value=health] + span').evaluate((chip) => getComputedStyle(chip).outlineStyle)).toBe(
    'solid',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#results')).toBeFocused();
});

test('without a script the same choices lead to lists', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto('/ar/help/');
  await page.locator('select[name=country]').selectOption('ke');
  await page.locator('input[value=legal] + span').click();
  await page.locator('.finder button').click();
  await expect(page).toHaveURL(/\/ar\/help\/in\/ke\/legal\/$/);
  await expect(page.locator('.card').first()).toBeVisible();
  // Nobody helps with this there: the list of the country.
  await page.goto('/ar/help/in/?country=gw&need=food');
  await expect(page).toHaveURL(/\/ar\/help\/in\/gw\/$/);
  for (const query of ['?country=zz', '?country=../..&need=x', '?country=%00', '?country=']) {
    await page.goto(`/en/help/in/${query}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('By country');
  }
  await page.goto('/fr/help/');
  await page.locator('.grid a', { hasText: 'Éthiopie' }).click();
  await page.locator('.chip').first().click();
  await expect(page).toHaveURL(/\/fr\/help\/in\/et\/\w+\/$/);
  await context.close();
});

test('near me: asked on tap only, measured on the phone, no position in the address or on the wire, nor what is near it', async ({
  browser,
}) => {
  const context = await browser.newContext({
    geolocation: { latitude: 16.954, longitude: 8.013 },
    permissions: ['geolocation'],
  });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/en/help/');
  await page.getByRole('button', { name: 'Near me' }).click();
  await expect(results(page).first()).toContainText('Agadez');
  await expect(results(page).first()).toContainText('in this town');
  await expect(page.locator('#results')).toContainText(/about \d+ km to the centre of the town/);
  await expect(page).toHaveURL(/\/en\/help\/\?sort=near$/);
  expect(asked.filter((url) => /16\.95|8\.01/.test(url))).toEqual([]);
  // The lists of all countries, wherever the reader is, in an order that does not depend on it.
  const listed = await page
    .locator('select[name=country] option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value')).filter(Boolean));
  expect(asked.flatMap((url) => /points\/(\w+)\.json$/.exec(url)?.[1] ?? [])).toEqual([...listed, 'xx']);
  const shelters = await page.evaluate(async () => {
    const { points } = await (await fetch('points/ne.json')).json();
    return points.filter((point: { shelter?: 1 }) => point.shelter).map((point: { name: string }) => point.name);
  });
  for (const name of shelters) await expect(page.locator('#results')).not.toContainText(name);
  await context.close();
});

test('near me refused: clear words, and the town from a list', async ({ browser }) => {
  const context = await browser.newContext({ permissions: [] });
  const page = await context.newPage();
  await page.goto('/fr/help/');
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await page.getByRole('button', { name: 'Près de moi' }).click();
  await expect(page.locator('.finder [role=alert]')).toContainText('choisissez votre ville');
  await page.getByLabel('Je suis à, ou près de').selectOption('agadez');
  await expect(results(page).first()).toContainText('Agadez');
  await expect(page).toHaveURL(/\/fr\/help\/\?sort=near$/);
  // The list of every country and of lines across borders, so that nothing tells where the reader is.
  expect([...asked].filter((path) => /\/points\/[a-z]{2}\.json$/.test(path))).toHaveLength(28);
  await page.reload();
  await expect(page.locator('select[name=country]')).toBeVisible();
  await expect(results(page)).toHaveCount(0);
  await context.close();
});

test('a hostile address: the page stands, and says what it left out', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const query of [
    '?country=%3Cscript%3Ealert(1)%3C/script%3E',
    '?need[]=x&country=cm',
    `?city=${'%F0%9F%92%A9'.repeat(500)}`,
    '?__proto__[x]=1',
    '?sort=near&from=nowhere-at-all&country=zz',
  ]) {
    await page.goto(`/en/help/${query}`);
    await expect(page.locator('#results')).toContainText('Part of this address is not known here');
    await expect(page.getByLabel('Country')).toBeVisible();
  }
  await page.goto('/en/help/?country=sn&city=atlantis');
  await expect(page.locator('#results')).toContainText('Part of this address is not known here');
  await expect(results(page).first()).toBeVisible();
  expect(errors).toEqual([]);
});

test('a lost network: it says so, and goes on when it is back', async ({ page, context }) => {
  await page.goto('/en/help/');
  await expect(page.getByRole('button', { name: 'Near me' })).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel('Country').selectOption('cm');
  await expect(status(page)).toContainText('did not arrive');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(results(page).first()).toBeVisible();
});

test('a point that is no longer listed answers with others', async ({ page }) => {
  await page.goto('/en/help/tn-ctr-tunis/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This help point is no longer listed');
  await page.locator('.card').first().click();
  await expect(page.locator('.call')).toBeVisible();
  const lost = await page.goto('/en/help/never-was-here/');
  expect(lost?.status()).toBe(404);
  await expect(page.getByRole('link', { name: 'In danger? Who to call' })).toBeVisible();
});

/** What another library reads in the picture of a code. */
async function scan(page: Page, selector: string): Promise<string[]> {
  const codes = [];
  for (const code of await page.locator(selector).all()) {
    const picture = PNG.sync.read(await code.screenshot());
    codes.push(jsQr(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data ?? 'nothing');
  }
  return codes;
}

test('QR codes hold the contact itself, in every script, light and dark', async ({ browser }) => {
  for (const [path, colorScheme] of [
    ['/en/help/cm-1503/', 'light'],
    ['/ar/help/ly-iom-vhr/', 'dark'],
    ['/fr/help/dz-emergency-numbers/', 'light'],
  ] as const) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 360, height: 640 },
      deviceScaleFactor: 2,
    });
    const page = await context.newPage();
    await page.goto(path);
    await page
      .locator('.fold')
      .first()
      .evaluate((fold) => fold.setAttribute('open', ''));
    const [text = ''] = await scan(page, 'main .qr');
    const id = path.split('/')[3];
    const service = parse(readFileSync(`content/facts/services/${id}.yaml`, 'utf8'));
    const numbers = [...text.matchAll(/^TEL[^:]*:(.*?)\r?$/gm)].map(([, number]) => number);
    expect(numbers).toEqual(service.phones.slice(0, 3).map(({ number }: { number: string }) => number));
    expect(text.replaceAll('\\,', ',')).toContain(`FN:${service.name[path.slice(1, 3)]}`);
    await context.close();
  }
});

test('the sheet for a wall is one page of A4, and its codes are read', async ({ browser }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ viewport: { width: 800, height: 1100 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto('/ar/help/in/eg/sheet/');
  const codes = await scan(page, '.wall .qr');
  expect(codes.length).toBeGreaterThan(4);
  expect(codes.filter((code) => !/^(BEGIN:VCARD|https:)/.test(code))).toEqual([]);
  const long: string[] = [];
  const countries = await page
    .goto('/en/help/in/')
    .then(() =>
      page
        .locator('.grid a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? '')),
    );
  expect(countries).toHaveLength(27);
  for (const path of countries.flatMap((code) => [`/fr/help/in/${code}/sheet/`, `/ar/help/in/${code}/sheet/`])) {
    await page.goto(path);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length;
    if (pages !== 1) long.push(`${path} ${pages}`);
  }
  expect(long).toEqual([]);
  await context.close();
});
