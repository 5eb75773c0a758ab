import type { OwnPart, PartKind } from './own-session.ts';

/** Something that can be chosen for a session of one's own: what a slide of it needs. */
export interface OwnThing {
  readonly id: string;
  readonly title: string;
  /** Its one sentence. */
  readonly text?: string;
  /** A story's country, by its small code. */
  readonly country?: string;
  readonly answers?: readonly string[];
  /** Which of the answers is right, from 0. */
  readonly right?: number;
  /** The language of its words, where it is not the reader's. */
  readonly lang?: string;
}

/** Everything that can be chosen, by kind; the questions of the survey stand under `survey`. */
export type OwnThings = Readonly<Record<Exclude<PartKind, 'text'>, readonly OwnThing[]>>;

/** Whether there is such a thing; of the survey there is a before and an after. */
export function hasThing(things: OwnThings) {
  return (kind: PartKind, id: string): boolean =>
    kind === 'survey'
      ? id === 'before' || id === 'after'
      : kind !== 'text' && things[kind].some((one) => one.id === id);
}

/** The words that slides need beside those of the things. */
export type OwnWords = Readonly<
  Record<'theySay' | 'weKnow' | 'question' | 'listen' | 'right' | 'before' | 'after', string>
>;

/** A slide of a session of one's own. */
export interface OwnSlide {
  /** How it looks. */
  readonly kind: string;
  readonly over?: string;
  readonly title: string;
  readonly text?: string;
  readonly answers?: readonly string[];
  readonly right?: number;
  /** What the hands for its answers are counted under, without the answer. */
  readonly at?: string;
  readonly lang?: string;
}

/**
 * The slides of some parts, in order: a claim has two, a question two, the survey six.
 * @param country the name of a country by its small code
 */
export function ownSlides(
  parts: readonly OwnPart[],
  things: OwnThings,
  words: OwnWords,
  country: (code: string) => string,
): OwnSlide[] {
  return parts.reduce<OwnSlide[]>((slides, part) => slides.concat(slidesOfPart(part, things, words, country)), []);
}

function slidesOfPart(
  { kind, id }: OwnPart,
  things: OwnThings,
  words: OwnWords,
  country: (code: string) => string,
): OwnSlide[] {
  if (kind === 'text') return [{ kind: 'words', title: id }];
  if (kind === 'survey') {
    const over = id === 'before' ? words.before : words.after;
    return things.survey.map((one, index) => ({ ...one, kind: 'hands', over: `${over} · ${index + 1}` }));
  }
  const thing = things[kind].find((one) => one.id === id);
  if (!thing) return [];
  const { title, text, answers, right } = thing;
  const base = { title, ...(thing.lang && { lang: thing.lang }) };
  const more = { ...base, ...(text && { text }), ...(answers && { answers }) };
  if (kind === 'claim') {
    return [
      { ...base, kind: 'says', over: words.theySay },
      { ...more, kind: 'know', title: words.weKnow },
    ];
  }
  if (kind === 'question') {
    return [
      { ...base, ...(answers && { answers }), kind: 'ask', over: words.question, at: `q.${id}` },
      { ...more, kind: 'answer', ...(right !== undefined && { right }) },
    ];
  }
  if (kind === 'aloud') return [{ ...base, kind: 'aloud', over: words.listen }];
  return [{ ...more, kind: 'story', over: country(thing.country ?? '') }];
}
