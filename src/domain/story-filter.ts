import type { Story } from '../schemas/facts.ts';

/** What a reader asks for, which may stand in an address. Empty means "any". */
export interface StoryWish {
  readonly country: string;
  readonly theme: string;
  readonly route: string;
  readonly women: boolean;
}

/** Asks for nothing. */
export const anyStory: StoryWish = { country: '', theme: '', route: '', women: false };

/** What of a story the choices look at. */
export interface Choosable {
  /** Its country, ISO 3166-1 alpha-2 in small letters. */
  readonly country: string;
  readonly themes: readonly string[];
  readonly route?: string | undefined;
  readonly woman: boolean;
}

/** The part of a story that the choices look at. */
export function choosable({ country, themes, route, person }: Story): Choosable {
  return { country: country.toLowerCase(), themes, route, woman: person.sex === 'female' };
}

/** Whether a story is what is asked for. */
export function fits(story: Choosable, wish: StoryWish): boolean {
  return (
    (!wish.country || story.country === wish.country) &&
    (!wish.theme || story.themes.includes(wish.theme)) &&
    (!wish.route || story.route === wish.route) &&
    (!wish.women || story.woman)
  );
}

/** The choices as a query, `?country=sn&women=1`; nothing when all is left open. */
export function storyQuery(wish: StoryWish): string {
  const asked = [
    ...(['country', 'theme', 'route'] as const).flatMap((name) => (wish[name] ? [`${name}=${wish[name]}`] : [])),
    ...(wish.women ? ['women=1'] : []),
  ].join('&');
  return asked && `?${asked}`;
}

/**
 * The choices of an address. What is not known is dropped.
 * @param known the values that occur
 */
export function storyWish(
  search: string,
  known: Readonly<Record<'country' | 'theme' | 'route', readonly string[]>>,
): StoryWish {
  const asked = new URLSearchParams(search);
  const one = (name: 'country' | 'theme' | 'route') => {
    const value = asked.get(name) ?? '';
    return known[name].includes(value) ? value : '';
  };
  return { country: one('country'), theme: one('theme'), route: one('route'), women: asked.get('women') === '1' };
}
