/** The stories together: enough of them, from enough places, good and bad. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { aims, coverage } from '../../src/desk/coverage.ts';
import { buildDay } from '../../src/domain/freshness.ts';
import { filesBelow } from '../../src/publish/files.ts';

const today = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());

describe('the stories', () => {
  it('reach the aims: 40 or more, of 22 countries, 15 women, every route, legal ways that worked and did not, people who stayed, hard returns', () => {
    expect(aims).toEqual({ stories: 40, countries: 22, women: 15 });
    expect(coverage('content', today).missing).toEqual([]);
  });
});

describe('the count', () => {
  let folder: string;
  const facts = filesBelow('content/facts/stories', '.yaml');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'byg-coverage-'));
    cpSync('content', folder, { recursive: true });
    for (const file of facts) {
      const path = join(folder, 'facts/stories', file);
      const story = parse(readFileSync(path, 'utf8')) as { route?: string; themes: string[]; country: string };
      // As though all who stayed, all who took the Gulf route and the only person from Burkina Faso had taken their stories back.
      const gone = story.themes.includes('stayed') || story.route === 'gulf' || story.country === 'BF';
      if (gone)
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(/^consent:\n/m, 'consent:\n  withdrawn: "2026-11-22"\n'),
        );
    }
    rmSync(join(folder, 'ar/stories'), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names what is missing once stories are withdrawn or untranslated', () => {
    const { lines, missing } = coverage(folder, today);
    expect(missing).toContain('people who stayed: no story');
    expect(missing).toContain('the route gulf: no story');
    expect(missing).toContain('stories told in ar: 0 of 40, 40 to go');
    expect(missing).not.toContain('hard returns: no story');
    expect(lines.join('\n')).toMatch(/countries: BF 0, CI [1-9]/);
  });

  it('counts nothing after every consent was due', () => {
    const { lines, missing } = coverage('content', '2099-01-01');
    expect(lines[0]).toBe(`0 stories may be told on 2099-01-01; ${facts.length} may not.`);
    expect(missing).toContain('legal ways that worked: no story');
    expect(missing.find((line) => line.startsWith('countries: 0 of 22'))).toContain('UG');
  });
});
