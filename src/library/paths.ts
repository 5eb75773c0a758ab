import { countriesWithHelp, publishedServices } from '../domain/facts.ts';
import { buildDay } from '../domain/freshness.ts';
import { createReader } from '../domain/reader.ts';
import { published } from '../i18n/locales.ts';
import type { TextKind } from '../schemas/prose.ts';
import { allFacts } from './facts.ts';
import { sheets } from './lists.ts';
import { storyLists } from './story-lists.ts';
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

/** A path for every story, told or not: a withdrawn one keeps its address, even when its texts are gone. */
export async function forStories() {
  return each([...(await allFacts()).stories.keys()]);
}

/** A path for every published assistance point. */
export async function forServices() {
  return each(publishedServices(await allFacts()).map(([id]) => id));
}

/** A path for every point that has or had a page: published ones, and those withheld, whose address says so. */
export async function forServicePages() {
  const { services } = await allFacts();
  return each([...services].filter(([, { publication }]) => publication !== 'reference-only').map(([id]) => id));
}

/** A path for every country, by its small code. */
export async function forCountries() {
  return each([...(await allFacts()).countries.keys()]);
}

/** A path for every list of stories that holds one, in each language. */
export async function forStoryLists() {
  const facts = await allFacts();
  const today = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
  const paths = published.map(async (locale) => {
    const lists = await storyLists(createReader(locale, facts, import.meta.env.BASE_URL, today));
    return lists.map(({ id }) => ({ params: { locale, slug: id } }));
  });
  return (await Promise.all(paths)).flat();
}

/** A path for every sheet to read aloud, in the languages in which it may be read. */
export async function forSheets() {
  const facts = await allFacts();
  const today = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
  const paths = published.map(async (locale) => {
    const all = await sheets(createReader(locale, facts, import.meta.env.BASE_URL, today));
    return all.map(({ slug }) => ({ params: { locale, slug } }));
  });
  return (await Promise.all(paths)).flat();
}

/** A path for every name of a list, in every published language. */
export const forNames = (names: readonly string[]) => each(names);

/** A path for every country that has points, by its small code. */
export async function forHelpCountries() {
  const codes = countriesWithHelp(await allFacts());
  return published.flatMap((locale) => codes.map((code) => ({ params: { locale, country: code.toLowerCase() } })));
}

/** A path for every need that a point of a country helps with. */
export async function forHelpNeeds() {
  const facts = await allFacts();
  const pairs = publishedServices(facts)
    .filter(([, { country }]) => country !== 'XX')
    .flatMap(([, { country, needs }]) => needs.map((need) => `${country.toLowerCase()}/${need}`));
  return published.flatMap((locale) =>
    [...new Set(pairs)].sort().map((pair) => {
      const [country = '', need = ''] = pair.split('/');
      return { params: { locale, country, need } };
    }),
  );
}

/** A path for the finder's file of every country, and of the lines that work across borders. */
export async function forShards() {
  const codes = [...countriesWithHelp(await allFacts()), 'XX'];
  return published.flatMap((locale) => codes.map((code) => ({ params: { locale, country: code.toLowerCase() } })));
}
