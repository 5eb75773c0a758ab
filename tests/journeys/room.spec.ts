/** A session in front of a group: slides, notes, hands, the result, and a session of one's own; nothing of it needs the network. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import { PNG } from 'pngjs';
import { languages } from './pages.ts';

const wide = 'http://127.0.0.1:4392';
const kits = ['first-conversation', 'the-road', 'legal-ways', 'women-and-girls', 'parents-and-elders', 'school-class'];
const here = (page: Page) => page.evaluate(() => Number(location.hash.slice(1)));
/** The number of the first slide of a kind. */
const numberOf = (page: Page, kind: string) => page.locator(`.slide.${kind}`).first().getAttribute('id').then(Number);
/** Asks for a slide as somebody does who types its number into the address. */
const goTo = async (page: Page, slide: number) => {
  await page.evaluate((to) => {
    location.hash = String(to);
  }, slide);
  await expect(page.locator(`[id="${slide}"]`)).toBeVisible();
};

/** A finger that goes from one place to another. */
async function drag(context: BrowserContext, page: Page, from: number, to: number) {
  const touch = await context.newCDPSession(page);
  const at = (x: number) => ({ touchPoints: [{ x, y: 300 }] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(from) });
  for (const part of [0.3, 0.6, 1])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(from + (to - from) * part) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}

/** Dark points of a picture, left and right of its middle. */
function ink(file: string): { left: number; right: number; width: number; height: number } {
  const { data, width, height } = PNG.sync.read(readFileSync(file));
  const count = { left: 0, right: 0, width, height };
  for (let place = 0; place < width * height; place += 1)
    if ((data[place * 4] ?? 255) < 100) count[place % width < width / 2 ? 'left' : 'right'] += 1;
  return count;
}

test('a whole session with the network off: start, swipe, keys, quiz, notes that follow, hands, result, end', async ({
  browser,
}) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 360, height: 640 } });
  const [wall, notes, count] = [await context.newPage(), await context.newPage(), await context.newPage()];
  await wall.goto('/en/sessions/the-road/show/');
  await notes.goto('/en/sessions/the-road/lead/');
  await count.goto('/en/sessions/count/#the-road');
  await context.setOffline(true);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));

  // Start, and swipe.
  await wall.bringToFront();
  await expect(wall.locator('h1')).toBeVisible();
  await expect(wall.locator('.slide:visible')).toHaveCount(1);
  await drag(context, wall, 300, 60);
  expect(await here(wall)).toBe(2);
  await expect(notes.locator('[aria-current=step]')).toHaveAttribute('id', '2');
  await expect(wall.locator('[role=status]')).toContainText('Slide 2 of');
  await drag(context, wall, 60, 300);
  expect(await here(wall)).toBe(1);

  // Keys of a keyboard and of a clicker; the browser's Back is not filled with slides.
  const length = await wall.evaluate(() => history.length);
  for (const key of ['ArrowRight', 'PageDown', ' ', 'ArrowLeft']) await wall.keyboard.press(key);
  expect(await here(wall)).toBe(3);
  await wall.keyboard.press('b');
  await expect(wall.locator('[id="3"]')).toBeHidden();
  await wall.keyboard.press('.');
  await expect(wall.locator('[id="3"]')).toBeVisible();
  await wall.keyboard.press('End');
  const last = await here(wall);
  expect(last).toBe(await wall.locator('.slide').count());
  await expect(wall.locator('[data-move=next]')).toBeDisabled();
  await wall.keyboard.press('Home');
  expect(await here(wall)).toBe(1);
  expect(await wall.evaluate(() => history.length)).toBe(length);

  // Quiz: hands are counted on the wall, and the notes count along; the next slide has the answer.
  await goTo(wall, await numberOf(wall, 'ask'));
  const counter = wall.locator('.slide:visible .hands').first();
  await counter.locator('[data-add="1"]').tap();
  await counter.locator('[data-add="1"]').tap();
  await counter.locator('[data-add="-1"]').tap();
  await counter.locator('[data-add="1"]').tap();
  await expect(counter.locator('output')).toHaveText('2');
  await expect(notes.locator('[aria-current=step] output').first()).toHaveText('2');
  await wall.locator('[data-move=next]').tap();
  await expect(wall.locator('.slide:visible .right')).toContainText('Right answer');
  await expect(notes.locator('[aria-current=step] .right')).toBeVisible();

  // The notes lead too: the wall follows; hands before and after are counted there.
  await notes.bringToFront();
  await goTo(notes, 3);
  await expect.poll(() => here(wall)).toBe(3);
  await notes.locator('[aria-current=step] [data-add="1"]').first().tap();
  await notes.locator('.turn [data-by="1"]').tap();
  await expect.poll(() => here(wall)).toBe(4);
  const after = notes.locator('[data-hands^="after."] [data-add="1"]').first();
  await goTo(
    notes,
    await notes
      .locator('[data-slide]', { has: notes.locator('[data-hands^="after."]') })
      .first()
      .getAttribute('id')
      .then(Number),
  );
  for (let hand = 0; hand < 5; hand += 1) await after.tap();

  await count.bringToFront();
  // The result: as a picture and as text, without a name.
  await expect(count.locator('[data-hands^="before."] output').first()).toHaveText('1');
  await count.getByLabel('People in the room').fill('23');
  const picture = count.waitForEvent('download');
  await count.getByRole('button', { name: 'Save as a picture' }).click();
  const card = ink(await (await picture).path());
  expect([card.width, card.height > 900]).toEqual([1080, true]);
  expect(card.left).toBeGreaterThan(card.right);
  const file = count.waitForEvent('download');
  await count.getByRole('button', { name: 'Save as text' }).click();
  const download = await file;
  expect(download.suggestedFilename()).toMatch(/^the-road-\d{4}-\d\d-\d\d\.txt$/);
  const words = readFileSync(await download.path(), 'utf8');
  expect(words).toContain('The road and what it costs');
  expect(words).toContain('People in the room: 23');
  expect(words).toMatch(/^1\. .+\n1 \(not at all\): 1 → 5$/m);

  // The end.
  await wall.bringToFront();
  await wall.keyboard.press('End');
  await expect(wall.locator('.slide:visible .qr')).toBeVisible();
  await expect.poll(() => here(notes)).toBe(last);
  expect(asked.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
  await context.close();
});

