/** Each mistake an editor can make, made on purpose: the check names file, field, what was expected and what to do. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/desk/check.ts';
import { componentNames } from '../../src/desk/check-markup.ts';
import type { Problem } from '../../src/desk/problem.ts';
import { buildDay } from '../../src/domain/freshness.ts';
import { filesBelow } from '../../src/publish/files.ts';

let folder: string;
const day = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
const change = (file: string, from: string | RegExp, to: string) => {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} holds no ${from}`);
  add(file, after);
};
/** Files a test has changed, made or removed. */
const touched = new Set<string>();
const add = (file: string, text: string) => {
  touched.add(file);
  writeFileSync(join(folder, file), text);
};
const remove = (file: string) => {
  touched.add(file);
  rmSync(join(folder, file));
};
const found = (today = day) => checkContent(folder, today);
/** The one problem in a file; the mistake may not set off complaints elsewhere in that file. */
const only = (file: string, today = day): Problem => {
  const there = found(today).filter((problem) => problem.file === file);
  expect(there.map(({ what }) => what)).toHaveLength(1);
  return there[0] as Problem;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'byg-content-'));
  cpSync('content', folder, { recursive: true });
});
afterEach(() => {
  for (const file of touched) {
    rmSync(join(folder, file), { force: true });
    if (existsSync(join('content', file))) copyFileSync(join('content', file), join(folder, file));
  }
  touched.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a mistake stops the build and says', () => {
  it('which field has a wrong value, and what may stand there', () => {
    change('facts/services/cm-1503.yaml', 'kind: anti-trafficking', 'kind: anti-traffic');
    const problem = only('facts/services/cm-1503.yaml');
    expect(problem).toMatchObject({ field: 'kind' });
    expect(problem.what).toContain('found "anti-traffic"; expected one of anti-trafficking, child-protection');
    expect(readFileSync(join(folder, problem.file), 'utf8').split('\n')[problem.line - 1]).toBe('kind: anti-traffic');
  });

  it('which field does not exist', () => {
    change('facts/services/cm-1503.yaml', 'kind: anti', 'colour: red\nkind: anti');
    const problem = only('facts/services/cm-1503.yaml');
    expect(problem).toMatchObject({ field: 'colour', what: 'there is no field called "colour"' });
    expect(problem.todo).toMatch(/spelling/);
  });

  it('which fact is named but does not exist', () => {
    change('facts/pathways/voluntary-return.yaml', /help: \[[\w-]+/, 'help: [nobody-here');
    expect(only('facts/pathways/voluntary-return.yaml')).toMatchObject({
      field: 'help',
      what: '"nobody-here" is named here, but content/facts/services/nobody-here.yaml does not exist',
    });
  });

  it('that a figure has no source', () => {
    change('facts/figures/debt-returnees-percent.yaml', /^source: .*\n/m, '');
    const problem = only('facts/figures/debt-returnees-percent.yaml');
    expect(problem.field).toBe('source');
    expect(problem.what).toContain('the field is missing');
    expect(problem.todo).toContain('File name of the source');
  });

  it('that a source file is gone', () => {
    const source = /^source: "?([\w-]+)/m.exec(
      readFileSync(join(folder, 'facts/figures/debt-returnees-percent.yaml'), 'utf8'),
    )?.[1];
    remove(`facts/sources/${source}.yaml`);
    expect(only('facts/figures/debt-returnees-percent.yaml').what).toBe(
      `"${source}" is named here, but content/facts/sources/${source}.yaml does not exist`,
    );
  });

  it('that a figure has no period', () => {
    change('facts/figures/debt-returnees-percent.yaml', /^period: .*\n/m, '');
    expect(only('facts/figures/debt-returnees-percent.yaml')).toMatchObject({ field: 'period' });
  });

  it.each([
    ['international', '+33486517161', '+3348651716'],
    ['international', '+33486517161', '0486517161'],
  ])('that a number is not a telephone number (%s)', (_reach, number, wrong) => {
    change('facts/services/intl-alarm-phone-sea.yaml', number, wrong);
    const problem = only('facts/services/intl-alarm-phone-sea.yaml');
    expect(problem).toMatchObject({ field: 'phones.0.number' });
    expect(problem.what).toBe(
      `"${wrong}" is not a telephone number; expected an international number such as +237222222222`,
    );
  });

  it('that a short code is too long', () => {
    change('facts/services/cm-1503.yaml', 'number: "1503"', 'number: "150300"');
    expect(only('facts/services/cm-1503.yaml').what).toContain('expected two to five digits');
  });

  it('that two files would be the same page', () => {
    add('en/routes/Sahara.mdx', readFileSync(join(folder, 'en/routes/sahara.mdx'), 'utf8'));
    const twins = found().filter(({ what }) => what.includes('would be the same page'));
    expect(twins).toHaveLength(1);
    expect(twins[0]?.what).toMatch(/"sahara" and "Sahara"|"Sahara" and "sahara"/);
  });

  it('that a file name cannot be an address, or has the wrong ending', () => {
    add('facts/places/Old Town.yaml', 'name: { en: Old Town }\ncountry: NE\nlatitude: 1\nlongitude: 1\n');
    add('facts/places/notes.txt', 'x');
    expect(
      found()
        .map(({ file, what }) => `${file} ${what}`)
        .join('\n'),
    ).toMatch(
      /Old Town\.yaml "Old Town" cannot be an address[\s\S]*notes\.txt expected a file whose name ends in \.yaml/,
    );
  });

  it('which figure a text names that does not exist, with the line', () => {
    change('fr/routes/libya.mdx', /<Figure id="[\w-]+"/, '<Figure id="no-such-figure"');
    const problem = found().find(({ file, field }) => file === 'fr/routes/libya.mdx' && field === '<Figure>');
    expect(problem?.what).toBe(
      '"no-such-figure" is named here, but content/facts/figures/no-such-figure.yaml does not exist',
    );
    expect(readFileSync(join(folder, 'fr/routes/libya.mdx'), 'utf8').split('\n')[(problem?.line ?? 0) - 1]).toContain(
      'no-such-figure',
    );
  });

  it('that a series needs its year', () => {
    change('en/pages/privacy.mdx', /\n---\n/, '\n---\n\n<Figure id="deaths-sahara" />\n');
    expect(found().find(({ file, field }) => file === 'en/pages/privacy.mdx' && field === '<Figure>')?.what).toContain(
      'expected one of 2014, 2015',
    );
  });

  it('that a component does not exist', () => {
    change('en/stories/helene.mdx', /\n---\n/, '\n---\n\n<Picture id="x" />\n');
    expect(only('en/stories/helene.mdx').what).toContain(
      'there is no component called Picture; expected one of Figure, Part',
    );
  });

  it('that parts are missing or out of order', () => {
    change('en/pathways/student-visa.mdx', '<Part name="frauds">', '<Part name="fraud">');
    expect(
      found()
        .filter(({ file }) => file === 'en/pathways/student-visa.mdx')
        .map(({ what }) => what)
        .join(),
    ).toContain('expected who, needs, cost, steps, frauds, otherwise, advice');
  });

  it('that a text has no translation', () => {
    remove('ar/stories/helene.mdx');
    expect(only('ar/stories/helene.mdx')).toMatchObject({
      what: 'the text does not exist in ar',
      todo: 'Translate it.',
    });
  });

  it('which texts a new language still lacks', () => {
    const missing = checkContent(folder, day, ['en', 'pt']).map(({ file, what }) => `${file}: ${what}`);
    expect(missing).toContain('pt/routes/sahara.mdx: the text does not exist in pt');
    const there = existsSync(join(folder, 'pt')) ? filesBelow(join(folder, 'pt'), '.mdx').length : 0;
    expect(missing).toHaveLength(filesBelow(join(folder, 'en'), '.mdx').length - there);
  });

  it('that a translation leaves out a figure of its original', () => {
    change('ar/routes/central-mediterranean.mdx', /<Figure id="[\w-]+"[^>]*\/>/, '');
    expect(only('ar/routes/central-mediterranean.mdx').what).toMatch(
      /Figure .* is missing, unlike content\/en\/routes\/central-mediterranean\.mdx/,
    );
  });

  it('that a route tells a number without a source, in any language, with the line', () => {
    change('fr/routes/gulf.mdx', '<Part name="law">', '<Part name="law">\n\nEnviron 44 personnes.');
    const line =
      readFileSync(join(folder, 'fr/routes/gulf.mdx'), 'utf8').split('\n').indexOf('Environ 44 personnes.') + 1;
    expect(only('fr/routes/gulf.mdx')).toMatchObject({ line, what: '"44" has no source' });
  });

  it('that the stops of a route are not those of its facts', () => {
    change('en/routes/gulf.mdx', /<Stop place="[\w-]+">/, '<Stop place="gao">');
    expect(found().find(({ file }) => file === 'en/routes/gulf.mdx')?.what).toMatch(
      /stops are .*gao.*; expected .* as in content\/facts\/routes\/gulf\.yaml/,
    );
  });

  it('that a stop is told twice, or that a branch is no line', () => {
    change('facts/routes/sahara.yaml', 'stops: [gao, kidal]', 'stops: [agadez, kidal]');
    expect(found().find(({ file }) => file === 'facts/routes/sahara.yaml')?.what).toContain(
      '"agadez" is a stop of two branches',
    );
  });

  it('that a span of years reaches beyond the data', () => {
    change('en/pages/how-figures.mdx', /year="\d{4}"/, 'year="1999/2024"');
    expect(found().find(({ file }) => file === 'en/pages/how-figures.mdx')?.what).toContain(
      'or a span such as 2014/2025',
    );
  });

  it('that a file cannot be read at all, with the line', () => {
    change('facts/places/agadez.yaml', 'name:', 'name: [');
    expect(found().find(({ file }) => file === 'facts/places/agadez.yaml')?.what).toContain('the file cannot be read');
  });

  it('that a text has no front matter', () => {
    add('en/pages/privacy.mdx', 'Just words.\n');
    expect(only('en/pages/privacy.mdx').what).toContain('no front matter');
  });

  it('that a consent is due for review', () => {
    expect(only('facts/stories/helene.yaml', '2099-01-01')).toMatchObject({ field: 'consent.review_by' });
  });

  it('that a consent has expired', () => {
    change('facts/stories/helene.yaml', /^ {2}review_by:.*\n/m, '$&  expires: "2027-01-01"\n');
    const problem = only('facts/stories/helene.yaml', '2027-01-02');
    expect(problem).toMatchObject({ field: 'consent.expires', what: 'the consent held until 2027-01-01' });
    expect(problem.todo).toContain('consent.withdrawn');
    expect(readFileSync(join(folder, problem.file), 'utf8').split('\n')[problem.line - 1]).toContain('expires:');
  });

  it('that a consent does not cover the text, or one of its languages', () => {
    // A story that no kit uses: those complain for themselves.
    change('facts/stories/khoudia.yaml', /^ {2}scope: .*$/m, '  scope: [packs]');
    expect(only('facts/stories/khoudia.yaml')).toMatchObject({
      field: 'consent.scope',
      what: 'the consent does not cover text',
    });
    change('facts/stories/khoudia.yaml', '  scope: [packs]', '  scope: [text]');
    change('facts/stories/khoudia.yaml', '  languages: all', '  languages: [en, fr]');
    expect(only('facts/stories/khoudia.yaml')).toMatchObject({
      field: 'consent.languages',
      what: 'the consent does not cover ar, but content/ar/stories/khoudia.mdx is there',
      todo: 'Remove that text, or ask the person and add ar here.',
    });
    // Without the text nothing is missing: it may not be told.
    remove('ar/stories/khoudia.mdx');
    expect(found()).toEqual([]);
  });

  it('what exposes somebody under 18', () => {
    change('facts/stories/helene.yaml', /^person:\n/m, 'minor: true\nperson:\n');
    change('facts/stories/helene.yaml', /^journey:\n/m, 'journey:\n  - place: agadez\n');
    change('facts/stories/helene.yaml', 'basis: already-public', 'basis: given-to-us');
    change(
      'facts/stories/helene.yaml',
      /^consent:\n/m,
      'picture:\n  alt: { en: A tree, fr: Un arbre, ar: شجرة }\nconsent:\n',
    );
    add('facts/stories/helene.jpg', '');
    const all = found().filter(({ file }) => file === 'facts/stories/helene.yaml');
    const exposed = all.filter(({ what }) => what.includes('under 18'));
    expect(exposed.map(({ field }) => field).sort()).toEqual([
      'consent.guardian',
      'journey.0',
      'person.name_kind',
      'picture',
    ]);
    // Each is told with the line of its field, and what to do instead.
    const lines = readFileSync(join(folder, 'facts/stories/helene.yaml'), 'utf8').split('\n');
    for (const [field, text] of [
      ['journey.0', 'agadez'],
      ['person.name_kind', 'first-name'],
      ['picture', 'picture:'],
    ] as const)
      expect(lines[(exposed.find((one) => one.field === field)?.line ?? 0) - 1]).toContain(text);
    expect(exposed.find(({ field }) => field === 'consent.guardian')?.todo).toContain('never the name');
  });

  it('that a story has no consent record', () => {
    change('facts/stories/helene.yaml', /^consent:\n(?: .*\n)+/m, '');
    expect(only('facts/stories/helene.yaml')).toMatchObject({ field: 'consent' });
  });

  it('that a text still links to a story that was withdrawn, whose own texts may be gone', () => {
    change('facts/stories/seyiba.yaml', /^consent:\n/m, 'consent:\n  withdrawn: "2026-11-22"\n');
    for (const key of ['en', 'fr', 'ar']) remove(`${key}/stories/seyiba.mdx`);
    expect(found()).toEqual([]);
    change('en/pages/how-figures.mdx', /\n$/, '\n\nAs [Seyiba](/stories/seyiba/) says.\n');
    const problem = found().find(({ field }) => field === 'link');
    expect(problem).toMatchObject({
      file: 'en/pages/how-figures.mdx',
      what: '"/stories/seyiba/" leads to a story that was withdrawn',
    });
    expect(problem?.todo).toContain('every word about that person');
  });

  it('that a story lacks a text, but for a language that its consent does not cover', () => {
    remove('ar/stories/seyiba.mdx');
    expect(only('ar/stories/seyiba.mdx').what).toBe('the text does not exist in ar');
    change('facts/stories/seyiba.yaml', /^ {2}languages: .*$/m, '  languages: [en, fr]');
    expect(found()).toEqual([]);
  });

  it('that opening hours cannot be read', () => {
    change('facts/services/cm-1503.yaml', 'opening_hours: 24/7', 'opening_hours: whenever');
    expect(only('facts/services/cm-1503.yaml').what).toContain('"whenever" cannot be read as opening hours');
  });

  it('that a text calls a help point that is not published', () => {
    change('facts/services/ne-aps.yaml', 'publication: publish', 'publication: withheld\nwithheld_reason: closed');
    expect(found().map(({ file, what }) => `${file}: ${what}`)).toContain(
      'en/pages/now.mdx: "ne-aps" has no page: its publication is withheld',
    );
  });
});

