import { refusal } from '../domain/consent.ts';
import { type LocaleKey, locales, realLocales } from '../i18n/locales.ts';
import type { Country, Story } from '../schemas/facts.ts';
import { livelihoods, storyMeans, storyThemes } from '../schemas/facts.ts';
import { readAllContent } from './content.ts';

/** What the stories together should hold, so that a reader finds one like their own. */
export const aims = { stories: 40, countries: 22, women: 15 } as const;

/** What was counted, a line each, and what is missing to the aims. */
export interface Coverage {
  readonly lines: readonly string[];
  readonly missing: readonly string[];
}

/** Whether the legal way of a story ended well as far as it was told: nothing hard on it, and no help needed to come home. */
function workedOut({ themes, means, topics }: Story): boolean {
  if (means === 'evacuated') return true;
  return topics.length === 0 && !themes.includes('hard-return') && !['assisted', 'expelled'].includes(means);
}

/**
 * How many stories may be told on a day: by country, route, who, what they are about and language; and what is missing to the aims.
 * @param today `YYYY-MM-DD`
 */
export function coverage(folder: string, today: string): Coverage {
  const { facts, texts } = readAllContent(folder, []);
  const told = [...facts.stories].flatMap(([slug, { valid }]) => {
    const story = valid as Story | undefined;
    return story && !refusal(story.consent, 'text', today) ? [{ slug, ...story }] : [];
  });
  const tally = (named: readonly string[], of: (story: (typeof told)[number]) => readonly string[]) =>
    named.map((name) => [name, told.filter((story) => of(story).includes(name)).length] as const);
  const line = (what: string, counts: readonly (readonly [string, number])[]) =>
    `${what}: ${counts.map(([name, count]) => `${name} ${count}`).join(', ')}`;
  const none = (counts: readonly (readonly [string, number])[]) =>
    counts.filter(([, count]) => count === 0).map(([name]) => name);

  const languages = realLocales.filter((key) => locales[key].published);
  const toldIn = (key: LocaleKey) =>
    told.filter(({ slug, consent }) => texts.get(`${key}/stories`)?.has(slug) && !refusal(consent, 'text', today, key));
  const countries = tally(
    [...facts.countries.values()].map(({ valid }) => (valid as Country | undefined)?.code ?? '').sort(),
    ({ country }) => [country],
  );
  const elsewhere = told.filter(({ country }) => !countries.some(([code]) => code === country));
  const routes = tally([...facts.routes.keys()], ({ route }) => (route ? [route] : []));
  const themes = tally(storyThemes, (story) => story.themes);
  const reached = countries.filter(([, count]) => count > 0).length;
  const sex = tally(['female', 'male'], ({ person }) => (person.sex ? [person.sex] : []));
  const [women = 0, men = 0] = sex.map(([, count]) => count);
  const legal = told.filter((story) => story.themes.includes('legal-way'));
  const [worked, didNot] = [legal.filter(workedOut), legal.filter((story) => !workedOut(story))];
  const of = (theme: Story['themes'][number]) => themes.find(([name]) => name === theme)?.[1] ?? 0;
  const short = (what: string, count: number, aim: number) =>
    count < aim ? [`${what}: ${count} of ${aim}, ${aim - count} to go`] : [];
  const names = (stories: readonly { slug: string }[]) =>
    stories.length > 0 ? ` (${stories.map(({ slug }) => slug).join(', ')})` : '';

  return {
    lines: [
      `${told.length} stories may be told on ${today}; ${facts.stories.size - told.length} may not.`,
      `${women} of women, ${men} of men${told.length > women + men ? `, ${told.length - women - men} not said` : ''}`,
      line(`${reached} of our ${countries.length} countries`, countries),
      ...(elsewhere.length > 0 ? [`from other countries: ${elsewhere.length}${names(elsewhere)}`] : []),
      `${line('routes', routes)}, none of ours ${told.filter(({ route }) => !route).length}`,
      line('what they are about', themes),
      `legal ways that worked: ${worked.length}${names(worked)}`,
      `legal ways that did not: ${didNot.length}${names(didNot)}`,
      line(
        'how they came home',
        tally(storyMeans, ({ means }) => [means]),
      ),
      line(
        'what they lived from',
        tally(livelihoods, ({ livelihood }) => [livelihood]),
      ),
      line(
        'languages',
        languages.map((key) => [key, toldIn(key).length]),
      ),
    ],
    missing: [
      ...short('stories', told.length, aims.stories),
      ...short('countries', reached, aims.countries).map((text) => `${text} (none from ${none(countries).join(', ')})`),
      ...short('stories of women', women, aims.women),
      ...none(routes).map((route) => `the route ${route}: no story`),
      ...(worked.length === 0 ? ['legal ways that worked: no story'] : []),
      ...(didNot.length === 0 ? ['legal ways that did not work: no story'] : []),
      ...(of('stayed') === 0 ? ['people who stayed: no story'] : []),
      ...(of('hard-return') === 0 ? ['hard returns: no story'] : []),
      ...languages.flatMap((key) => short(`stories told in ${key}`, toldIn(key).length, aims.stories)),
    ],
  };
}
