import { type Choosable, choosable } from '../domain/story-filter.ts';
import type { Story } from '../schemas/facts.ts';

/** A story as the choices on the list of stories know it. What is not so is left out, to save bytes. */
export interface StoryCard extends Choosable {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** The language of title and summary, when it is not the reader's. */
  readonly lang?: string;
}

/** What the list of stories reads when a reader first chooses. */
export function storyCards(
  all: readonly {
    readonly slug: string;
    readonly facts: Story;
    readonly title: string;
    readonly summary: string;
    readonly lang: string | undefined;
  }[],
): StoryCard[] {
  return all.map(({ slug, facts, title, summary, lang }) => ({
    slug,
    title,
    summary,
    ...choosable(facts),
    ...(lang && { lang }),
  }));
}
