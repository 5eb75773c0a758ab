import { describe, expect, it } from 'vitest';
import { byUsefulness, type Facts, fact, isLine, publishedServices } from '../../src/domain/facts.ts';
import { printed, sourcesOfFigure } from '../../src/domain/figure.ts';
import { buildDay, daysBetween, isDue } from '../../src/domain/freshness.ts';
import { openingHours } from '../../src/domain/hours.ts';
import { mentions } from '../../src/domain/mentions.ts';
import { telephone } from '../../src/domain/telephone.ts';
import { figure, phone, service, source } from '../../src/schemas/facts.ts';

describe('figures', () => {
  const about = { en: 'people' };
  const single = figure.parse({ value: 26328, unit: 'people', bound: 'at-least', period: '2025', source: 's', about });
  const series = figure.parse({
    series: { 2024: 1810, 2026: 820 },
    partial: { 2026: '2026-05-03' },
    unit: 'deaths',
    bound: 'at-least',
    period: '2024/2026',
    source: 's',
    about,
  });

  it('print a value with its period', () => {
    expect(printed(single, 'x', undefined, 'en')).toEqual({ text: '26,328', period: '2025', source: 's' });
  });
  it('print one year of a series, and say when the year is not complete', () => {
    expect(printed(series, 'x', '2024', 'en')).toEqual({ text: '1,810', period: '2024', source: 's' });
    expect(printed(series, 'x', '2026', 'en').period).toBe('2026-01-01/2026-05-03');
  });
  it('add up a span of years, and say when its last year is not complete', () => {
    const years = figure.parse({
      ...series,
      series: { 2023: 100, 2024: 20, 2025: 3, 2026: 4 },
      published: { 2025: { value: 50, source: 'other' } },
    });
    expect(printed(years, 'x', '2023/2025', 'en')).toEqual({ text: '170', period: '2023/2025', source: 's' });
    expect(printed(years, 'x', '2023/2026', 'en').period).toBe('2023-01-01/2026-05-03');
    expect(() => printed(years, 'x', '2020/2024', 'en')).toThrow(/2023, 2024/);
    expect(() => printed(years, 'x', '2025/2023', 'en')).toThrow(/span/);
  });
  it('show a total published for a year instead of what the data hold, with its own source', () => {
    const other = figure.parse({ ...series, published: { 2026: { value: 922, source: 'other' } } });
    expect(printed(other, 'x', '2026', 'en')).toEqual({ text: '922', period: '2026', source: 'other' });
    expect(sourcesOfFigure(other)).toEqual(['s', 'other']);
  });
  it('print the same amount in another currency where the source gives it', () => {
    const paid = figure.parse({ ...single, value: 300000, unit: 'XOF', also: { value: 450, unit: 'EUR' } });
    expect(printed(paid, 'x', undefined, 'en').text.replaceAll('\u00a0', ' ')).toBe('XOF 300,000 (EUR 450)');
  });
  it('refuse a series without its year, a year that is not there, and a year for a single value', () => {
    expect(() => printed(series, 'deaths-x', undefined, 'en')).toThrow(/"deaths-x" is a series/);
    expect(() => printed(series, 'deaths-x', '1999', 'en')).toThrow(/2024, 2026/);
    expect(() => printed(single, 'x', '2025', 'en')).toThrow(/one value/);
  });
  it('need a period, a source and either a value or a series', () => {
    expect(figure.safeParse({ value: 1, unit: 'people', source: 's', about }).success).toBe(false);
    expect(figure.safeParse({ value: 1, unit: 'people', period: '2025', about }).success).toBe(false);
    expect(
      figure.safeParse({ value: 1, series: { 2025: 1 }, unit: 'people', period: '2025', source: 's', about }).success,
    ).toBe(false);
  });
});

describe('freshness', () => {
  it('counts days over months and leap years', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1);
  });
  it('is due after the day of review, not on it', () => {
    expect(isDue('2026-11-21', '2026-11-21')).toBe(false);
    expect(isDue('2026-11-21', '2026-11-22')).toBe(true);
  });
});

describe('help points', () => {
  const point = {
    organization: 'o',
    kind: 'shelter',
    needs: ['shelter'],
    country: 'NE',
    service_area: ['NE'],
    cost: 'not-stated',
    publication: 'publish',
    confidence: 'high',
    last_checked: '2026-11-21',
    source: 's',
  };
  it('a shelter never has an address', () => {
    expect(service.safeParse({ ...point, location: { place: 'zinder' } }).success).toBe(true);
    expect(service.safeParse({ ...point, location: { place: 'zinder', address: 'Rue 12' } }).success).toBe(false);
  });
  it('what is withheld needs a reason, and is not among the published', () => {
    expect(service.safeParse({ ...point, publication: 'withheld' }).success).toBe(false);
    const withheld = service.parse({ ...point, publication: 'withheld', withheld_reason: 'too old' });
    const facts = {
      services: new Map([
        ['a', withheld],
        ['b', service.parse(point)],
      ]),
    } as unknown as Facts;
    expect(publishedServices(facts).map(([id]) => id)).toEqual(['b']);
    expect(() => fact(facts, 'services', 'nope')).toThrow('content/facts/services/nope.yaml does not exist');
  });
});

