import type { LocaleKey } from './locales.ts';

/** The kinds of page that have a list and pages of their own. */
export const sections = ['routes', 'stories', 'pathways', 'help', 'countries', 'sessions'] as const;
/** A kind of page with a list of its own. */
export type Section = (typeof sections)[number];

/** The four doors of the home page: the sections a reader meets first. */
export const doors = ['routes', 'stories', 'pathways', 'help'] as const;

/** Where the site lives, with a slash at both ends, from the setting `BASE`; `/` without it. */
export function baseOf(setting: string | undefined): string {
  const path = (setting ?? '').replace(/^\/+|\/+$/g, '');
  return path ? `/${path}/` : '/';
}

/**
 * The address of a page. `path` carries no language: `/routes/sahara/` in French becomes `/fr/routes/sahara/`.
 * @param base where the site lives, with a slash at both ends
 */
export function pathTo(base: string, locale: LocaleKey, path: string): string {
  return `${base}${locale}/${path.replace(/^\//, '')}`;
}
