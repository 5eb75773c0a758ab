import type { Reader } from '../domain/reader.ts';
import { anyStory, choosable, fits, type StoryWish } from '../domain/story-filter.ts';
import type { Story } from '../schemas/facts.ts';
import { storyThemes } from '../schemas/facts.ts';
import { type Listed, routes, stories } from './lists.ts';

/** A list of stories that has an address of its own, `/stories/by/<id>/`. */
export interface StoryList {
  /** A country's small code, a theme, `route-<file name>`, or `women`. */
  readonly id: string;
  readonly kind: 'country' | 'theme' | 'route' | 'women';
  /** What it is called, in the reader's language, and the language of that name where it is another. */
  readonly name: string;
  readonly stories: readonly Listed<Story>[];
}

/** Every list that holds a story, each kind in its own order: countries by name, themes and routes as we order them. */
export async function storyLists(reader: Reader): Promise<StoryList[]> {
  const all = await stories(reader);
  const list = (id: string, kind: StoryList['kind'], name: string, wish: Partial<StoryWish>): StoryList => ({
    id,
    kind,
    name,
    stories: all.filter(({ facts }) => fits(choosable(facts), { ...anyStory, ...wish })),
  });
  const countries = [...new Set(all.map(({ facts }) => facts.country))]
    .map((code) => list(code.toLowerCase(), 'country', reader.country(code), { country: code.toLowerCase() }))
    .sort((a, b) => reader.compare(a.name, b.name));
  const themes = storyThemes.map((theme) => list(theme, 'theme', reader.t(`story.themes.${theme}`), { theme }));
  const roads = (await routes(reader)).map(({ slug, text }) =>
    list(`route-${slug}`, 'route', text.entry.data.title, { route: slug }),
  );
  const women = list('women', 'women', reader.t('story.women'), { women: true });
  return [...themes, women, ...countries, ...roads].filter((one) => one.stories.length > 0);
}
