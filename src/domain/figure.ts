import { quantity } from '../i18n/format.ts';
import type { LocaleKey } from '../i18n/locales.ts';
import type { Figure } from '../schemas/facts.ts';

/** A figure, or one year of a series, ready to print: the number and the time it covers (ISO 8601). */
export interface Printed {
  readonly text: string;
  readonly period: string;
}

/**
 * @param year which year of a series; not for figures with one value
 * @throws when the figure is a series and the year is missing or not in it, or the other way round
 */
export function printed(figure: Figure, id: string, year: string | undefined, locale: LocaleKey): Printed {
  if (figure.value !== undefined) {
    if (year) throw new Error(`Figure "${id}" has one value: leave out year="${year}"`);
    return { text: quantity(figure.value, figure.unit, locale), period: figure.period };
  }
  const value = year === undefined ? undefined : figure.series?.[year];
  if (year === undefined || value === undefined) {
    throw new Error(`Figure "${id}" is a series: add year="…", one of ${Object.keys(figure.series ?? {}).join(', ')}`);
  }
  const until = figure.partial?.[year];
  return { text: quantity(value, figure.unit, locale), period: until ? `${year}-01-01/${until}` : year };
}
