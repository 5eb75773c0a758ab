/** Hands counted in a room, by what they were raised for: `before.trust.3`, `q.sahara-or-sea.0`. */
export type Hands = Readonly<Record<string, number>>;

const most = 9999;

/** Where the counts of a kit are kept on the phone. */
export const handsKey = (kit: string): string => `hands:${kit}`;

/** Counts as they were kept; what is not a count is left out. */
export function readHands(text: string | null): Hands {
  const hands: Record<string, number> = {};
  try {
    for (const [at, count] of Object.entries(JSON.parse(text ?? '{}') as object))
      if (/^[a-z][a-z0-9.-]{0,80}$/.test(at) && Number.isInteger(count) && count > 0 && count <= most)
        hands[at] = count;
  } catch {
    return {};
  }
  return hands;
}

/** The counts with some hands more or less; never less than none. */
export function addHands(hands: Hands, at: string, more: number): Hands {
  const count = Math.min(Math.max((hands[at] ?? 0) + more, 0), most);
  return { ...hands, [at]: count };
}

const scales = {
  five: ['1', '2', '3', '4', '5'],
  'yes-no': ['yes', 'no'],
  number: ['none', 'one', 'two', 'three'],
} as const;
/** An answer to a question of the survey. */
export type ScaleAnswer = (typeof scales)[keyof typeof scales][number];

/** The answers that can be given to a question of the survey, as they are counted. */
export function answersOf(kind: keyof typeof scales): readonly ScaleAnswer[] {
  return scales[kind];
}

/** Hands for one answer; a dash where nobody raised a hand for any answer of that question: then it was not counted. */
type Counted = number | '–';

/** One question of a result: its text, and each answer with the hands before and after. */
export interface ResultRow {
  readonly text: string;
  readonly answers: readonly { readonly label: string; readonly before: Counted; readonly after: Counted }[];
}

/** The counts of a survey, question by question. */
export function resultRows(
  hands: Hands,
  questions: readonly { id: string; text: string; answers: readonly { id: string; label: string }[] }[],
): ResultRow[] {
  return questions.map(({ id, text, answers }) => {
    const counted = (when: 'before' | 'after', answer: string): Counted =>
      answers.some((one) => hands[`${when}.${id}.${one.id}`]) ? (hands[`${when}.${id}.${answer}`] ?? 0) : '–';
    return {
      text,
      answers: answers.map((answer) => ({
        label: answer.label,
        before: counted('before', answer.id),
        after: counted('after', answer.id),
      })),
    };
  });
}

/**
 * A result as lines of text that can be sent: what, when and how many, then each question with its hands before and after.
 * @param arrow points along the line: → or ←
 * @param colon as the language writes it, with its spaces
 */
export function resultText(head: readonly string[], rows: readonly ResultRow[], arrow: string, colon = ': '): string {
  const body = rows.map(({ text, answers }, index) => {
    const counts = answers.map(({ label, before, after }) => `${label}${colon}${before} ${arrow} ${after}`);
    return `${index + 1}. ${text}\n${counts.join('\n')}`;
  });
  return `${[head.filter(Boolean).join('\n'), ...body].join('\n\n')}\n`;
}
