/** Sessions as the site publishes them: kits, claims, quiz, sheets and cards, page by page. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runningClock } from '../../src/domain/clock.ts';
import { published } from '../../src/i18n/locales.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { pagesOf } from './site.ts';

const pages = new Map(
  pagesOf('dist')
    .filter(({ file }) => /^\w+\/(sessions|sources)\/|^\w+\/index/.test(file))
    .map((page) => [page.file, page]),
);
const page = (path: string) => {
  const found = pages.get(`${path}index.html`);
  if (!found) throw new Error(`dist/${path}index.html does not exist`);
  return found.root;
};
const slugs = (kind: string) => filesBelow(`content/facts/${kind}`, '.yaml').map((file) => file.replace('.yaml', ''));
const fact = (kind: string, id: string) => parse(readFileSync(`content/facts/${kind}/${id}.yaml`, 'utf8'));

describe.each(published)('sessions in %s', (key) => {
  it('are listed, with every part, and linked from home', () => {
    const links = page(`${key}/sessions/`)
      .querySelectorAll('main a')
      .map((link) => link.getAttribute('href'));
    const parts = ['claims', 'quiz', 'aloud', 'survey', 'posters', 'make', ...slugs('sessions')];
    for (const part of parts) expect(links).toContain(`/${key}/sessions/${part}/`);
    expect(links).toContain(`/${key}/pages/facilitating/`);
    expect(page(`${key}/`).querySelector(`main a[href="/${key}/sessions/"]`)).not.toBeNull();
  });

  it.each(slugs('sessions'))(
    '%s: the clock runs through all steps, and it begins on the wall or on the phone',
    (id) => {
      const root = page(`${key}/sessions/${id}/`);
      const { minutes, steps, needs, pathways } = fact('sessions', id);
      const clock = root.querySelectorAll('.step h3 bdi').map(({ text }) => text);
      expect(clock).toHaveLength(steps.length);
      expect(clock[0]).toMatch(/^0:00–/);
      expect(clock.at(-1)).toMatch(new RegExp(`–${runningClock(minutes)}$`));
      for (const way of ['show', 'lead'])
        expect(root.querySelector(`main a[href="/${key}/sessions/${id}/${way}/"]`)).not.toBeNull();
      for (const need of needs) expect(root.querySelector(`a[href="/${key}/help/?need=${need}"]`)).not.toBeNull();
      for (const way of pathways) expect(root.querySelector(`a[href="/${key}/pathways/${way}/"]`)).not.toBeNull();
      expect(root.querySelectorAll('.codes .qr').length).toBeGreaterThanOrEqual(2);
    },
  );

  it('have every claim as a card with a source that the list of sources holds', () => {
    const root = page(`${key}/sessions/claims/`);
    const listed = new Set(
      page(`${key}/sources/claims/`)
        .querySelectorAll('[id]')
        .map((one) => one.id),
    );
    for (const id of slugs('claims')) {
      const card = root.querySelector(`#${id}`);
      const sources =
        card?.querySelectorAll('a[href*="/sources/claims/#"]').map((one) => one.getAttribute('href')) ?? [];
      expect(`${id} ${sources.length > 0}`).toBe(`${id} true`);
      expect(sources.filter((href) => !listed.has(href?.split('#')[1] ?? ''))).toEqual([]);
    }
    expect(page(`${key}/sessions/cards/`).querySelectorAll('.cut')).toHaveLength(slugs('claims').length);
  });

  it('have a quiz that works without a script: the answers in sight, the right one folded away with its reason', () => {
    const all = page(`${key}/sessions/quiz/`).querySelectorAll('.quiz');
    expect(all.map(({ id }) => id).sort()).toEqual(slugs('questions'));
    for (const question of all) {
      const answers = question.querySelectorAll('ol li').map(({ text }) => text.trim());
      expect(answers.length).toBeGreaterThanOrEqual(2);
      const folded = question.querySelector('details');
      expect(answers).toContain(folded?.querySelector('b')?.text.trim());
      expect(folded?.querySelectorAll('p').length).toBeGreaterThanOrEqual(2);
      expect(question.querySelectorAll('ol b, ol [data-right]')).toHaveLength(0);
    }
  });

  it('have a sheet to read aloud for each, with its pauses, and six questions with boxes', () => {
    for (const id of slugs('aloud'))
      expect(page(`${key}/sessions/aloud/${id}/`).querySelectorAll('.pause').length).toBeGreaterThanOrEqual(3);
    expect(page(`${key}/sessions/survey/`).querySelectorAll('.survey table')).toHaveLength(6);
  });

  it('have a pocket card for each country with points: eight on the sheet, read out once', () => {
    const cards = [...pages].filter(([file]) => file.startsWith(`${key}/sessions/pocket/`));
    expect(cards.length).toBeGreaterThanOrEqual(26);
    for (const [file, { root }] of cards) {
      const all = root.querySelectorAll('.cut');
      expect(`${file} ${all.length} ${all.filter((one) => !one.hasAttribute('aria-hidden')).length}`).toBe(
        `${file} 8 1`,
      );
      expect(all[0]?.querySelectorAll('.tel').length).toBeGreaterThanOrEqual(1);
      expect(root.querySelectorAll('use')).toHaveLength(8);
    }
  });
});

it('no link to a PDF shows while nobody has made one', () => {
  const offered = [...pages.values()].flatMap(({ root }) => root.querySelectorAll('a[data-pdf]'));
  expect(offered.length).toBeGreaterThan(200);
  expect(offered.filter((link) => link.hasAttribute('href') || !link.hasAttribute('hidden'))).toEqual([]);
});

it('kits, sheets and their lists stand in the sitemap', () => {
  const map = readFileSync('dist/sitemap.xml', 'utf8');
  for (const path of ['', 'claims/', 'quiz/', 'aloud/', 'aloud/helene/', 'first-conversation/'])
    expect(map).toContain(`<loc>https://example.org/fr/sessions/${path}</loc>`);
  expect(map).not.toContain('/aloud/helene/</loc><loc>https://example.org/fr/aloud/');
  expect(map).not.toMatch(/org\/\w+\/aloud\//);
});