describe('a mistake in the marks of a text says', () => {
  const put = (text: string) => change('en/pages/privacy.mdx', /\n---\n/, `\n---\n\n${text}\n\n`);
  const said = () => only('en/pages/privacy.mdx').what;

  it.each([
    ['<script>alert(1)</script>', '"<script>" is HTML; a text has none'],
    ['5 < 6 people', 'a bare < begins a tag'],
    ['{eighteen}', 'curly brackets have a meaning of their own here'],
    ['![a boat](/boat.jpg)', 'a picture stands here; texts have none'],
    ['<Figure id=“debt-returnees-percent” />', 'cannot be read; expected straight quotes on one line'],
    ['[how](/en/pages/how-figures/)', '"/en/pages/how-figures/" names a language'],
    ['[how](/pages/how-figure/)', '"/pages/how-figure/" leads to no page of ours'],
    ['[how](how-figures)', '"how-figures" is no address'],
    ['[it](www.iom.int)', '"www.iom.int" is no address'],
    ['<Links kind="roads" />', '"roads" is no list; expected one of routes, stories'],
  ])('%s', (text, what) => {
    put(text);
    expect(found().filter(({ file }) => file === 'en/pages/privacy.mdx')[0]?.what).toContain(what);
  });

  it('that a part is not closed', () => {
    change('en/routes/sahara.mdx', '</Part>', '');
    expect(found().map(({ what }) => what)).toContain('<Part> is opened 10 times and closed 9 times');
  });

  it('once, and not of every translation again', () => {
    put('<Figure id="no-such" />');
    expect(found()).toHaveLength(1);
    expect(said()).toContain('"no-such" is named here');
  });
});

