import type { Story } from '../schemas/facts.ts';
import { isDue } from './freshness.ts';

/** What a consent may be asked for. */
export type Use = Story['consent']['scope'][number];

/** Why a story may not be shown; nothing when it may. */
export type Refusal = 'withdrawn' | 'expired' | 'review-due' | 'out-of-scope' | 'other-language';

/**
 * Whether the consent record lets us use a story this way on this day; of several reasons why not, the one that weighs most.
 * @param today `YYYY-MM-DD`
 * @param language the language it would be told in; left out, no language is asked about
 */
export function refusal(consent: Story['consent'], use: Use, today: string, language?: string): Refusal | undefined {
  if (consent.withdrawn) return 'withdrawn';
  if (consent.expires && isDue(consent.expires, today)) return 'expired';
  if (isDue(consent.review_by, today)) return 'review-due';
  if (!consent.scope.includes(use)) return 'out-of-scope';
  return language === undefined || coversLanguage(consent, language) ? undefined : 'other-language';
}

/** Whether a story may be told in a language at all, whatever the day. */
export function coversLanguage({ languages }: Pick<Story['consent'], 'languages'>, language: string): boolean {
  return languages === 'all' || languages.includes(language);
}

/** Whether the person was under 18 when the story was told. */
export function isMinor({ minor, person }: Pick<Story, 'minor' | 'person'>): boolean {
  return minor || (person.age_then !== undefined && person.age_then < 18);
}

/** What is missing to protect somebody under 18, or gives them away. */
export type Exposure = 'guardian' | 'name' | 'picture' | 'place';

/** Every way in which the facts of a story expose somebody under 18; none for an adult. */
export function exposures(story: Pick<Story, 'minor' | 'person' | 'consent' | 'picture' | 'journey'>): Exposure[] {
  if (!isMinor(story)) return [];
  const found: Record<Exposure, boolean> = {
    guardian: story.consent.basis === 'given-to-us' && !story.consent.guardian,
    name: story.person.name_kind === 'first-name',
    picture: story.picture !== undefined,
    place: story.journey.some((stop) => 'place' in stop),
  };
  return (Object.keys(found) as Exposure[]).filter((exposure) => found[exposure]);
}

/** Whether a picture or a recording of a story may be shown to readers of a language: its text must be allowed too, and nobody under 18 is pictured. */
export function mayShow(story: Story, use: 'audio' | 'picture', today: string, language: string): boolean {
  if (use === 'picture' && isMinor(story)) return false;
  return !refusal(story.consent, 'text', today, language) && !refusal(story.consent, use, today, language);
}
