/** Without a network: pages seen, what was kept, updates, a full phone, and nothing left behind. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import type { List } from '../../src/offline/shelf.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { oldChromium, openOldChromium } from '../old-chromium.ts';
import { nextVersion, wanderingSite } from './wandering-site.ts';

test.use({ serviceWorkers: 'allow' });

type Site = Awaited<ReturnType<typeof wanderingSite>>;
let site: Site;
test.beforeEach(async () => {
  site = await wanderingSite();
});
test.afterEach(() => site.close());

const list = (locale: string) => JSON.parse(readFileSync(`dist/keep/${locale}.json`, 'utf8')) as List;
const pagesOf = (locale: string) => list(locale).files.flatMap(([path]) => (path.endsWith('/') ? [path] : []));

/** Opens a page and waits until the worker has begun and keeps it. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(site.url + path);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => kept(page)).toContain(path.slice(1));
}

/** Paths on the shelf. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.endsWith(' kept'));
    return name ? (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.slice(1)) : [];
  });

async function keep(page: Page, path: string, level: number, country = ''): Promise<void> {
  await visit(page, path);
  await page.locator(`[name=level][value="${level}"]`).check();
  if (country) await page.locator('[name=country]').selectOption(country);
  await page.locator('[data-form] button').click();
}

const done = (page: Page) =>
  expect(page.locator('[data-status]')).toHaveText(/All of it|Tout est sur|كل شيء على/, { timeout: 60_000 });
const tellsWorker = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = ({ data }) => resolve(String(data));
        navigator.serviceWorker.controller?.postMessage('contact', [channel.port2]);
      }),
  );

for (const [language, title] of [
  ['en', 'No network'],
  ['fr', 'Pas de réseau'],
  ['ar', 'لا توجد شبكة'],
] as const) {
  test(`${language}: a page seen opens without a network, another one leads to the numbers`, async ({ page }) => {
    await visit(page, `/${language}/`);
    await visit(page, `/${language}/help/now/`);
    await expect.poll(() => kept(page)).toContain(`${language}/offline/`);
    site.cut();
    await page.goto(`${site.url}/${language}/`);
    await expect(page.locator('.doors')).toBeVisible();
    await page.goto(`${site.url}/${language}/routes/sahara/`);
    await expect(page.locator('h1')).toHaveText(title);
    await expect(page.locator('a[href^="tel:"]:visible').first()).toBeVisible();
    const countries = await page.locator('details').count();
    expect(countries).toBeGreaterThan(25);
    await expect(page.locator('[data-titles] a').first()).toBeVisible();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    // The page comes by itself when the network is back.
    site.mend();
    await page.locator('[data-again]').click();
    await expect(page.locator('h1')).not.toHaveText(title);
  });
}

test('a language that is kept opens whole: every page, the search, the finder and the helper', async ({ page }) => {
  test.setTimeout(240_000);
  await keep(page, '/en/keep/', 2);
  await done(page);
  site.cut();
  const pages = pagesOf('en');
  expect(pages.length).toBeGreaterThan(800);
  const lost: string[] = [];
  for (const path of pages) {
    const answer = await page.goto(`${site.url}/${path}`, { waitUntil: 'commit' });
    // The offline page has a button to try again; no other page has.
    if (answer?.status() !== 200 || ((await answer.text()).includes('data-again') && path !== 'en/offline/'))
      lost.push(`${path} ${answer?.status()}`);
  }
  expect(lost).toEqual([]);
  await page.goto(`${site.url}/en/search/`);
  await page.getByRole('searchbox').fill('Agadez');
  await page.keyboard.press('Enter');
  await expect(page.locator('.results li').first()).toBeVisible();
  await page.goto(`${site.url}/en/help/?country=cm&need=health`);
  await expect(page.locator('#results .card').first()).toBeVisible();
  await page.goto(`${site.url}/en/helper/`);
  await page.locator('.answers a').nth(1).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where are you?');
});

test('numbers and one country weigh little, and open without a network', async ({ page }) => {
  await keep(page, '/fr/keep/', 1, 'cm');
  await done(page);
  const weight = site.asked().length;
  expect(weight).toBeLessThan(40);
  site.cut();
  for (const [path, words] of [
    ['/fr/countries/cm/', 'Cameroun'],
    ['/fr/help/now/cm/', 'Cameroun'],
    ['/fr/help/cm-1503/', '1503'],
    ['/fr/help/in/cm/health/', 'Cameroun'],
  ] as const) {
    await page.goto(site.url + path);
    await expect(page.locator('h1')).toContainText(words);
  }
  await page.goto(`${site.url}/fr/help/?country=cm`);
  await expect(page.locator('#results .card').first()).toBeVisible();
});

test('cut ten times in the middle, it goes on each time and fetches nothing twice but the piece in flight', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await visit(page, '/ar/keep/');
  const pieces = list('ar').pieces.filter(({ country }) => !country);
  expect(pieces.length).toBeGreaterThan(9);
  site.asked();
  const trapped: string[] = [];
  const points = pieces.slice(0, 10).map(({ file }) => file);
  await page.locator('[name=level][value="2"]').check();
  for (const [index, file] of points.entries()) {
    site.cutInside(new RegExp(`/${file.replace(/\./g, '\\.')}$`));
    trapped.push(`/${file}`);
    if (index === 0) await page.locator('[data-form] button').click();
    else await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => site.isReachable(), { timeout: 20_000 }).toBe(false);
    await expect(page.locator('[data-go]')).toBeVisible();
    site.mend();
    // A closed tab is the same to it as a lost network.
    if (index % 3 === 2) {
      await page.close();
      page = await page.context().newPage();
      site.cutInside(new RegExp(`/${(points[index + 1] ?? 'none').replace(/\./g, '\\.')}$`));
      await page.goto(`${site.url}/ar/keep/`);
    }
  }
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await done(page);
  const fetched = site.asked().filter((url) => /\/(keep\/ar-|pagefind\/|assets\/)/.test(url));
  const twice = fetched.filter((url, at) => fetched.indexOf(url) !== at && !trapped.includes(url));
  expect(twice).toEqual([]);
  for (const url of trapped) expect(fetched.filter((one) => one === url).length).toBe(2);
});

test.describe('a new version', () => {
  // One after another: they share a copy of the site.
  test.describe.configure({ mode: 'default' });
  const mary = 'en/stories/mary/index.html';
  const samba = 'en/stories/samba/index.html';
  /** What the other pages say of the story that is taken away. */
  const sentence = /[^<>"]*held twice in Libya until somebody got him out[^<>"]*/g;
  const naming = filesBelow('dist', '.html', '.json').filter(
    (file) =>
      /^(en\/(?!stories\/feed)|index)/.test(file) &&
      file !== samba &&
      /\/stories\/samba\/|"samba"/.test(readFileSync(`dist/${file}`, 'utf8')),
  );
  let folder = '';
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    folder = await nextVersion('next', {
      [mary]: (html) => html.replace('</main>', '<p>Changed.</p></main>'),
      [samba]: () =>
        '<!doctype html><html lang="en"><title>x</title><body><main data-gone>No longer published.</main></body></html>',
      ...Object.assign({}, ...naming.map((file) => ({ [file]: (text: string) => text.replace(sentence, 'Another.') }))),
    });
  });

  test('fetches what changed and the lists, and a story taken away is gone after one contact', async ({ page }) => {
    test.setTimeout(120_000);
    await keep(page, '/en/keep/', 2);
    await done(page);
    expect(await kept(page)).toContain('en/stories/samba/');
    expect(naming.length).toBeGreaterThan(3);
    site.serve(folder);
    site.asked();
    expect(await tellsWorker(page)).toBe('done');
    const address = (file: string) => file.replace(/index\.html$/, '');
    const fetched = new Set(site.asked().map((url) => url.slice(1)));
    expect([...fetched].sort()).toEqual(
      [...new Set([mary, samba, ...naming].map(address)), 'keep/version.json', 'keep/en.json'].sort(),
    );
    site.cut();
    await page.goto(`${site.url}/en/stories/samba/`);
    await expect(page.locator('main')).toHaveText('No longer published.');
    await page.goto(`${site.url}/en/stories/mary/`);
    await expect(page.locator('main')).toContainText('Changed.');
    const left = await page.evaluate(async () => {
      const found: string[] = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) {
          const text = await (await (await caches.open(name)).match(request))?.text();
          if (text?.includes('held twice in Libya until somebody')) found.push(request.url);
        }
      return found;
    });
    expect(left).toEqual([]);
  });

  test('cut in the middle of an update: every page is whole, old or new, and the next contact brings the rest', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await keep(page, '/en/keep/', 2);
    await done(page);
    site.serve(folder);
    site.cutInside(/\/en\/stories\/mary\/$/);
    expect(await tellsWorker(page)).not.toBe('done');
    await page.goto(`${site.url}/en/stories/mary/`);
    await expect(page.locator('footer').first()).toBeVisible();
    await expect(page.locator('main')).not.toContainText('Changed.');
    // What speaks of the story that was taken away does not wait for the rest.
    await page.goto(`${site.url}/en/stories/samba/`);
    await expect(page.locator('h1')).toHaveText('No network');
    site.mend();
    expect(await tellsWorker(page)).toBe('done');
    site.cut();
    await page.goto(`${site.url}/en/stories/mary/`);
    await expect(page.locator('main')).toContainText('Changed.');
    await page.goto(`${site.url}/en/stories/`);
    await expect(page.locator('h1')).toHaveText('People who came back');
  });

  test('with one changed page only that page and the lists are fetched', async ({ page }) => {
    test.setTimeout(120_000);
    const one = await nextVersion('one', { [mary]: (html) => html.replace('</main>', '<p>Changed.</p></main>') });
    await keep(page, '/fr/keep/', 1, 'cm');
    await done(page);
    await page.goto(`${site.url}/en/keep/`);
    await page.locator('[name=level][value="2"]').check();
    await page.locator('[data-form] button').click();
    await done(page);
    await expect(page.locator('[data-status]')).toContainText(/All of it.*MB/, { timeout: 60_000 });
    site.serve(one);
    site.asked();
    expect(await tellsWorker(page)).toBe('done');
    // The icon is the browser's own wish.
    expect([...new Set(site.asked())].filter((url) => !url.startsWith('/icons/')).sort()).toEqual(
      ['/en/stories/mary/', '/keep/en.json', '/keep/fr.json', '/keep/version.json'].sort(),
    );
  });

  test('of pages only seen, the story taken away is gone after one contact too', async ({ page }) => {
    await visit(page, '/en/stories/samba/');
    await visit(page, '/en/stories/mary/');
    site.serve(folder);
    expect(await tellsWorker(page)).toBe('done');
    expect(await kept(page)).not.toContain('en/stories/samba/');
    site.cut();
    await page.goto(`${site.url}/en/stories/samba/`);
    await expect(page.locator('h1')).toHaveText('No network');
    await page.goto(`${site.url}/en/stories/mary/`);
    await expect(page.locator('h1')).toContainText('Mary');
  });
});