test('in Arabic the finger, the arrows and the card run the other way', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await page.goto('/ar/sessions/the-road/show/');
  await drag(context, page, 60, 300);
  expect(await here(page)).toBe(2);
  await drag(context, page, 300, 60);
  expect(await here(page)).toBe(1);
  await page.keyboard.press('ArrowLeft');
  expect(await here(page)).toBe(2);
  await page.keyboard.press('ArrowRight');
  expect(await here(page)).toBe(1);
  await page.keyboard.press('PageDown');
  expect(await here(page)).toBe(2);
  const [next, previous] = await Promise.all(
    ['next', 'previous'].map((move) => page.locator(`[data-move=${move}]`).boundingBox()),
  );
  expect(next?.x).toBeLessThan(previous?.x ?? 0);
  await page.goto('/ar/sessions/count/#legal-ways');
  await page.locator('[data-hands^="before."] [data-add="1"]').first().tap();
  const picture = page.waitForEvent('download');
  await page.locator('[data-do=picture]').tap();
  const card = ink(await (await picture).path());
  expect(card.right).toBeGreaterThan(card.left);
  const text = page.waitForEvent('download');
  await page.locator('[data-do=text]').tap();
  expect(readFileSync(await (await text).path(), 'utf8')).toContain(': 1 ← –');
  await context.close();
});

test('counts and clock survive a reload, stay in this window, and are gone with one tap', async ({ page, context }) => {
  await page.clock.install({ time: new Date('2026-12-01T10:00:00Z') });
  await page.goto('/en/sessions/school-class/lead/#2');
  const left = page.locator('[data-left=part]');
  const planned = await left.textContent();
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await page.clock.runFor(62_000);
  await expect(left).not.toHaveText(planned ?? '');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.clock.runFor(60 * 60_000);
  await expect(page.locator('.clock [role=status]')).toContainText('Longer than planned by');
  await page.goto('/en/sessions/count/#school-class');
  const first = page.locator('[data-hands^="before."]').first();
  await first.locator('[data-add="1"]').click();
  await page.reload();
  await expect(first.locator('output')).toHaveText('1');
  expect(
    await page.evaluate(() =>
      [...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((key) => !key.startsWith('hands:')),
    ),
  ).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await page.getByLabel('Which session?').selectOption('own');
  await expect(first.locator('output')).toHaveText('0');
  await page.getByLabel('Which session?').selectOption('school-class');
  await expect(first.locator('output')).toHaveText('1');
  await page.getByRole('button', { name: 'Clear all counts' }).click();
  await expect(first.locator('output')).toHaveText('0');
  expect(await page.evaluate(() => sessionStorage.getItem('hands:school-class'))).toBeNull();
});

test('a phone that forbids storage, windows that talk and a screen that stays on still shows a session', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
    for (const [owner, name] of [
      [window, 'BroadcastChannel'],
      [Navigator.prototype, 'wakeLock'],
      [Element.prototype, 'requestFullscreen'],
    ] as const)
      delete (owner as unknown as Record<string, unknown>)[name];
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('/fr/sessions/school-class/show/');
  await page.keyboard.press('F5');
  await page.keyboard.press('PageDown');
  expect(await here(page)).toBe(2);
  await page.goto('/fr/sessions/school-class/lead/');
  await page.locator('.turn [data-by="1"]').click();
  expect(await here(page)).toBe(2);
  await page.locator('.clock button').click();
  await page.goto('/fr/sessions/count/');
  await page.locator('[data-add="1"]').first().click();
  await expect(page.locator('output').first()).toHaveText('1');
  expect(errors).toEqual([]);
});

