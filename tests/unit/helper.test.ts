import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { helperPath, mostSteps, stepsTo, treeProblems } from '../../src/domain/helper.ts';
import { published } from '../../src/i18n/locales.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { type Helper, helper } from '../../src/schemas/facts.ts';

const tree = helper.parse(parse(readFileSync('content/facts/helper/tree.yaml', 'utf8')));
const names = (kind: string) =>
  new Set(filesBelow(`content/facts/${kind}`, '.yaml').map((file) => file.replace('.yaml', '')));
const known = { pathways: names('pathways'), help: names('services') };
const copy = () => structuredClone(tree) as { -readonly [K in keyof Helper]: Helper[K] };
const problems = (change: (draft: ReturnType<typeof copy>) => void) => {
  const draft = copy();
  change(draft);
  return treeProblems(draft, known).map(({ node, what }) => `${node} ${what}`);
};
const text = { en: 'x', fr: 'x', ar: 'x' };

describe('the helper', () => {
  it('has nothing wrong: every name exists, everything is reached, no circle, at most six answers', () => {
    expect(treeProblems(tree, known)).toEqual([]);
    expect(Object.keys(tree.outcomes).length).toBeGreaterThanOrEqual(37);
  });

  it('asks about danger first, and reaches protection and return within three answers', () => {
    const [first] = tree.questions[tree.start]?.options ?? [];
    expect(first?.to).toBe('emergency');
    const steps = stepsTo(tree);
    expect(steps.get('asylum-africa')).toBeLessThanOrEqual(3);
    expect(steps.get('return-iom')).toBeLessThanOrEqual(3);
    expect(Math.max(...steps.values())).toBeLessThanOrEqual(mostSteps);
  });

  it('has no dead end, and no answer in an address', () => {
    for (const [id, { next, help }] of Object.entries(tree.outcomes)) {
      expect(next.length).toBeGreaterThan(0);
      expect(help.length).toBeGreaterThan(0);
      expect(helperPath(tree, id)).toMatch(/^\/helper\/a\d+\/$/);
    }
    expect(helperPath(tree, tree.start)).toBe('/helper/');
    expect(() => helperPath(tree, 'nowhere')).toThrow(/"nowhere"/);
  });

  it('is there in every language, node by node', () => {
    for (const [id, node] of Object.entries({ ...tree.questions, ...tree.outcomes })) {
      const words = JSON.stringify(node).match(/\{"en":.*?\}/g) ?? [];
      expect(words.length).toBeGreaterThan(0);
      for (const one of words)
        for (const key of published) expect(`${id} ${key} ${Boolean(JSON.parse(one)[key])}`).toBe(`${id} ${key} true`);
    }
  });

  it('gives no year: the pages it leads to say when something is so, and by which source', () => {
    const words = JSON.stringify([tree.questions, tree.outcomes]).match(/\{"en":.*?\}/g) ?? [];
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((one) => /\b20\d\d\b/.test(one))).toEqual([]);
  });
});

describe('a broken tree is refused, and the node named', () => {
  it('an answer that leads nowhere', () =>
    expect(problems(({ questions }) => questions.where?.options.splice(0, 1, { text, to: 'mars' }))).toEqual([
      'where leads to "mars", which does not exist',
    ]));
  it('a page that does not exist', () =>
    expect(problems(({ outcomes }) => outcomes.talent?.pages.push('no-page'))).toEqual([
      'talent names the page "no-page", which does not exist',
    ]));
  it('a help point that is not published', () =>
    expect(problems(({ outcomes }) => outcomes.talent?.help.push('no-point'))).toEqual([
      'talent names the help point "no-point", which is not published',
    ]));
  it('questions that lead in a circle', () =>
    expect(
      problems(({ questions }) => questions.work?.options.splice(0, 1, { text, to: 'where' })).filter((one) =>
        /circle/.test(one),
      )[0],
    ).toMatch(/^where questions lead in a circle: .*where/));
  it('a question without "not sure", or with two', () => {
    expect(
      problems(({ questions }) => {
        for (const option of questions.gulf?.options ?? []) option.unsure = false;
      }),
    ).toEqual(['gulf has 0 answers marked `unsure`; every question has exactly one']);
  });
  it('a seventh answer', () => {
    const draft = copy();
    draft.questions.where?.options.push({ text, to: 'why' });
    expect(helper.safeParse(draft).error?.issues[0]?.path).toEqual(['questions', 'where', 'options']);
  });
  it('an address given twice, and a node that nothing leads to', () => {
    expect(problems(({ outcomes }) => Object.assign(outcomes.talent ?? {}, { path: 'a1' }))[0]).toMatch(
      /has the address "a1" of another$/,
    );
    expect(
      problems((draft) => {
        const lonely = structuredClone(tree.outcomes.talent);
        if (lonely) draft.outcomes.lonely = { ...lonely, path: 'a99' };
      }),
    ).toEqual(['lonely can be reached by no answer']);
  });
});
