/** Somebody who would rather listen: photos and recordings that cost nothing before the tap, and the phone's own voice. */
import { expect, type Page, test } from 'playwright/test';
import { shown } from '../story-media.ts';
import { violations } from './axe.ts';

/** The site that is built with a picture and a recording. */
const withMedia = 'http://127.0.0.1:4392';

function asked(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/media/')) names.push(new URL(request.url()).pathname.replace(/^.*\./, ''));
  });
  return names;
}

for (const script of [true, false]) {
  test.describe(script ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: script });

    test('the photo is fetched at the tap, not before', async ({ page }) => {
      const names = asked(page);
      await page.goto(`${withMedia}/en/stories/${shown}/`, { waitUntil: 'networkidle' });
      const link = page.getByRole('link', { name: /^Show photo, \d+\skB$/ });
      await expect(link).toBeVisible();
      expect(names).toEqual([]);
      await link.click();
      if (script) {
        const image = page.getByRole('img', { name: 'Blue and green waves' });
        await expect(image).toBeVisible();
        await expect(image).toBeFocused();
        await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalHeight)).toBe(720);
        await expect(link).toHaveCount(0);
        // One format, the smaller.
        expect(names).toEqual(['avif']);
        const box = await image.boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
        expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(4 / 3, 1);
      } else {
        await expect(page).toHaveURL(/\/media\/[0-9a-f]{16}\.webp$/);
        expect(names).toContain('webp');
      }
    });

    test('the recording is fetched at the tap, not before', async ({ page }) => {
      const names = asked(page);
      await page.goto(`${withMedia}/en/stories/${shown}/`, { waitUntil: 'networkidle' });
      const player = page.locator('audio');
      await expect(player).toBeVisible();
      await expect(page.locator('#listen')).toHaveText('Listen, 2 s, 33 kB');
      expect(names).toEqual([]);
      const box = await player.boundingBox();
      await player.click({ position: { x: 24, y: (box?.height ?? 54) / 2 } });
      await expect.poll(() => names).toContain('wav');
      if (script)
        await expect.poll(() => player.evaluate((one: HTMLAudioElement) => one.currentTime)).toBeGreaterThan(0);
    });
  });
}