test('hostile addresses go to a sensible slide, and run nothing', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  for (const [hash, slide] of [
    ['#999999', 'last'],
    ['#<script>alert(1)</script>', 1],
    ['#-2', 1],
    ['#%00', 1],
    ['#2', 2],
    ['#__proto__', 1],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`/en/sessions/school-class/show/${hash}`);
    const wanted = slide === 'last' ? await page.locator('.slide').count() : slide;
    await expect(page.locator('.slide:visible')).toHaveAttribute('id', String(wanted));
  }
  await page.goto('about:blank');
  await page.goto(
    `/en/sessions/make/#c.leave-now-pay-later.5_s.nobody.3_%3Cimg%20src=x%20onerror=alert(1)%3E_t.${encodeURIComponent('<img src=x onerror=alert(1)>')}.2`,
  );
  await expect(page.locator('.notice')).toContainText('nobody');
  await expect(page.locator('.own li')).toHaveCount(2);
  await expect(page.locator('.own')).toContainText('<img src=x onerror=alert(1)>');
  await page.getByRole('link', { name: 'Show on the wall' }).click();
  await expect(page.locator('.place')).toHaveText('1 / 6');
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(page.locator('.slide:visible h2')).toHaveText('<img src=x onerror=alert(1)>');
  await expect(page.locator('main img')).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('a session of one’s own: chosen, put in order, kept in the address, shown with the network off', async ({
  page,
  context,
}) => {
  await page.goto('/en/sessions/make/');
  await page.getByLabel('Country').selectOption('cm');
  const lists = page.locator('.pick select');
  await lists.nth(0).selectOption('helene');
  await page.getByRole('button', { name: 'Add Stories' }).click();
  await lists.nth(1).selectOption('leave-now-pay-later');
  await page.getByRole('button', { name: 'Add They say, we know' }).click();
  await lists.nth(2).selectOption('sahara-or-sea');
  await page.getByRole('button', { name: 'Add Quiz questions' }).click();
  await page.getByLabel('Your own slide').fill('Market day is Friday');
  await page.getByRole('button', { name: 'Add Your own slide' }).click();
  await expect(page.locator('.own li')).toHaveCount(4);
  await expect(page.getByText('Minutes in all: 20')).toBeVisible();
  await page.getByRole('button', { name: /^Move up: Market day/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.locator('.own li').nth(1)).toContainText('Market day');
  await expect(page.getByRole('button', { name: /^Move up: Market day/ })).toBeFocused();
  expect(await page.evaluate(() => location.hash)).toBe(
    '#s.helene.10_t.Market%20day%20is%20Friday.2_c.leave-now-pay-later.5_q.sahara-or-sea.3',
  );
  await page.reload();
  await expect(page.locator('.own li').nth(1)).toContainText('Market day');
  await expect(page.locator('.plan .qr')).toBeVisible();
  await page.getByRole('link', { name: 'Show on the wall' }).click();
  await expect(page.locator('.place')).toHaveText('1 / 9');
  await context.setOffline(true);
  const kindsSeen: string[] = [];
  for (let slide = 1; slide <= 9; slide += 1) {
    kindsSeen.push((await page.locator('.slide:visible').getAttribute('class'))?.split(' ')[1] ?? '');
    await page.keyboard.press('PageDown');
  }
  expect(kindsSeen).toEqual(['title', 'story', 'words', 'says', 'know', 'ask', 'answer', 'end', 'end']);
  expect(await page.evaluate(() => location.hash)).toMatch(/\.3\/9$/);
});

test('without a script: one slide a screen, notes to read, and words where a script is needed', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await page.goto('/en/sessions/the-road/show/#7');
  const heights = await page
    .locator('.slide')
    .evaluateAll((slides) => slides.map((slide) => Math.round(slide.getBoundingClientRect().height)));
  expect(heights.length).toBeGreaterThan(10);
  expect(heights.filter((height) => height < 640)).toEqual([]);
  expect(Math.abs((await page.locator('[id="7"]').boundingBox())?.y ?? 99)).toBeLessThan(2);
  await expect(page.locator('[data-hands]:visible, [data-move]:visible')).toHaveCount(0);
  await page.goto('/ar/sessions/the-road/lead/');
  await expect(page.locator('.note:visible')).toHaveCount(await page.locator('.note').count());
  await expect(page.locator('.clock, .turn')).toHaveCount(2);
  await expect(page.locator('.clock:visible, .turn:visible, [data-hands]:visible')).toHaveCount(0);
  await page.goto('/en/sessions/count/');
  await expect(page.locator('noscript .notice')).toBeVisible();
  await page.goto('/en/sessions/make/');
  await expect(page.locator('noscript p')).toBeVisible();
  await page.goto('/en/sessions/make/show/');
  await expect(page.locator('noscript p')).toBeVisible();
  await context.close();
});

test('axe finds nothing on any slide or note, and letters on the wall hold 7:1, in the light and in the dark', async ({
  browser,
}) => {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1024, height: 768 } });
    const page = await context.newPage();
    for (const view of ['show', 'lead']) {
      await page.goto(`/en/sessions/the-road/${view}/`);
      await page.evaluate(() => {
        document.documentElement.classList.remove('player');
        for (const part of document.querySelectorAll<HTMLElement>('.slide, .note')) part.hidden = false;
        for (const details of document.querySelectorAll('details.part')) details.setAttribute('open', '');
      });
      const contrast = [view === 'show' ? 'color-contrast-enhanced' : 'color-contrast'];
      // Colours are all that the scheme changes.
      const structure = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const asked = [
        new AxeBuilder({ page }).withRules(contrast),
        ...(colorScheme === 'light' ? [new AxeBuilder({ page }).withTags(structure)] : []),
      ];
      for (const axe of asked)
        for (const { id, nodes } of (await axe.analyze()).violations)
          found.push(...nodes.map((node) => `${view} ${id} ${node.html.slice(0, 100)} ${node.any[0]?.message}`));
    }
    await context.close();
  }
  expect(found).toEqual([]);
});

