import { answersOf } from '../domain/hands.ts';
import type { OwnThing, OwnThings } from '../domain/own-slides.ts';
import { plainAnswers } from '../domain/plain-text.ts';
import type { Reader } from '../domain/reader.ts';
import { figurePrinter } from '../domain/wall-views.ts';

/** A text as it is found for this reader. */
export interface FoundText {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  /** Its language, where it is not the reader's. */
  readonly lang: string | undefined;
}

/** Everything that a session of one's own can be made of, with what its slides need; small, because it is kept on the phone. */
export function ownThings(
  texts: Readonly<Record<'story' | 'claim' | 'question' | 'aloud', readonly FoundText[]>>,
  reader: Reader,
): OwnThings {
  const print = figurePrinter(reader);
  const thing = ({ slug, title, summary, lang }: FoundText): OwnThing => ({
    id: slug,
    title,
    text: summary,
    ...(lang && { lang }),
  });
  return {
    story: texts.story.map((one) => ({
      ...thing(one),
      country: reader.fact('stories', one.slug).country.toLowerCase(),
    })),
    claim: texts.claim.map(thing),
    question: texts.question.map((one) => {
      const answers = plainAnswers(one.body, print);
      return {
        ...thing(one),
        answers: answers.map(({ text }) => text),
        right: answers.findIndex(({ right }) => right),
      };
    }),
    aloud: texts.aloud.map(({ slug, title, lang }) => ({ id: slug, title, ...(lang && { lang }) })),
    survey: reader.fact('survey', 'before-after').questions.map(({ id, text, answers }) => ({
      id,
      title: reader.words(text).text,
      answers: answersOf(answers).map((answer) => reader.t(`room.scale.${answer}`)),
    })),
  };
}
