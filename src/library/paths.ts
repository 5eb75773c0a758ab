import { publishedServices } from '../domain/facts.ts';
import { published } from '../i18n/locales.ts';
import type { TextKind } from '../schemas/prose.ts';
import { allFacts } from './facts.ts';
import { slugs } from './texts.ts';

/** A path in every published language. */
export const inEveryLanguage = () => published.map((locale) => ({ params: { locale } }));

const each = (ids: readonly string[]) =>
  published.flatMap((locale) => ids.map((slug) => ({ params: { locale, slug } })));

/** A path for every text of a kind, in every published language. */
export async function forTexts(kind: TextKind, except: readonly string[] = []) {
  const all = await slugs(kind);
  return each(all.filter((slug) => !except.includes(slug)));
}

/** A path for every published assistance point. */
export async function forServices() {
  return each(publishedServices(await allFacts()).map(([id]) => id));
}

/** A path for every country, by its small code. */
export async function forCountries() {
  return each([...(await allFacts()).countries.keys()]);
}

/** A path for every name of a list, in every published language. */
export const forNames = (names: readonly string[]) => each(names);
