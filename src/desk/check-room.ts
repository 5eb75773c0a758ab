import type { Content } from './content.ts';
import type { Problem } from './problem.ts';

/** What a wall eight metres away can hold, and a card of six on a sheet. */
const most = { words: 30, bullets: 4, card: 80 };

const wordsIn = (text: string) =>
  text.replace(/<[^>]*>/g, ' 9 ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0;

/** Slides that a room can read, and claims that fit on their card. */
export function checkRoom(content: Content, problems: Problem[]): void {
  for (const [place, files] of content.texts) {
    const kind = place.split('/')[1];
    for (const { file, body, bodyLine } of files.values()) {
      const say = (at: number, field: string, what: string, todo: string) =>
        problems.push({ file, line: body.slice(0, at).split('\n').length + bodyLine - 1, field, what, todo });
      for (const { 0: slide, 1: inside = '', index } of body.matchAll(/<Slide\b[^>]*>([\s\S]*?)<\/Slide>/g)) {
        const words = wordsIn(inside);
        const bullets = slide.match(/^- /gm)?.length ?? 0;
        if (words > most.words || bullets > most.bullets)
          say(
            index,
            '<Slide>',
            `it has ${words} words and ${bullets} bullets; expected at most ${most.words} and ${most.bullets}, to be read from the last row`,
            'Shorten it, or make two slides of it.',
          );
      }
      const words = kind === 'claims' ? wordsIn(body.replace(/\]\([^)]*\)/g, '')) : 0;
      if (words > most.card)
        say(
          0,
          '',
          `it has ${words} words; expected at most ${most.card}, or its card overflows`,
          'Shorten it to some 60.',
        );
    }
  }
}