describe('the order of help points', () => {
  const base = {
    organization: 'o',
    needs: ['danger'],
    country: 'NE',
    service_area: ['NE'],
    cost: 'free',
    confidence: 'high',
    last_checked: '2026-11-21',
    source: 's',
  };
  const line = service.parse({
    ...base,
    kind: 'hotline',
    publication: 'publish',
    phones: [{ number: '1503', reach: 'short-code' }],
  });
  const place = service.parse({ ...base, kind: 'legal-aid', publication: 'publish', location: { place: 'agadez' } });
  const unsure = service.parse({
    ...base,
    kind: 'hotline',
    publication: 'verify-first',
    phones: [{ number: '1404', reach: 'short-code' }],
  });
  const closed = service.parse({
    ...base,
    kind: 'hotline',
    publication: 'publish',
    status: 'temporarily closed',
    phones: [{ number: '1500', reach: 'short-code' }],
  });

  it('has lines before places, confirmed before not, and what is closed last', () => {
    const all: [string, typeof line][] = [
      ['closed', closed],
      ['place', place],
      ['unsure', unsure],
      ['line', line],
    ];
    expect(all.sort(byUsefulness('2026-11-21')).map(([id]) => id)).toEqual(['line', 'unsure', 'place', 'closed']);
  });
  it('knows a line from a place', () => {
    expect([isLine(line), isLine(place)]).toEqual([true, false]);
  });
});

describe('the build day', () => {
  it('is the setting in seconds, else the clock', () => {
    expect(buildDay('1825027200', 0)).toBe('2027-11-01');
    expect(buildDay(undefined, Date.UTC(2026, 10, 21, 23))).toBe('2026-11-21');
  });
});

describe('telephone numbers', () => {
  it('short codes and national free numbers are dialled as printed', () => {
    expect(telephone(phone.parse({ number: '1503', reach: 'short-code' }))).toEqual({
      shown: '1503',
      href: 'tel:1503',
      reach: 'short-code',
    });
    expect(telephone(phone.parse({ number: '80104748', reach: 'national-free' })).href).toBe('tel:80104748');
  });
  it('a free number printed with a country code is not promised to ring from abroad', () =>
    expect(telephone(phone.parse({ number: '+21680101566', reach: 'international' })).reach).toBe('toll-free'));
  it('international numbers are spaced for reading and dialled with their country', () => {
    expect(telephone(phone.parse({ number: '+33486517161', reach: 'international' }))).toEqual({
      shown: '+33 4 86 51 71 61',
      href: 'tel:+33486517161',
      reach: 'international',
    });
  });
});

describe('opening hours', () => {
  it('are put into words in the reader’s language', () => {
    expect(openingHours('24/7', 'en', 'Day and night')).toEqual(['Day and night']);
    expect(openingHours('Mo-Fr 08:00-13:00,14:00-17:45', 'en', '')).toEqual(['Mon-Fri 08:00–13:00, 14:00–17:45']);
    expect(openingHours('Su-Th 08:30-16:30', 'ar', '')[0]).toContain('الأحد');
    expect(openingHours('Mo-Th 08:30-17:00; Fr 08:30-14:00', 'fr', '')).toHaveLength(2);
  });
});

describe('what a text names', () => {
  it('is found with its attributes and its line', () => {
    const found = mentions(
      'One\n\n<Part name="costs">\n\nAbout <Figure id="a" year="2024" plain /> and\n<Help id="b" />\n',
    );
    expect(found.map(({ component, attributes, line }) => [component, attributes.id ?? attributes.name, line])).toEqual(
      [
        ['Part', 'costs', 3],
        ['Figure', 'a', 5],
        ['Help', 'b', 6],
      ],
    );
  });
});

describe('sources', () => {
  it('need an address, or words on where they were read', () => {
    const base = { title: 'A page', publisher: 'IOM', date: 'undated', standing: 'primary', checked: '2026-11-21' };
    expect(source.safeParse({ ...base, url: 'https://www.iom.int' }).success).toBe(true);
    expect(source.safeParse({ ...base, where: 'a printed leaflet' }).success).toBe(true);
    expect(source.safeParse(base).success).toBe(false);
    expect(source.safeParse({ ...base, url: 'javascript:alert(1)' }).success).toBe(false);
  });
});