describe('a mistake in a fact says', () => {
  it.each([
    ['facts/countries/ly.yaml', /sources: \[[\w-]+/, 'sources: [nowhere', '"nowhere" is named here'],
    ['facts/services/ng-transit-lagos.yaml', 'place: lagos', 'place: lagos\n  address: 1 Street', 'no address'],
    [
      'facts/services/ng-transit-lagos.yaml',
      'place: lagos',
      'place: lagos\ntransportation:\n  en: Bus 4',
      'no way there',
    ],
    ['facts/services/cm-1503.yaml', 'phones:', 'audience:\n  - men\nphones:', 'expected one of women, children'],
    ['facts/figures/deaths-sahara.yaml', 'bound: at-least', 'bound: exactly', 'a count of deaths is a minimum'],
    [
      'facts/figures/debt-returnees-percent.yaml',
      /value: \d+/,
      'value: 4,000',
      'a number without commas, such as 4000',
    ],
    [
      'facts/routes/sahara.yaml',
      /charts: \[\S+\]/,
      'charts: [debt-returnees-percent]',
      'has one value; bars need a series',
    ],
    ['facts/services/cm-1503.yaml', 'last_checked: 2026-11-21', 'last_checked: 2062-11-21', 'which is still to come'],
    [
      'facts/services/cm-1503.yaml',
      'last_checked: 2026-11-21',
      'last_checked: 2026-02-30',
      'a day that the calendar has',
    ],
    ['facts/services/cm-1503.yaml', 'number: "1503"', 'number: 1503', 'a text (a number or a date in quotes)'],
    ['fr/stories/helene.mdx', 'of: en', 'of: english', 'expected one of en, fr, ar'],
    ['fr/stories/helene.mdx', 'revision: 1', 'revision: 99', 'found 99; the original is at 1'],
  ])('%s: %s', (file, from, to, what) => {
    change(file, from, to);
    expect(only(file).what).toContain(what);
  });
});

describe('the components', () => {
  it('that the check knows are those that texts are given', () => {
    const given = /export const components = \{\s*a: ProseLink,\s([^}]*)\}/.exec(
      readFileSync('src/components/prose.ts', 'utf8'),
    )?.[1];
    expect(
      given
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean)
        .sort(),
    ).toEqual([...componentNames].sort());
  });
});

describe('the build', () => {
  it('begins with the check, which ends it with an error code', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(scripts.build).toMatch(/^node src\/desk\/main\.ts check && /);
    change('facts/services/cm-1503.yaml', 'cost: free', 'cost: cheap');
    let output = '';
    try {
      execFileSync('node', ['src/desk/main.ts', 'check', '--content', folder], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      const { status, stderr, stdout } = error as { status: number; stderr: string; stdout: string };
      output = `${status}\n${stderr}${stdout}`;
    }
    expect(output).toMatch(
      /^1\ncontent\/facts\/services\/cm-1503\.yaml:\d+ {2}cost\n\s+found "cheap"; expected one of free, not-stated\n\s+→ free only where the source says so\.\n\n1 to mend\.\n$/,
    );
  });
});