test('files are sent as what they are, to be kept for ever, and in pieces when a player asks', async ({
  page,
  request,
}) => {
  await page.goto(`${withMedia}/en/stories/${shown}/`);
  const photo = page.locator('[data-photo]');
  const addresses = {
    'image/webp': await photo.getAttribute('href'),
    'image/avif': await photo.getAttribute('data-photo'),
    'audio/wav': await page.locator('audio source').getAttribute('src'),
  };
  for (const [type, address] of Object.entries(addresses)) {
    const answer = await request.get(`${withMedia}${address}`, { headers: { range: 'bytes=0-99' } });
    const { 'content-type': sent, 'cache-control': kept } = answer.headers();
    expect([answer.status(), sent, kept]).toEqual([206, type, 'public, max-age=31536000, immutable']);
    expect((await answer.body()).length).toBe(100);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a page with a photo, a player and a sentence being read, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${withMedia}/en/stories/${shown}/`);
    await page.getByRole('link', { name: /^Show photo/ }).click();
    await expect(page.getByRole('img', { name: 'Blue and green waves' })).toBeVisible();
    expect(await violations(page, (axe) => axe)).toEqual([]);
    await phoneWith(page, { lang: 'ar-EG', localService: true });
    await page.goto(`${withMedia}/ar/stories/${shown}/`);
    await page.locator('[data-aloud] button').first().click();
    await finish(page);
    await expect(page.locator('.said').first()).toBeVisible();
    expect(await violations(page, (axe) => axe)).toEqual([]);
  });
}

test('a line that breaks gives the photo’s link back', async ({ page }) => {
  await page.route('**/media/*', (route) => route.abort());
  await page.goto(`${withMedia}/en/stories/${shown}/`);
  const link = page.getByRole('link', { name: /^Show photo/ });
  await link.click();
  await expect(link).toBeFocused();
  await expect(page.getByRole('img', { name: 'Blue and green waves' })).toHaveCount(0);
});

/** A phone with these voices, which says nothing and remembers what it was asked to say. */
interface Speech {
  said: { text: string; lang: string }[];
  cancelled: number;
  finish(): void;
  arrive(voices: { lang: string; localService: boolean }[]): void;
}
declare global {
  interface Window {
    speech: Speech;
  }
}

async function phoneWith(page: Page, ...voices: { lang: string; localService: boolean }[]) {
  await page.addInitScript((first) => {
    class Utterance {
      lang = '';
      voice: unknown;
      onend: (() => void) | undefined;
      onerror: (() => void) | undefined;
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    let there = first;
    let current: Utterance | undefined;
    const synthesis = {
      onvoiceschanged: undefined as (() => void) | undefined,
      getVoices: () => there,
      speak(utterance: Utterance) {
        current = utterance;
        window.speech.said.push({ text: utterance.text, lang: utterance.lang });
      },
      cancel() {
        window.speech.cancelled += 1;
        // As browsers do: what is broken off ends too.
        const broken = current;
        current = undefined;
        setTimeout(() => broken?.onerror?.());
      },
    };
    window.speech = {
      said: [],
      cancelled: 0,
      finish() {
        const done = current;
        current = undefined;
        done?.onend?.();
      },
      arrive(more) {
        there = more;
        synthesis.onvoiceschanged?.();
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  }, voices);
}
const said = (page: Page) => page.evaluate(() => window.speech.said.map(({ text }) => text));
const finish = (page: Page) => page.evaluate(() => window.speech.finish());
const marked = (page: Page) =>
  page.locator('.said').evaluateAll((parts) =>
    parts
      .map((part) => part.textContent)
      .join('')
      .trim(),
  );
const english = { lang: 'en_US', localService: true };
const start = (page: Page) => page.getByRole('button', { name: 'Read aloud' });

test.describe('reading aloud', () => {
  test('offers nothing without a voice for the language, with one that is not on the phone, or without scripts', async ({
    page,
    browser,
  }) => {
    await phoneWith(page, { lang: 'fr-FR', localService: true }, { lang: 'en-US', localService: false });
    await page.goto('/en/stories/pierre-roland/');
    await expect(page.locator('[data-aloud]')).toBeHidden();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto('/en/stories/pierre-roland/');
    await expect(still.locator('[data-aloud]')).toBeHidden();
    await context.close();
  });

  test('offers itself when voices arrive late', async ({ page }) => {
    await phoneWith(page);
    await page.goto('/en/stories/pierre-roland/');
    await expect(start(page)).toBeHidden();
    await page.evaluate((voice) => window.speech.arrive([voice]), english);
    await expect(start(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Stop' })).toBeHidden();
  });

  test('goes sentence by sentence and shows where it is, and nothing moves', async ({ page }) => {
    await phoneWith(page, english);
    await page.goto('/en/stories/pierre-roland/');
    const text = page.locator('[data-aloud-text]');
    const words = await text.textContent();
    const links = await text
      .locator('a')
      .evaluateAll((all) => all.map((one) => `${one.textContent} ${one.getAttribute('href')}`));
    await start(page).click();
    const places = () =>
      text.locator('p, h2, a').evaluateAll((all) =>
        all.map((one) =>
          Object.values(one.getBoundingClientRect().toJSON() as Record<string, number>)
            .map(Math.round)
            .join(),
        ),
      );
    const before = await places();
    expect(await said(page)).toEqual(['Before']);
    await finish(page);
    expect(await said(page)).toEqual(['Before', 'Pierre-Roland is from Cameroon.']);
    expect(await marked(page)).toBe('Pierre-Roland is from Cameroon.');
    await finish(page);
    expect(await marked(page)).toBe('He was 24 when his story was told, in 2018.');
    expect(await places()).toEqual(before);
    expect(await text.textContent()).toBe(words);
    expect(
      await text.locator('a').evaluateAll((all) => all.map((one) => `${one.textContent} ${one.getAttribute('href')}`)),
    ).toEqual(links);
  });

  test('reads all to the end, but not what is folded, and is ready again', async ({ page }) => {
    await phoneWith(page, english);
    await page.goto('/en/stories/pierre-roland/');
    await start(page).click();
    for (let step = 0; step < 100 && (await page.locator('.said').count()) > 0; step += 1) await finish(page);
    const all = (await said(page)).join(' ');
    expect(all).toContain('Your choice is yours.');
    expect(all).toContain('What exists now, and how to ask');
    expect(all).not.toContain('armed traffickers');
    await expect(start(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Stop' })).toBeHidden();

    await page.locator('details.hard summary').first().click();
    await start(page).click();
    for (let step = 0; step < 100 && (await page.locator('.said').count()) > 0; step += 1) await finish(page);
    expect((await said(page)).join(' ')).toContain('armed traffickers');
  });

  test('a sentence around a link is read whole, and the link stays one', async ({ page }) => {
    await phoneWith(page, english);
    await page.goto('/en/stories/pierre-roland/');
    await page.locator('[data-aloud-text]').evaluate((text) => {
      text.innerHTML =
        '<p>See <a href="/en/help/">who can help. Call</a> them now! It costs 4.5 euros. <b>Is it</b> far? No.</p>';
    });
    await start(page).click();
    for (let step = 0; step < 10; step += 1) await finish(page);
    expect(await said(page)).toEqual([
      'See who can help.',
      'Call them now!',
      'It costs 4.5 euros.',
      'Is it far?',
      'No.',
    ]);
    await expect(page.locator('[data-aloud-text] a')).toHaveText('who can help. Call');
  });

  test('pauses, goes on with the same sentence, and stops', async ({ page }) => {
    await phoneWith(page, english);
    await page.goto('/en/stories/pierre-roland/');
    await start(page).click();
    await finish(page);
    // However far the reader has gone, the buttons are at hand.
    await page.locator('[data-aloud-text] p').last().scrollIntoViewIfNeeded();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeInViewport();
    await page.getByRole('button', { name: 'Pause' }).click();
    const goOn = page.getByRole('button', { name: 'Go on' });
    await expect(goOn).toBeVisible();
    expect(await marked(page)).toBe('Pierre-Roland is from Cameroon.');
    const count = (await said(page)).length;
    await goOn.click();
    expect((await said(page)).slice(count)).toEqual(['Pierre-Roland is from Cameroon.']);
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.locator('.said')).toHaveCount(0);
    await expect(start(page)).toBeFocused();
    await start(page).click();
    expect((await said(page)).at(-1)).toBe('Before');
  });

  test('falls silent when the reader leaves', async ({ page }) => {
    await phoneWith(page, english);
    await page.goto('/en/stories/pierre-roland/');
    await start(page).click();
    const before = await page.evaluate(() => window.speech.cancelled);
    // Both ways out, without going: the page would be gone, and its memory with it.
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    expect(await page.evaluate(() => window.speech.cancelled)).toBeGreaterThan(before);
    await expect(page.locator('.said')).toHaveCount(0);
    await start(page).click();
    const again = await page.evaluate(() => {
      const count = window.speech.cancelled;
      const leave = document.querySelector<HTMLElement>('[data-leave]');
      leave?.setAttribute('href', '#');
      leave?.click();
      return window.speech.cancelled - count;
    });
    expect(again).toBeGreaterThan(0);
  });

  test('speaks Arabic and French with voices of those languages', async ({ page }) => {
    await phoneWith(page, english, { lang: 'ar-EG', localService: true }, { lang: 'fr-FR', localService: true });
    await page.goto('/ar/stories/pierre-roland/');
    await page
      .locator('[data-aloud-text] p')
      .first()
      .evaluate((one) => {
        one.textContent = 'هل هذا بعيد؟ لا؛ هو قريب. نعم';
      });
    await page.locator('[data-aloud] button').first().click();
    for (let step = 0; step < 4; step += 1) await finish(page);
    expect((await said(page)).slice(1, 5)).toEqual(['هل هذا بعيد؟', 'لا؛', 'هو قريب.', 'نعم']);
    expect(await page.evaluate(() => window.speech.said[0]?.lang)).toBe('ar-EG');
    await page.goto('/fr/stories/pierre-roland/');
    await page
      .locator('[data-aloud-text] p')
      .first()
      .evaluate((one) => {
        one.textContent = 'C’est loin\u202f? Il dit\u00a0: «\u00a0Non\u202f!\u00a0» Bon.';
      });
    await page.getByRole('button', { name: 'Lire à voix haute' }).click();
    for (let step = 0; step < 4; step += 1) await finish(page);
    expect((await said(page)).slice(1, 4)).toEqual([
      'C’est loin\u202f?',
      'Il dit\u00a0: «\u00a0Non\u202f!\u00a0»',
      'Bon.',
    ]);
    expect(await page.evaluate(() => window.speech.said[0]?.lang)).toBe('fr-FR');
  });
});