test('a full phone: clear words, what came stays, the site still works', async ({ page, context }) => {
  test.setTimeout(90_000);
  await visit(page, '/en/keep/');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize: 6_000_000 });
  await page.locator('[name=level][value="2"]').check();
  await page.locator('[data-form] button').click();
  await expect(page.locator('[data-status]')).toContainText('This phone is full', { timeout: 30_000 });
  await expect(page.locator('[data-status]')).toContainText(/\d.*kept, .*\d.*missing/);
  expect((await kept(page)).length).toBeGreaterThan(5);
  await page.goto(`${site.url}/en/routes/`);
  await expect(page.locator('h1')).toBeVisible();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.url });
  await page.goto(`${site.url}/en/keep/`);
  await done(page);
});

const traces = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
  }));
const nothing = { caches: [], local: [], session: [], workers: 0, databases: 0 };

test('"Remove everything" leaves no cache, no tick, no worker; the calendar behind "Leave" offers it too', async ({
  page,
}) => {
  await keep(page, '/en/keep/', 1, 'ng');
  await done(page);
  await page.evaluate(() => {
    localStorage.setItem('ticks:x', '1');
    sessionStorage.setItem('hands:x', '1');
  });
  await page.locator('[data-clear]').click();
  await expect(page.locator('[data-status]')).toContainText('Nothing of this site is left');
  await expect.poll(() => traces(page)).toEqual(nothing);
  // Also in the middle of a download.
  await visit(page, '/en/keep/');
  await page.locator('[name=level][value="2"]').check();
  await page.locator('[data-form] button').click();
  await expect(page.locator('[data-pause]')).toBeVisible();
  await page.locator('[data-clear]').click();
  await expect(page.locator('[data-status]')).toContainText('Nothing of this site is left');
  await page.waitForTimeout(1500);
  await expect.poll(() => traces(page)).toEqual(nothing);
  await visit(page, '/en/stories/mary/');
  await page.locator('[data-leave]').first().click();
  await page.waitForURL(/calendar/);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('button', { name: 'Cleared' })).toBeVisible();
  await expect.poll(() => traces(page)).toEqual(nothing);
});