/** Shows all slides one after the other: those that do not fit, and those whose words are smaller than a twentieth of the wall. */
const unfit = () => {
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
  return Array.from(document.querySelectorAll<HTMLElement>('[data-slide]')).flatMap((slide, index) => {
    if (index > 0) dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' }));
    const what = `${index + 1} "${slide.textContent?.trim().slice(0, 30)}"`;
    if (slide.hidden) return [`${what} is not shown`];
    const over = slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1;
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    let small = Number.POSITIVE_INFINITY;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      // Of a map only the heading is for the eighth metre: its stops are said aloud.
      if (!element || !node.textContent?.trim() || element.closest('svg, figcaption, .hush, button, [hidden]'))
        continue;
      small = Math.min(small, Number.parseFloat(getComputedStyle(element).fontSize));
    }
    const least = innerWidth > innerHeight ? innerHeight / 20 : 16;
    return [
      ...(over ? [`${what} does not fit`] : []),
      ...(small < least ? [`${what} has letters of ${small} px`] : []),
    ];
  });
};

for (const site of [...languages.map((language) => `/${language}`), `${wide}/en-XA`]) {
  test(`every slide of every kit fits a phone and two projectors: ${site}`, async ({ page }) => {
    test.setTimeout(120_000);
    const bad: string[] = [];
    for (const kit of kits) {
      await page.goto(`${site}/sessions/${kit}/show/`);
      for (const [width, height] of [
        [360, 640],
        [1024, 768],
        [1280, 720],
      ] as const) {
        await page.setViewportSize({ width, height });
        bad.push(...(await page.evaluate(unfit)).map((what) => `${kit} ${width}x${height} ${what}`));
      }
    }
    expect(bad).toEqual([]);
  });
}
