import { quantity } from '../i18n/format.ts';
import type { LocaleKey } from '../i18n/locales.ts';
import type { Figure } from '../schemas/facts.ts';

/** A figure, or some years of a series, ready to print: the number, the time it covers (ISO 8601), and who says so. */
export interface Printed {
  readonly text: string;
  readonly period: string;
  /** File name of the source. */
  readonly source: string;
}

/** What one year of a series is shown as: the published total where there is one. Undefined when the year is not in it. */
export function ofYear({ series, published, partial, source }: Figure, year: string) {
  const value = published?.[year]?.value ?? series?.[year];
  if (value === undefined) return undefined;
  return {
    value,
    source: published?.[year]?.source ?? source,
    /** The last day counted, when the year is not complete. */
    until: published?.[year] ? undefined : partial?.[year],
  };
}

/** The years a mention asks for: `2024`, or `2014/2025` for the sum of a span (an ISO 8601 interval). */
export function yearsAsked(year: string): string[] {
  const [from = year, to = from] = year.split('/');
  return Array.from({ length: Math.max(0, Number(to) - Number(from) + 1) }, (_, index) => String(Number(from) + index));
}

/** The sources a figure rests on: its own, and those of totals published for single years. */
export function sourcesOfFigure({ source, published }: Figure): string[] {
  return [source, ...Object.values(published ?? {}).map((one) => one.source)];
}

/**
 * @param year which year of a series, or which span of years to add up; not for figures with one value
 * @throws when the figure is a series and a year is missing or not in it, or the other way round
 */
export function printed(figure: Figure, id: string, year: string | undefined, locale: LocaleKey): Printed {
  const { source } = figure;
  if (figure.value !== undefined) {
    if (year) throw new Error(`Figure "${id}" has one value: leave out year="${year}"`);
    const also = figure.also && ` (${quantity(figure.also.value, figure.also.unit, locale)})`;
    return { text: quantity(figure.value, figure.unit, locale) + (also ?? ''), period: figure.period, source };
  }
  const years = yearsAsked(year ?? '').map((one) => ofYear(figure, one));
  const known = years.flatMap((one) => (one ? [one] : []));
  const last = known.at(-1);
  if (year === undefined || !last || known.length < years.length) {
    throw new Error(
      `Figure "${id}" is a series: add year="…", one of ${Object.keys(figure.series ?? {}).join(', ')}, or a span such as 2014/2025`,
    );
  }
  const sum = known.reduce((total, { value }) => total + value, 0);
  const period = last.until ? `${year.split('/')[0]}-01-01/${last.until}` : year;
  return { text: quantity(sum, figure.unit, locale), period, source: known.length === 1 ? last.source : source };
}
