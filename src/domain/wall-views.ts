import { publishersOf } from './facts.ts';
import { printed } from './figure.ts';
import { answersOf } from './hands.ts';
import { figuresNamed, type PrintFigure, plainAnswers, plainRest } from './plain-text.ts';
import type { Reader } from './reader.ts';
import { slidesOf, type WallSlideKind } from './wall.ts';

/** What a `<Show>` names, as the library finds it. */
export interface OnWall {
  readonly what: string;
  readonly id: string;
  readonly title: string;
  readonly lang?: string;
  readonly path: string;
  readonly text?: {
    readonly entry: { readonly body?: string | undefined; readonly data: { readonly summary: string } };
  };
}

/** One answer on the wall, and what its hands are counted under. */
export interface WallAnswer {
  readonly text: string;
  readonly at: string;
  readonly right?: boolean;
  /** In the language of the buttons, not of the text. */
  readonly ours?: boolean;
}

/** One slide of what is shown: its words, ready to print. */
export interface WallView {
  readonly kind: WallSlideKind;
  /** A word above the title: what this is, in the reader's language. */
  readonly over?: string;
  readonly title: string;
  /** The title is in the reader's language, not in that of the text. */
  readonly ours?: boolean;
  readonly text?: string;
  readonly answers?: readonly WallAnswer[];
  /** The stops of a journey, in order. */
  readonly stops?: readonly string[];
  /** What to know before it is told. */
  readonly note?: string;
  /** Who says so. */
  readonly by?: readonly string[];
  /** More that the facilitator can say, and who says so: only in the notes. */
  readonly say?: { readonly text: string; readonly by: readonly string[] };
}

/** Prints the figures of a text in the reader's language, each kept together where the text runs to the left. */
export function figurePrinter(reader: Reader): PrintFigure {
  return (id, year) => `\u2068${printed(reader.fact('figures', id), id, year, reader.key).text}\u2069`;
}

/** The publishers of the figures a text names, each once. */
function saidBy(body: string, reader: Reader): string[] {
  return publishersOf(
    figuresNamed(body).map(({ id, year }) => printed(reader.fact('figures', id), id, year, reader.key).source),
    reader.facts,
  );
}

function story({ id, title, text }: OnWall, reader: Reader): Partial<WallView> {
  const { journey, country, topics } = reader.fact('stories', id);
  const stops = journey.map((stop) =>
    'country' in stop ? reader.country(stop.country) : reader.words(reader.fact('places', stop.place).name).text,
  );
  const names = reader.list(topics.map((topic) => reader.t(`hard.topics.${topic}`)));
  return {
    over: reader.country(country),
    title,
    text: text?.entry.data.summary ?? '',
    ...(stops.length > 1 && { stops }),
    ...(topics.length > 0 && { note: reader.t('room.hard', { topics: names }) }),
  };
}

function hands(at: string, index: number, reader: Reader): Partial<WallView> {
  const { t } = reader;
  const question = reader.fact('survey', 'before-after').questions[index];
  if (!question) throw new Error(`content/facts/survey/before-after.yaml has no question ${index + 1}`);
  const answers = answersOf(question.answers).map((answer) => ({
    text: t(`room.scale.${answer}`),
    at: `${at}.${question.id}.${answer}`,
    ours: true,
  }));
  const over = `${t(at === 'before' ? 'room.count.before' : 'room.count.after')} · ${index + 1}`;
  return { over, title: reader.words(question.text).text, ours: true, answers };
}

/** The slides of what a kit shows, in the same number and order in every language. */
export function wallViews(it: OnWall, reader: Reader): WallView[] {
  const { t } = reader;
  const body = it.text?.entry.body ?? '';
  const summary = it.text?.entry.data.summary ?? '';
  const print = figurePrinter(reader);
  const answers = (open: boolean) =>
    plainAnswers(body, print).map(({ text, right }, index) => ({
      text,
      at: `q.${it.id}.${index}`,
      ...(open && { right }),
    }));
  return slidesOf(it.what, body).map((kind, index): WallView => {
    const views: Readonly<Record<WallSlideKind, () => Partial<WallView>>> = {
      story: () => story(it, reader),
      says: () => ({ over: t('room.theySay') }),
      know: () => ({ title: t('room.weKnow'), ours: true, text: summary }),
      numbers: () => ({ title: t('room.numbers'), ours: true, text: plainRest(body, print), by: saidBy(body, reader) }),
      ask: () => ({ over: t('room.question'), answers: answers(false) }),
      answer: () => ({
        answers: answers(true),
        text: summary,
        say: { text: plainRest(body, print), by: saidBy(body, reader) },
      }),
      hands: () => hands(it.id, index, reader),
      route: () => ({ over: t('room.map') }),
      aloud: () => ({ over: t('room.listen') }),
      page: () => ({}),
    };
    return { kind, title: it.title, ...views[kind]() };
  });
}
