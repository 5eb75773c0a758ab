import type { LocaleKey } from './locales.ts';

/** The kinds of page that have a list and pages of their own. */
export const sections = ['routes', 'stories', 'pathways', 'help', 'countries'] as const;
export type Section = (typeof sections)[number];

/**
 * The address of a page. `path` carries no language: `/routes/sahara/` in French becomes `/fr/routes/sahara/`.
 * @param base where the site lives, with a slash at both ends
 */
export function pathTo(base: string, locale: LocaleKey, path: string): string {
  return `${base}${locale}/${path.replace(/^\//, '')}`;
}