test('the reader stops it, and it goes on where it was', async ({ page }) => {
  await keep(page, '/fr/keep/', 2);
  await page.locator('[data-pause]').click();
  await expect(page.locator('[data-status]')).toContainText('En pause');
  await expect(page.locator('[data-inventory]')).toContainText('pas encore complet');
  const before = (await kept(page)).length;
  await page.reload();
  await expect(page.locator('[data-go]')).toBeVisible();
  await page.waitForTimeout(300);
  expect((await kept(page)).length).toBe(before);
  await page.locator('[data-go]').click();
  await done(page);
  await expect(page.locator('[data-inventory]')).not.toContainText('pas encore complet');
});

test('never another host, never an error or a redirect; a broken entry heals itself', async ({ page }) => {
  await visit(page, '/en/');
  await page.goto(`${site.url}/en/nowhere/`);
  await page.goto(`${site.url}/en/routes/`);
  await expect.poll(() => kept(page)).toContain('en/routes/');
  expect((await kept(page)).some((path) => path.includes('nowhere'))).toBe(false);
  expect(site.asked().every((url) => url.startsWith('/'))).toBe(true);
  // Half of the page is lost on the phone.
  await page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.endsWith(' kept')) ?? '';
    const cache = await caches.open(name);
    const whole = await cache.match('/en/routes/');
    if (whole)
      await cache.put(
        '/en/routes/',
        new Response((await whole.clone().text()).slice(0, 900), { headers: whole.headers }),
      );
  });
  await page.goto(`${site.url}/en/routes/`);
  await expect(page.locator('footer').first()).toBeVisible();
  const length = () => page.evaluate(async () => (await (await caches.match('/en/routes/'))?.text())?.length ?? 0);
  await expect.poll(length).toBeGreaterThan(900);
  site.cut();
  await page.reload();
  await expect(page.locator('footer').first()).toBeVisible();
});

