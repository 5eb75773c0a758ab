/** What a volunteer needs is there, in each language; and what a session shows cannot go without being missed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/desk/check.ts';
import { buildDay } from '../../src/domain/freshness.ts';
import { published } from '../../src/i18n/locales.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { sessionParts } from '../../src/schemas/prose.ts';

const day = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
interface Fact {
  sources?: string[];
  claim?: string;
}
const facts = (kind: string) =>
  filesBelow(`content/facts/${kind}`, '.yaml').map((file) => ({
    id: file.replace('.yaml', ''),
    ...(parse(readFileSync(`content/facts/${kind}/${file}`, 'utf8')) as Fact),
  }));
const survey = parse(readFileSync('content/facts/survey/before-after.yaml', 'utf8')) as {
  questions: { text: Record<string, string> }[];
};
const textsIn = (key: string, kind: string) => filesBelow(`content/${key}/${kind}`, '.mdx');

describe('the material for sessions', () => {
  it.each(published)('is whole in %s: six kits, 20 claims, 15 questions, sheets to read aloud, the guide', (key) => {
    expect(textsIn(key, 'sessions')).toHaveLength(6);
    expect(textsIn(key, 'claims').length).toBeGreaterThanOrEqual(20);
    expect(textsIn(key, 'questions').length).toBeGreaterThanOrEqual(15);
    expect(textsIn(key, 'aloud').length).toBeGreaterThanOrEqual(10);
    expect(textsIn(key, 'pages')).toContain('facilitating.mdx');
    expect(survey.questions.filter(({ text }) => text[key])).toHaveLength(6);
  });

  it('has a source for each claim, and for each question one of its own, of its claim or of its figures', () => {
    for (const { id, sources } of facts('claims')) expect(`${id} ${(sources ?? []).length > 0}`).toBe(`${id} true`);
    for (const { id, sources = [], claim } of facts('questions')) {
      const figures = readFileSync(`content/en/questions/${id}.mdx`, 'utf8').includes('<Figure');
      expect(`${id} ${sources.length > 0 || Boolean(claim) || figures}`).toBe(`${id} true`);
    }
  });

  it('never asks whether somebody will leave', () => {
    const text = readFileSync('content/facts/survey/before-after.yaml', 'utf8');
    expect(text).not.toMatch(/will you (leave|migrate|go)|allez-vous partir|هل ستهاجر/i);
  });

  it.each(published.flatMap((key) => textsIn(key, 'sessions').map((file) => [key, file] as const)))(
    '%s/sessions/%s has its eight parts, and each step shows something',
    (key, file) => {
      const text = readFileSync(`content/${key}/sessions/${file}`, 'utf8');
      expect([...text.matchAll(/<Part name="(\w+)">/g)].map(([, name]) => name)).toEqual([...sessionParts]);
      const steps = text.split(/<Step /).slice(1);
      expect(steps.length).toBeGreaterThanOrEqual(3);
      for (const step of steps) expect(step.split('</Step>')[0]).toMatch(/<Slide |<Show /);
    },
  );
});

describe('a mistake in a session stops the build and names both', () => {
  let folder: string;
  const touched = new Set<string>();
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const change = (file: string, from: string | RegExp, to: string) => {
    const before = read(file);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} holds no ${from}`);
    touched.add(file);
    writeFileSync(join(folder, file), after);
  };
  const found = (file: string) => checkContent(folder, day).filter((problem) => problem.file === file);
  const kit = 'en/sessions/first-conversation.mdx';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'byg-sessions-'));
    cpSync('content', folder, { recursive: true });
  });
  afterEach(() => {
    for (const file of touched) cpSync(join('content', file), join(folder, file));
    touched.clear();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a story that a kit shows is withdrawn', () => {
    expect(read(kit)).toContain('<Show story="adama" />');
    change('facts/stories/adama.yaml', /^consent:\n/m, 'consent:\n  withdrawn: "2026-11-22"\n');
    for (const key of published) {
      const problems = found(`${key}/sessions/first-conversation.mdx`);
      expect(problems.map(({ what }) => what).join()).toMatch(
        /first-conversation\.mdx uses the story "adama", which may not be told/,
      );
    }
  });

  it('a story whose sheet a kit has read out is withdrawn: the sheet and the kit are named', () => {
    expect(read(kit)).toContain('<Show aloud="pierre-roland" />');
    change('facts/stories/pierre-roland.yaml', /^consent:\n/m, 'consent:\n  withdrawn: "2026-11-22"\n');
    for (const file of [kit, 'en/aloud/pierre-roland.mdx'])
      expect(
        found(file)
          .map(({ what }) => what)
          .join(),
      ).toContain('uses the story "pierre-roland"');
  });

  it('a story that a kit shows may not be handed on: kits are files too', () => {
    change('facts/stories/adama.yaml', /^ {2}scope: .*$/m, '  scope: [text]');
    for (const key of published)
      expect(found(`${key}/sessions/first-conversation.mdx`).map(({ what }) => what)).toEqual([
        expect.stringContaining('its consent must name text and packs'),
      ]);
    // A sheet of its own stays on the site.
    change('facts/stories/adama.yaml', '  scope: [text]', '  scope: [text, packs]');
    change('facts/stories/pierre-roland.yaml', /^ {2}scope: .*$/m, '  scope: [text]');
    expect(found(kit).map(({ what }) => what)).toEqual([expect.stringContaining('"pierre-roland"')]);
    expect(found('en/aloud/pierre-roland.mdx')).toEqual([]);
  });

  it('a figure that a kit prints is gone', () => {
    const file = 'en/sessions/the-road.mdx';
    const id = /<Figure id="([\w-]+)"/.exec(read(file))?.[1];
    expect(id).toBeDefined();
    touched.add(`facts/figures/${id}.yaml`);
    rmSync(join(folder, `facts/figures/${id}.yaml`));
    const problem = found(file).find(({ what }) => what.includes(id ?? ''));
    expect(problem?.what).toContain(`content/facts/figures/${id}.yaml does not exist`);
    expect(read(file).split('\n')[(problem?.line ?? 0) - 1]).toContain(id);
  });

  it('a claim, a question or a route that a kit shows is gone', () => {
    change(kit, 'claim="only-the-sea-is-dangerous"', 'claim="nobody-says-this"');
    expect(found(kit).map(({ what }) => what)).toEqual([
      '"nobody-says-this" is named here, but content/facts/claims/nobody-says-this.yaml does not exist',
    ]);
  });

  it('the steps of the text are not those of the facts', () => {
    change(kit, '<Step id="stories"', '<Step id="quiz"');
    expect(found(kit)[0]?.what).toMatch(/^the steps are welcome, before, quiz, .* expected welcome, before, stories, /);
  });

  it('the minutes do not add up', () => {
    change('facts/sessions/first-conversation.yaml', /^minutes: \d+$/m, 'minutes: 95');
    expect(found('facts/sessions/first-conversation.yaml')[0]).toMatchObject({ field: 'minutes' });
  });

  it('a slide holds more than the last row can read, or a claim more than its card', () => {
    change(kit, /<Slide title="[^"]*">\n/, `$&\n${'word '.repeat(31)}\n`);
    const problem = found(kit)[0];
    expect(problem).toMatchObject({ field: '<Slide>' });
    expect(read(kit).split('\n')[(problem?.line ?? 0) - 1]).toContain('<Slide title=');
    const claim = 'ar/claims/one-smuggler-to-the-end.mdx';
    change(claim, /$/, `\n${'كلمة '.repeat(80)}\n`);
    expect(found(claim)[0]?.what).toContain('or its card overflows');
  });

  it('a question has two right answers, or another right answer than in English', () => {
    const file = 'fr/questions/legal-work.mdx';
    change(file, '<Answer>', '<Answer right="yes">');
    expect(found(file)[0]?.what).toContain('2 of them right');
    const moved = read(file)
      .replace(/ right="yes"/g, '')
      .replace('<Answer>', '<Answer right="yes">');
    writeFileSync(join(folder, file), moved);
    const english = read('en/questions/legal-work.mdx');
    expect(english.indexOf('<Answer right')).not.toBe(english.indexOf('<Answer'));
    expect(found(file)[0]?.what).toContain('another place than in English');
  });

  it('a sheet takes too long to read aloud', () => {
    change('en/aloud/helene.mdx', /\n$/, `\n${'And one more word of it. '.repeat(20)}\n`);
    expect(found('en/aloud/helene.mdx')[0]?.what).toMatch(/read aloud it takes about \d+ seconds; expected 60 to 90/);
  });

  it('something is shown that cannot be', () => {
    change(kit, '<Show page="/help/" />', '<Show page="/nowhere/" />');
    expect(found(kit)[0]?.what).toBe('"/nowhere/" cannot be shown');
    change(kit, '<Show page="/nowhere/" />', '<Show film="shock" />');
    expect(found(kit)[0]?.what).toContain('expected one of story, claim, question, aloud, route, survey, page');
  });
});
