/** Numbers without a source, names on maps, and the open data of routes. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { bareNumbers } from '../../src/domain/bare-numbers.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { createReader } from '../../src/domain/reader.ts';
import { placesOf, wholeBranch } from '../../src/domain/route.ts';
import { routesCsv, routesGeoJson, routesJson } from '../../src/exports/routes.ts';
import { overlap, placeLabels } from '../../src/maps/labels.ts';
import { sheetAround } from '../../src/maps/land.ts';
import { textWidth } from '../../src/maps/text-width.ts';
import { figure, place, route, source } from '../../src/schemas/facts.ts';

describe('a number without a source', () => {
  const found = (text: string) => bareNumbers(text, ['1404']).map(({ number }) => number);
  it.each([
    'About 44 people died.',
    'Le prix est de 300 000 francs.',
    'يدفعون 900 دولار.',
    '<Say they="It takes 7 hours.">',
    'It cost 1,500.50 dollars.',
    'In 2024 it was 35 %.',
  ])('is found: %s', (text) => expect(found(text)).toHaveLength(1));
  it.each([
    'From 2014 to 2025, and 2023–2024.',
    'On 3 May 2026; le 1er juin 2026; في 3 مايو 2026.',
    'Law 19 of 2010, loi n° 2015-36, article 175, المادة 23, القانون 19.',
    'Children under 18; aged 14; 17 years old; moins de 18 ans; دون 18 سنة.',
    'Call 1404.',
    '1. First',
    '<Figure id="deaths-2024" year="2014/2025" plain /> people, see [here](/routes/x-19/)',
  ])('is none: %s', (text) => expect(found(text)).toEqual([]));
  it('is named with its line', () => expect(bareNumbers('One.\n\nTwo: 22.', [])).toEqual([{ line: 3, number: '22' }]));
});

describe('names on a map', () => {
  const sheet = { width: 360, height: 300 };
  it('lie neither on one another nor on a point, and stay on the sheet', () => {
    const crowded = Array.from({ length: 8 }, (_, index) => ({
      text: `Stop number ${index}`,
      at: [120 + (index % 3) * 40, 60 + index * 22] as const,
    }));
    const placed = placeLabels(crowded, sheet, 14, 6);
    expect(placed.map(({ text }) => text)).toEqual(crowded.map(({ text }) => text));
    for (const [index, one] of placed.entries()) {
      expect(one.box.x).toBeGreaterThanOrEqual(0);
      expect(one.box.x + one.box.width).toBeLessThanOrEqual(sheet.width);
      for (const [other, { box, at }] of placed.entries()) {
        if (other !== index) expect(overlap(one.box, box), `${one.text} on ${crowded[other]?.text}`).toBe(false);
        const dot = { x: at[0] - 6, y: at[1] - 6, width: 12, height: 12 };
        expect(overlap(one.box, dot), `${one.text} on a point`).toBe(false);
      }
    }
  });
  it('that find no room stop the build, by name', () => {
    const same = Array.from({ length: 40 }, (_, index) => ({ text: `A long name ${index}`, at: [180, 150] as const }));
    expect(() => placeLabels(same, sheet, 14, 6)).toThrow(/no room for the name "A long name \d+"/);
  });
});

describe('the width that a name is given', () => {
  // Measured in Chromium with 100 px of bold DejaVu Sans, the widest type in common use.
  it.each([
    ['Metema', 455],
    ['Koumpentoum', 822],
    ['Médenine', 551],
    ['6th of October City', 1075],
    ['طبرق', 287],
    ['صفاقس', 413],
    ['سوسة', 320],
    ['مدينة 6 أكتوبر', 699],
  ])('is that of wide type, and not much more: %s', (text, measured) => {
    expect(textWidth(text, 100)).toBeGreaterThanOrEqual(measured);
    expect(textWidth(text, 100)).toBeLessThan(measured * 1.25);
  });
});

describe('the sheet of a map', () => {
  const sheet = sheetAround(
    [
      [8, 17],
      [14.4, 27],
    ],
    360,
  );
  it('holds the places it was made for, north up and east right', () => {
    const [agadez, sabha] = [sheet.at(8, 17), sheet.at(14.4, 27)];
    for (const [x, y] of [agadez, sabha]) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(sheet.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(sheet.height);
    }
    expect(sabha[0]).toBeGreaterThan(agadez[0]);
    expect(sabha[1]).toBeLessThan(agadez[1]);
  });
  it('has borders, in whole numbers and few bytes', () => {
    expect(sheet.borders).toMatch(/^M-?\d+ -?\d+l/);
    expect(sheet.borders).not.toMatch(/\./);
    expect(sheet.borders.length).toBeLessThan(4000);
  });
});

describe('the open data of routes', () => {
  const words = { en: 'Deaths', fr: 'Morts', ar: 'وفيات' };
  const facts = {
    figures: new Map([
      [
        'deaths-x',
        figure.parse({
          series: { 2024: 5, 2025: 7, 2026: 1 },
          partial: { 2026: '2026-05-03' },
          published: { 2025: { value: 9, source: 'b' } },
          unit: 'deaths',
          bound: 'at-least',
          period: '2024/2026',
          source: 'a',
          about: words,
        }),
      ],
    ]),
    sources: new Map(
      ['a', 'b'].map((id) => [
        id,
        source.parse({
          title: `Title, "${id}"`,
          publisher: `Publisher ${id}`,
          date: '2026-05-03',
          url: 'https://example.org/',
          standing: 'primary',
          checked: '2026-11-21',
        }),
      ]),
    ),
    places: new Map(
      [
        ['gao', 16.27, -0.04],
        ['kidal', 18.44, 1.41],
      ].map(([id, latitude, longitude]) => [
        String(id),
        place.parse({ name: { en: id, fr: id, ar: 'غاو' }, country: 'ML', latitude, longitude }),
      ]),
    ),
  } as unknown as Facts;
  const reader = createReader('en', facts, '/', '2026-11-22');
  const one = route.parse({
    order: 1,
    countries: ['ML'],
    branches: [{ id: 'north', name: words, stops: ['kidal'], from: 'gao' }],
    charts: ['deaths-x'],
    compare: { cost: { figures: [{ id: 'deaths-x', year: '2025' }] } },
    help: ['h'],
    pathways: ['p'],
    sources: ['a'],
    checked: '2026-11-21',
  });
  const all = [{ slug: 'x', facts: one, title: { en: 'X' } }];

  it('a branch begins and ends where it says', () => {
    expect(wholeBranch({ from: 'a', stops: ['b'], to: 'c' })).toEqual(['a', 'b', 'c']);
    expect(placesOf(one)).toEqual(['gao', 'kidal']);
  });
  it('as a table: a row a year, the published total with its source, the last day of a partial year', () => {
    const rows = parse(routesCsv(all, reader), { columns: true }) as Record<string, string>[];
    expect(
      rows.map(({ year, value, counted_to, source_publisher }) => [year, value, counted_to, source_publisher]),
    ).toEqual([
      ['2024', '5', '', 'Publisher a'],
      ['2025', '9', '', 'Publisher b'],
      ['2026', '1', '2026-05-03', 'Publisher a'],
    ]);
  });
  it('as JSON: the same rows, and every figure to compare with who said it', () => {
    const data = routesJson(all, reader, (path) => `https://x.org${path}`) as {
      series: unknown[];
      routes: { compare: { cost: { figures: { value: number; source: { publisher: string } }[] } } }[];
    };
    expect(data.series).toHaveLength(3);
    expect(data.routes[0]?.compare.cost.figures[0]).toMatchObject({ value: 9, source: { publisher: 'Publisher b' } });
  });
  it('as GeoJSON: longitude first', () => {
    const data = routesGeoJson(all, reader) as { features: { geometry: { type: string; coordinates: unknown } }[] };
    expect(data.features[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [-0.04, 16.27],
        [1.41, 18.44],
      ],
    });
  });
});