test('a page kept more than 60 days ago and never compared since says so', async ({ page }) => {
  await visit(page, '/fr/routes/sahara/');
  await expect.poll(() => kept(page)).toContain('fr/offline/');
  site.cut();
  await page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.endsWith(' kept')) ?? '';
    const cache = await caches.open(name);
    const page = await cache.match('/fr/routes/sahara/');
    if (!page) return;
    const headers = new Headers(page.headers);
    headers.set('x-day', new Date(Date.now() - 61 * 86_400_000).toISOString().slice(0, 10));
    await cache.put('/fr/routes/sahara/', new Response(await page.arrayBuffer(), { headers }));
  });
  await page.goto(`${site.url}/fr/routes/sahara/`);
  await expect(page.locator('.notice').first()).toContainText('il y a plus de 60 jours');
});

const old = oldChromium();
const why = 'missing' in old ? old.missing : '';
test(`the Chromium of 2018 keeps what was seen and what was asked for, and shows slides${why && ` (${why})`}`, async () => {
  test.skip('missing' in old, why);
  test.setTimeout(120_000);
  if (!('path' in old)) return;
  const page = await openOldChromium(old.path);
  const holds = (path: string) =>
    page.ask<boolean>(
      `caches.match('/${path}').then((found) => Boolean(found) && Boolean(navigator.serviceWorker.controller))`,
    );
  const heading = () => page.ask<string>('document.querySelector("h1").textContent');
  try {
    await page.open(`${site.url}/en/keep/`, true);
    for (const path of ['en/keep/', 'en/offline/'])
      await expect.poll(() => holds(path), { timeout: 20_000 }).toBe(true);
    await page.ask(`(() => {
      const form = document.querySelector('[data-form]');
      form.elements.namedItem('country').value = 'cm';
      form.querySelector('button').click();
    })()`);
    await expect
      .poll(() => page.ask<string>('document.querySelector("[data-status]").textContent'), { timeout: 30_000 })
      .toContain('All of it');
    await page.open(`${site.url}/en/sessions/the-road/show/`, true);
    await page.ask(`document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }))`);
    await expect.poll(() => page.ask<string>('location.hash')).toBe('#2');
    site.cut();
    await page.open(`${site.url}/en/help/cm-1503/`, true);
    expect(await heading()).toContain('1503');
    await page.open(`${site.url}/en/routes/sahara/`, true);
    expect(await heading()).toBe('No network');
  } finally {
    page.close();
  }
});
