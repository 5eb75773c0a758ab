import { type Facts, fact } from '../domain/facts.ts';
import { mentions } from '../domain/mentions.ts';
import type { Text } from './texts.ts';

/** The sources a page must show: those of its facts, its text, its figures and its chart, each once. */
export function sourcesOf(facts: Facts, text: Text, more: readonly string[] = [], chart?: string): string[] {
  const named = mentions(text.entry.body ?? '').filter(({ component }) => component === 'Figure');
  const figures = [...(chart ? [chart] : []), ...named.map(({ attributes }) => attributes.id ?? '')];
  return [...new Set([...figures.map((id) => fact(facts, 'figures', id).source), ...text.entry.data.sources, ...more])];
}
