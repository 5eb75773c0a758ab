import type { Reader } from '../domain/reader.ts';
import { locales } from '../i18n/locales.ts';
import { pathways } from './lists.ts';

/** Titles of the ways the helper names, in the reader's language or the nearest, with a word where one is not open. */
export async function helperTitles(reader: Reader) {
  const all = new Map((await pathways(reader)).map((way) => [way.slug, way]));
  return (slug: string): { text: string; lang?: string; mark?: string } => {
    const way = all.get(slug);
    if (!way) throw new Error(`content/facts/helper/tree.yaml names the page "${slug}", which does not exist`);
    const { language, entry } = way.text;
    return {
      text: entry.data.title,
      ...(language !== reader.key && { lang: locales[language].tag }),
      ...(way.facts.state !== 'open' && { mark: reader.t(`pathway.states.${way.facts.state}`) }),
    };
  };
}

/** What another page of ours is called. */
export function pageTitle(reader: Reader) {
  return (path: string): string => {
    if (path === '/help/now/') return reader.t('frame.now');
    const section = path.replaceAll('/', '') as 'help' | 'routes' | 'stories' | 'pathways' | 'countries';
    return reader.t(`sections.${section}.title`);
  };
}
