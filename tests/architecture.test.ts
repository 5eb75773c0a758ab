/** Who may import whom, as a table. A room is a folder of src/. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../src/publish/files.ts';

const everything = [
  'domain',
  'exports',
  'i18n',
  'islands',
  'layouts',
  'library',
  'maps',
  'media',
  'player',
  'components',
  'schemas',
  'styles',
  'offline',
];
const law: Record<string, { rooms: string[]; packages: RegExp }> = {
  schemas: { rooms: ['i18n'], packages: /^astro\/zod$/ },
  i18n: { rooms: ['..'], packages: /^i18next$/ },
  domain: { rooms: ['i18n', 'schemas'], packages: /^(libphonenumber-js\/max|opening_hours)$/ },
  library: { rooms: ['schemas', 'domain', 'i18n', 'media'], packages: /^astro:content$/ },
  exports: { rooms: ['domain', 'i18n', 'schemas'], packages: /^(csv-stringify\/sync|feed|ical\.js|uuid)$/ },
  maps: {
    rooms: ['domain', 'schemas'],
    packages:
      /^(d3-geo|geojson|topojson-client|topojson-simplify|topojson-specification|world-atlas\/countries-50m\.json)$/,
  },
  media: { rooms: ['domain'], packages: /^(node:(crypto|fs)|music-metadata|sharp)$/ },
  islands: { rooms: ['domain', 'i18n'], packages: /^(preact(\/|$)|uqr$)/ },
  player: { rooms: ['domain'], packages: /^$/ },
  components: {
    rooms: ['islands', 'domain', 'i18n', 'maps', 'styles', 'schemas', 'layouts', 'offline'],
    packages: /^(astro\/types|preact|preact-render-to-string|uqr)$/,
  },
  layouts: { rooms: ['components', 'islands', 'domain', 'i18n', 'styles', 'offline'], packages: /^$/ },
  pages: { rooms: everything, packages: /^astro(:content)?$/ },
  offline: { rooms: [], packages: /^$/ },
  styles: { rooms: [], packages: /^$/ },
  publish: {
    rooms: ['schemas', 'domain', 'exports', 'i18n'],
    packages: /^(node:.*|esbuild|fflate|node-html-parser|pagefind|playwright|sirv)$/,
  },
  desk: {
    rooms: ['schemas', 'domain', 'exports', 'i18n', 'media'],
    packages: /^(node:.*|astro\/zod|csv-parse\/sync|libphonenumber-js\/max|opening_hours|yaml)$/,
  },
};
/** The two files in src/ that Astro itself looks for. */
const doors = { 'content.config.ts': ['schemas'], 'middleware.ts': ['domain', 'i18n', 'library'] };

const imports = (code: string) =>
  [
    ...code.matchAll(/^\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm),
  ].map(([, a, b]) => a ?? b ?? '');
const files = filesBelow('src', '.ts', '.tsx', '.astro').filter((file) => file.includes('/'));

describe('the import law', () => {
  it('has a line for every room', () => {
    expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(
      new Set(Object.keys(law).filter((room) => room !== 'styles')),
    );
  });

  it.each(files)('%s imports only what its room may', (file) => {
    const room = file.split('/')[0] ?? '';
    const { rooms = [], packages = /^$/ } = law[room] ?? {};
    const bad = imports(readFileSync(join('src', file), 'utf8')).filter((name) => {
      if (!name.startsWith('.')) return !packages.test(name);
      const target = relative('src', join('src', dirname(file), name)).split('/')[0] ?? '';
      // The only files outside src/ that a room may read are the interface strings.
      return target !== room && !(rooms.includes(target) && (target !== '..' || name.includes('/locales/')));
    });
    expect(bad).toEqual([]);
  });

  it.each(Object.entries(doors))('%s imports only the rooms it hands on', (file, rooms) => {
    const targets = imports(readFileSync(join('src', file), 'utf8')).filter((name) => name.startsWith('.'));
    expect(targets.filter((name) => !rooms.includes(name.split('/')[1] ?? ''))).toEqual([]);
  });

  it('islands take only rules and formats, never facts or schemas', () => {
    const island = files
      .filter((file) => file.startsWith('islands/'))
      .flatMap((file) => imports(readFileSync(join('src', file), 'utf8')));
    expect(island.filter((name) => /schemas|library|node:/.test(name))).toEqual([]);
  });

  it('what runs in the browser calls nothing that Chromium 72 lacks: scripts are lowered, what they call is not', () => {
    const rooms = /^(islands|offline|player)\//;
    const reached = new Set(files.filter((file) => rooms.test(file)));
    for (const file of reached)
      for (const name of imports(readFileSync(join('src', file), 'utf8')))
        if (/^\.\.?\/.*\.tsx?$/.test(name)) reached.add(relative('src', join('src', dirname(file), name)));
    expect(reached.size).toBeGreaterThan(30);
    // A cache and a worker's clients have a `matchAll` of their own.
    const late =
      /(?<!cache|clients)\.matchAll\(|\.replaceAll\(|\.at\(|\.findLast|\.toSorted\(|\.replaceChildren\(|Object\.(fromEntries|hasOwn|groupBy)|Promise\.(allSettled|any)|structuredClone|randomUUID/;
    const bad = [...reached].filter((file) =>
      late.test(readFileSync(join('src', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(bad).toEqual([]);
  });

  it('no drawer: utils, helpers and common are not rooms', () => {
    expect(files.filter((file) => /(^|\/)(utils|helpers|common)\//.test(file))).toEqual([]);
  });

  it('rules do not read the clock or chance', () => {
    const impure = files.filter(
      (file) =>
        file.startsWith('domain/') &&
        /Date\.now|new Date\(\)|Math\.random/.test(readFileSync(join('src', file), 'utf8')),
    );
    expect(impure).toEqual([]);
  });
});

describe('the styles', () => {
  const styles = filesBelow('src/styles', '.css').map(
    (file) => [file, readFileSync(join('src/styles', file), 'utf8')] as const,
  );

  it.each(styles)('%s has logical properties only, but for the one that Chromium 72 lacks', (_file, css) => {
    const physical =
      css.match(
        /^\s*(margin|padding|border)-(left|right)\b.*$|^\s*(left|right|width|height):.*$|text-align: (left|right).*$/gm,
      ) ?? [];
    expect(physical.map((line) => line.trim()).filter((line) => !/^(right|left): (0|auto);$/.test(line))).toEqual([]);
  });

  it('each colour is named once, in tokens.css or hues.css; elsewhere it is only passed on, or black on paper', () => {
    const colours = ['tokens.css', 'hues.css'];
    const named = (css = '') => [...css.matchAll(/^\s*(--[\w-]+): (?!var\()/gm)].map(([, name]) => name);
    const registry = styles.flatMap(([file, css]) => (colours.includes(file) ? named(css.split('@media')[0]) : []));
    expect(registry).toEqual([...new Set(registry)]);
    const others = styles.filter(([file]) => !colours.includes(file));
    expect(others.filter(([, css]) => named(css.split('@media print')[0]).length > 0)).toEqual([]);
  });

  it.each(styles)('%s uses no cascade layer, inset, :is or :where: Chromium 72 would drop them', (_file, css) => {
    expect(css.match(/@layer|inset-inline|inset-block|:is\(|:where\(|aspect-ratio|\b(?:clamp|min|max)\(/g)).toBeNull();
  });
});
