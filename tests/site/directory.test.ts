/** What goes out of the directory: open data in the field's standard, contact files, numbers, and nothing that shelters must keep. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { Package } from 'datapackage';
import Card from 'vcf';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { isShelter } from '../../src/domain/service.ts';
import { published } from '../../src/i18n/locales.ts';
import { weightOf } from '../../src/publish/compress.ts';
import { filesBelow } from '../../src/publish/files.ts';
import type { Service } from '../../src/schemas/facts.ts';
import { shared } from '../shared.ts';
import { pagesOf } from './site.ts';

const standard = shared('standards/hsds-3.0.1');
const csv = shared('facts/services.csv');
const read = (file: string) => JSON.parse(readFileSync(join('dist', file), 'utf8'));
const rowsOf = (file: string): Record<string, string>[] =>
  parseCsv(readFileSync(file), { columns: true, bom: true, trim: true, relax_column_count: true });
const services = new Map(
  filesBelow('content/facts/services', '.yaml').map((file) => [
    file.replace('.yaml', ''),
    parseYaml(readFileSync(join('content/facts/services', file), 'utf8')) as Service,
  ]),
);
const listed = [...services].filter(
  ([, { publication }]) => publication === 'publish' || publication === 'verify-first',
);
const countries = filesBelow('content/facts/countries', '.yaml').map((file) => file.replace('.yaml', ''));

describe('the directory', () => {
  it('has 200 points or more, in all 26 countries but Eritrea, each with a source and a date', () => {
    expect(listed.length).toBeGreaterThanOrEqual(200);
    expect(countries).toHaveLength(26);
    const without = countries.filter((code) => !listed.some(([, { country }]) => country.toLowerCase() === code));
    expect(without).toEqual(['er']);
    for (const key of published) {
      for (const [id] of listed) {
        const html = readFileSync(`dist/${key}/help/${id}/index.html`, 'utf8');
        expect(`${key} ${id} ${/<li id="s-/.test(html)} ${/class="meta"/.test(html)}`).toBe(`${key} ${id} true true`);
      }
      for (const code of countries)
        expect(
          existsSync(`dist/${key}/help/in/${code}/index.html`) && existsSync(`dist/${key}/help/now/${code}/index.html`),
        ).toBe(true);
    }
  });

  it('has no page for what is only named, and a note without its words for what was withdrawn', () => {
    for (const [id, service] of services) {
      const page = `dist/en/help/${id}/index.html`;
      if (service.publication === 'reference-only') expect(`${id} ${existsSync(page)}`).toBe(`${id} false`);
      if (service.publication !== 'withheld') continue;
      const html = readFileSync(page, 'utf8');
      expect(html).toContain('noindex');
      const told = [
        service.imported?.service_name ?? id,
        ...service.phones.map(({ number }) => `tel:${number}`),
        service.email ?? id,
      ];
      // The id itself stands in the address.
      for (const word of told.filter((one) => one !== id)) expect(`${id} ${html.includes(word)}`).toBe(`${id} false`);
    }
  });
});

describe('numbers', () => {
  const pages = pagesOf('dist');
  const dialled = new Set(
    pages.flatMap(({ root }) =>
      root
        .querySelectorAll('a[href^="tel:"], a[href^="https://wa.me/"]')
        .map((link) => link.getAttribute('href') ?? ''),
    ),
  );
  dialled.forEach((href) => {
    if (href.startsWith('https://wa.me/?')) dialled.delete(href);
  });

  it.skipIf(csv.missing)(`every number a page dials is one that the CSV holds, as it holds it ${csv.needed}`, () => {
    const rows = rowsOf(csv.path);
    const held = new Set(
      rows.flatMap((row) =>
        ['phones', 'short_codes', 'tollfree_national', 'whatsapp'].flatMap((column) =>
          (row[column] ?? '').split(';').map((one) => one.trim()),
        ),
      ),
    );
    expect(dialled.size).toBeGreaterThan(80);
    const unknown = [...dialled].filter((href) => {
      const number = href.replace('tel:', '').replace('https://wa.me/', '+');
      return !held.has(number);
    });
    expect(unknown).toEqual([]);
  });

  it('every number that any page dials or writes to stands in the file of a published point', () => {
    const held = new Set(listed.flatMap(([, { phones }]) => phones.map(({ number }) => number)));
    const written = pages.flatMap(({ root }) =>
      root.querySelectorAll('a[href^="sms:"]').map((link) => link.getAttribute('href')?.split('?')[0] ?? ''),
    );
    const used = new Set([...dialled, ...written].map((href) => href.replace(/^(tel:|sms:|https:\/\/wa\.me\/)/, '')));
    // A message that is passed on has no number yet.
    used.delete('');
    expect(used.size).toBeGreaterThan(80);
    expect([...used].filter((number) => !held.has(number) && !held.has(`+${number}`))).toEqual([]);
  });

  it('every number of a published point is dialled on its page, and no other', () => {
    for (const [id, service] of listed) {
      const page = pages.find(({ file }) => file === `en/help/${id}/index.html`);
      const hrefs = page?.root.querySelectorAll('.phone a').map((link) => link.getAttribute('href'));
      const wanted = service.phones.map(({ number, type }) =>
        type === 'whatsapp'
          ? `https://wa.me/${number.replace('+', '')}`
          : `${type === 'text' ? 'sms' : 'tel'}:${number}`,
      );
      expect(`${id} ${hrefs}`).toBe(`${id} ${wanted}`);
    }
  });

  it('a prepared text message holds at most 160 letters and the number', () => {
    for (const { file, root } of pages.filter(({ file }) => /^\w\w\/help\/[\w-]+\/index\.html$/.test(file))) {
      const body = root.querySelector('#keep ~ .pass a[href^="sms:"]')?.getAttribute('href')?.split('body=')[1];
      if (!body) continue;
      const text = decodeURIComponent(body);
      expect(`${file} ${text.length <= 160}`).toBe(`${file} true`);
      const first = services.get(file.split('/')[2] ?? '')?.phones[0]?.number;
      if (first) expect(`${file} ${text.includes(first)}`).toBe(`${file} true`);
    }
  });
});

describe('shelters', () => {
  const hidden = [...services].filter(([, service]) => isShelter(service));

  it.skipIf(csv.missing)(
    `no street, quarter or building that the CSV gives for one is in any file ${csv.needed}`,
    () => {
      const rows = rowsOf(csv.path);
      const streets = rows.flatMap(({ id, address = '', city = '', organization = '' }) => {
        const [, service] =
          [...services].find(
            ([name, one]) => (one.imported as { id?: string } | undefined)?.id === id || name === id,
          ) ?? [];
        if (!service || !isShelter(service) || address === '') return [];
        return address
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part.length > 4 && part !== city && !organization.includes(part) && !/State$/.test(part));
      });
      expect(streets.length).toBeGreaterThan(5);
      const files = filesBelow('dist', '.html', '.json', '.csv', '.geojson', '.vcf', '.xml');
      expect(files.length).toBeGreaterThan(2000);
      const told = files.flatMap((file) => {
        const text = readFileSync(join('dist', file), 'utf8');
        return streets.filter((street) => text.includes(street)).map((street) => `${file}: ${street}`);
      });
      expect(told).toEqual([]);
    },
  );

  it('what a renamed one was called where it came from, its quarter perhaps, is in no file', () => {
    const renamed = hidden.flatMap(([, { imported }]) => (imported?.id ? [imported.id, imported.service_name] : []));
    expect(renamed.length).toBeGreaterThan(5);
    const told = filesBelow('dist', '.html', '.json', '.csv', '.geojson', '.vcf', '.xml').flatMap((file) => {
      const text = readFileSync(join('dist', file), 'utf8');
      return renamed.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
    });
    expect(told).toEqual([]);
  });

  it('none is on the map, in the towns that are measured, or has a position or a street in the data', () => {
    expect(hidden.length).toBeGreaterThan(20);
    const features: { id: string }[] = read('data/help-points.geojson').features;
    expect(features.filter(({ id }) => hidden.some(([name]) => name === id))).toEqual([]);
    expect(features.length).toBeGreaterThan(80);
    const measured = read('en/help/points/places.json');
    for (const place of Object.keys(measured))
      expect(listed.some(([, service]) => service.location.place === place && !isShelter(service))).toBe(true);
    for (const name of filesBelow('dist/data/hsds/services', '.json')) {
      const { url, service_at_locations: places } = read(`data/hsds/services/${name}`);
      const id = String(url).split('/').at(-2) ?? '';
      if (!hidden.some(([other]) => other === id)) continue;
      for (const { location } of places) {
        expect(`${id} ${location.latitude} ${location.transportation}`).toBe(`${id} undefined undefined`);
        for (const address of location.addresses ?? []) expect(`${id} ${address.address_1}`).toBe(`${id} `);
      }
    }
  });
});

describe('HSDS 3.0.1, what it requires', () => {
  const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
  const states = ['active', 'inactive', 'defunct', 'temporarily closed'];

  it.each(['services', 'organizations', 'service_at_locations'])(
    'every file of %s has an identifier of its own, and what must be told',
    (list) => {
      const files = filesBelow(`dist/data/hsds/${list}`, '.json').filter((file) => !file.startsWith('page-'));
      expect(files.length).toBeGreaterThan(50);
      const ids = files.map((file) => {
        const { id, name, description, status, service, location } = read(`data/hsds/${list}/${file}`);
        const told = {
          services: name && states.includes(status),
          organizations: name && description,
          service_at_locations: uuid.test(service?.id) && uuid.test(location?.id),
        }[list];
        expect(`${file} ${uuid.test(id)} ${Boolean(told)}`).toBe(`${id}.json true true`);
        return id;
      });
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});

describe.skipIf(standard.missing)(`HSDS 3.0.1, by its own schemas ${standard.needed}`, () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schema = (name: string) => ajv.compile(JSON.parse(readFileSync(join(standard.path, `${name}.json`), 'utf8')));
  const kinds = {
    services: 'service',
    organizations: 'organization',
    service_at_locations: 'service_at_location',
  } as const;

  it.each(Object.entries(kinds))('every file of %s is valid, whole and in its lists', (list, name) => {
    const [whole, short] = [schema(name), schema(`${name}_list`)];
    const files = filesBelow(`dist/data/hsds/${list}`, '.json');
    const entities = files.filter((file) => !file.startsWith('page-'));
    for (const file of entities) {
      const entity = read(`data/hsds/${list}/${file}`);
      expect(`${file} ${whole(entity)} ${ajv.errorsText(whole.errors)}`).toBe(`${file} true No errors`);
      expect(entity.data_license).toMatch(/creativecommons/);
      expect(`${entity.id}.json`).toBe(file);
    }
    const pages = [
      `${list}.json`,
      ...files.filter((file) => file.startsWith('page-')).map((file) => `${list}/${file}`),
    ].map((file) => read(`data/hsds/${file}`));
    const ids = pages
      .flatMap((page) => page.contents)
      .map((one: { id: string }) => {
        expect(`${one.id} ${short(one)} ${ajv.errorsText(short.errors)}`).toBe(`${one.id} true No errors`);
        return `${one.id}.json`;
      });
    expect(ids.sort()).toEqual(entities.sort());
    for (const page of pages) {
      expect(page.total_items).toBe(entities.length);
      expect(page.total_pages).toBe(pages.length);
      expect(page.size).toBe(page.contents.length);
      expect(page.data_date).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    if (list === 'services') expect(entities).toHaveLength(listed.length);
  });

  it('the tables hold what the standard asks of each, and nothing it does not know', () => {
    const { properties } = JSON.parse(readFileSync(join(standard.path, 'tabular.json'), 'utf8')) as {
      properties: Record<
        string,
        { items: { path: string; properties: object; required: string[]; tabular_required?: string[] } }
      >;
    };
    const description = read('data/hsds/tabular/datapackage.json');
    expect(description.resources.length).toBeGreaterThanOrEqual(12);
    for (const { path } of description.resources) {
      const table = Object.values(properties).find(({ items }) => items.path === path)?.items;
      if (!table) throw new Error(`${path} is no table of the standard`);
      const rows: Record<string, string>[] = parseCsv(readFileSync(`dist/data/hsds/tabular/${path}`), {
        columns: true,
      });
      expect(rows.length).toBeGreaterThan(0);
      const columns = Object.keys(rows[0] ?? {});
      expect(columns.filter((column) => !(column in table.properties))).toEqual([]);
      const empty = ['address_1', 'state_province', 'postal_code'];
      for (const column of [...table.required, ...(table.tabular_required ?? [])])
        expect(`${path} ${column} ${rows.every((row) => (empty.includes(column) ? column in row : row[column]))}`).toBe(
          `${path} ${column} true`,
        );
    }
  });
});

describe('the data package', () => {
  it('opens with a data-package library, row by row, with every reference kept', async () => {
    const opened = await Package.load('dist/data/hsds/tabular/datapackage.json', {
      basePath: 'dist/data/hsds/tabular',
    });
    expect(opened.errors).toEqual([]);
    expect(opened.valid).toBe(true);
    for (const resource of opened.resources) {
      const rows = await resource.read({ keyed: true, relations: true });
      expect(`${resource.name} ${rows.length > 0}`).toBe(`${resource.name} true`);
    }
    const services = await opened.getResource('services').read({ keyed: true });
    expect(services).toHaveLength(listed.length);
    expect(opened.descriptor.licenses[0]?.name).toBe('CC-BY-4.0');
  }, 60_000);
});

describe('contact files', () => {
  it('are read by another library, name and numbers as they are', () => {
    for (const key of published) {
      for (const [id, service] of listed) {
        const text = readFileSync(`dist/${key}/help/${id}/contact.vcf`, 'utf8');
        const card = new Card().parse(text);
        const name = key === 'en' ? service.name?.en : key === 'fr' ? service.name?.fr : service.name?.ar;
        expect(`${id} ${String(card.get('fn').valueOf()).replaceAll('\\,', ',')}`).toBe(`${id} ${name}`);
        const numbers = [card.get('tel') ?? []].flat().map((tel: { valueOf(): string }) => tel.valueOf());
        expect(`${id} ${numbers}`).toBe(`${id} ${service.phones.map(({ number }) => number)}`);
      }
    }
  });

  it('of a country hold all its contacts that can be called or written to', () => {
    for (const code of countries) {
      const reachable = listed.filter(([, s]) => s.country.toLowerCase() === code && (s.phones.length > 0 || s.email));
      const text = readFileSync(`dist/fr/help/in/${code}/contacts.vcf`, 'utf8');
      const cards = text.trim() ? Card.parse(text.trim()) : [];
      expect(`${code} ${cards.length}`).toBe(`${code} ${reachable.length}`);
    }
  });
});

describe('the finder', () => {
  it('its script and all its data weigh at most 60,000 bytes in brotli', () => {
    for (const key of published) {
      const page = readFileSync(`dist/${key}/help/index.html`, 'utf8');
      const scripts = [...page.matchAll(/src="\/(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file);
      expect(scripts.length).toBeGreaterThan(0);
      const imported = scripts.flatMap((file) =>
        [...readFileSync(join('dist', file), 'utf8').matchAll(/from"\.\/([^"]+\.js)"/g)].map(
          ([, name]) => `assets/${name}`,
        ),
      );
      const code = [...new Set([...scripts, ...imported])].reduce((sum, file) => sum + weightOf('dist', file), 0);
      const data = filesBelow(`dist/${key}/help/points`, '.json').reduce(
        (sum, file) => sum + weightOf(`dist/${key}/help/points`, file),
        0,
      );
      console.log(`finder in ${key}: script ${code} bytes, data ${data} bytes in brotli`);
      expect(code).toBeLessThanOrEqual(30_000);
      expect(code + data).toBeLessThanOrEqual(60_000);
    }
  });

  it('the page for somebody in danger is the lightest that has a text', () => {
    for (const key of published) {
      const now = weightOf('dist', `${key}/help/now/index.html`);
      const lighter = filesBelow(`dist/${key}`, '.html').filter(
        (file) =>
          !/^(help\/now|calendar|sessions\/make\/show)\//.test(file) &&
          // Notes at the address of what is gone, and the page without a network, are not for reading.
          !readFileSync(join('dist', key, file), 'utf8').includes('name="robots"') &&
          weightOf('dist', `${key}/${file}`) <= now,
      );
      expect(`${key} ${lighter}`).toBe(`${key} `);
    }
  });
});
