/** Interface strings: complete, with the same placeholders, and really translated. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales, published } from '../../src/i18n/locales.ts';
import { filesBelow } from '../../src/publish/files.ts';

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, path = ''): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === 'string' ? { [path + key]: value } : flat(value, `${path}${key}.`),
    ),
  );
const read = (key: string) => flat(JSON.parse(readFileSync(`locales/${key}.json`, 'utf8')));
const english = read('en');
const plural = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(plural, '');
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
/** Names and signs that are the same in several languages. */
const same = new Set([
  'pass.whatsapp',
  'help.whatsapp',
  'help.email',
  'help.needNames.danger',
  'data.table',
  'packs.sources',
  'country.blocs.CEMAC',
  'country.blocs.IGAD',
  'country.blocs.COMESA',
  'country.blocs.CPLP',
  'country.emergencies.police',
  'country.emergencies.ambulance',
  'hard.topics.violence',
  'hard.topics.suicide',
  'pathway.kinds.protection',
  'pathway.kinds.visas',
  'pathway.count_one',
  'pathway.count_many',
  'pathway.count_other',
  'helper.questions',
  'sources.count_one',
  'sources.count_many',
  'sources.count_other',
  'media.minutes',
  'media.pause',
  'keep.pause',
  'story.livelihoods.transport',
  'room.question',
  'room.clock.pause',
  'room.count.date',
  'room.make.minutes',
  'session.minutes_one',
  'session.minutes_many',
  'session.minutes_other',
  'session.pause',
  'session.show.question',
  'session.source',
]);

describe.each(published.filter((key) => key !== 'en'))('interface strings in %s', (key) => {
  const theirs = read(key);
  const categories = new Intl.PluralRules(locales[key].format).resolvedOptions().pluralCategories;

  it('are all there, with every plural form of the language, and none too many', () => {
    const expected = [
      ...new Set(
        Object.keys(english).flatMap((name) =>
          plural.test(name) ? categories.map((form) => `${stem(name)}_${form}`) : [name],
        ),
      ),
    ];
    expect(Object.keys(theirs).sort()).toEqual(expected.sort());
  });

  it('keep their placeholders', () => {
    for (const [name, text] of Object.entries(theirs)) {
      const original = english[name] ?? english[`${stem(name)}_other`] ?? '';
      const optional = /_(zero|one|two)$/.test(name) ? ['count', 'n'] : [];
      const [found, wanted] = [placeholders(text), placeholders(original)].map((all) =>
        all.filter((one) => !optional.includes(one ?? '')),
      );
      expect(`${name}: ${found}`).toBe(`${name}: ${wanted}`);
    }
  });

  it('keep the same numbers', () => {
    const numbers = (text: string) => [...text.matchAll(/\d+/g)].map(String).sort().join();
    for (const [name, text] of Object.entries(theirs))
      if (!plural.test(name)) expect(`${name} ${numbers(text)}`).toBe(`${name} ${numbers(english[name] ?? '')}`);
  });

  it('are not English', () => {
    const copied = Object.entries(theirs).filter(
      ([name, text]) => english[name] === text && !same.has(name) && /[a-z]{3}/i.test(text),
    );
    expect(copied.map(([name]) => name)).toEqual([]);
  });

  it('do not exchange the labels of telephone, message and e-mail', () => {
    const labels = ['help.call', 'help.text', 'help.whatsapp', 'help.email', 'help.website'].map(
      (name) => theirs[name],
    );
    expect(new Set(labels).size).toBe(labels.length);
    expect(theirs['help.email']).toMatch(/mail|courriel|بريد/i);
  });

  it('are in their own script', () => {
    if (key !== 'ar') return;
    for (const [name, text] of Object.entries(theirs)) {
      const bare = text.replace(
        /\{\{\w+\}\}|CC BY|WhatsApp|SMS|UNHCR|IOM|AES|CPLP|JavaScript|HSDS|CSV|GeoJSON|PDF|vCard|USB|Kiwix|ZIM|zip|Download|README\.txt|SHA/g,
        '',
      );
      expect(`${name} ${/[a-z]{3}/i.test(bare)}`).toBe(`${name} false`);
    }
  });
});

describe('interface strings', () => {
  const code = filesBelow('src', '.ts', '.tsx', '.astro')
    .map((file) => readFileSync(`src/${file}`, 'utf8'))
    .join('\n');
  const literal = new Set([...code.matchAll(/['`]([a-z][\w-]*(?:\.[\w-]+)+)['`]/gi)].map(([, key]) => key));
  const patterns = [...code.matchAll(/`([a-z][\w.-]*\.\$\{[^`]*)`/gi)].map(
    ([, text = '']) => new RegExp(`^${text.replace(/\$\{[^}]*\}/g, '[\\w-]+').replaceAll('.', '\\.')}$`),
  );

  it('are all used', () => {
    const unused = Object.keys(english)
      .map(stem)
      .filter((key) => !literal.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect([...new Set(unused)]).toEqual([]);
  });
});
