/** What runs in front of a group: slides, moves, hands, clock, and a session of one's own. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/domain/card.ts';
import { addHands, answersOf, readHands, resultRows, resultText } from '../../src/domain/hands.ts';
import {
  decodeSession,
  encodeSession,
  minutesOf,
  mostParts,
  movePart,
  type OwnPart,
} from '../../src/domain/own-session.ts';
import { hasThing, type OwnThings, ownSlides } from '../../src/domain/own-slides.ts';
import { plainAnswers, plainRest, plainWords } from '../../src/domain/plain-text.ts';
import { moveOf, slideAfter, slideAsked, swipe } from '../../src/domain/player.ts';
import {
  freshClock,
  minutesAndSeconds,
  readClock,
  secondsLeft,
  settle,
  startOrStop,
} from '../../src/domain/session-clock.ts';
import { endPages, numbered, sizeOf, slidesOf } from '../../src/domain/wall.ts';

describe('moves', () => {
  it('a clicker and a keyboard move on and back', () => {
    for (const key of ['PageDown', 'ArrowDown', ' ', 'Enter', 'ArrowRight']) expect(moveOf(key, false)).toBe('next');
    for (const key of ['PageUp', 'ArrowUp', 'Backspace', 'ArrowLeft']) expect(moveOf(key, false)).toBe('previous');
    expect(moveOf(' ', false, true)).toBe('previous');
    expect([moveOf('Home', true), moveOf('End', true), moveOf('F5', true)]).toEqual(['first', 'last', 'full']);
    expect([moveOf('b', false), moveOf('.', false)]).toEqual(['black', 'black']);
    for (const key of ['Tab', 'a', 'constructor', 'toString', '']) expect(moveOf(key, false)).toBeUndefined();
  });

  it('arrows and fingers are mirrored where the line runs to the left, the other keys are not', () => {
    expect([moveOf('ArrowLeft', true), moveOf('ArrowRight', true)]).toEqual(['next', 'previous']);
    expect([moveOf('PageDown', true), moveOf('ArrowDown', true)]).toEqual(['next', 'next']);
    expect([swipe(-90, 5, false), swipe(90, 5, false)]).toEqual(['next', 'previous']);
    expect([swipe(-90, 5, true), swipe(90, 5, true)]).toEqual(['previous', 'next']);
  });

  it('a short or a slanting stroke means nothing', () => {
    expect([swipe(39, 0, false), swipe(-60, 50, false), swipe(0, 200, false)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('an address asks for a slide that exists', () => {
    const asked = ['#7', '#31', '#999', '#999999', '#0', '', '#', '#<script>', '#-3', '#7x', '#1e3', '#١'];
    expect(asked.map((hash) => slideAsked(hash, 31))).toEqual([7, 31, 31, 31, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('a move stays within the show', () => {
    expect([slideAfter(1, 'previous', 5), slideAfter(5, 'next', 5), slideAfter(3, 'next', 5)]).toEqual([1, 5, 4]);
    expect([slideAfter(3, 'first', 5), slideAfter(3, 'last', 5), slideAfter(3, 'black', 5)]).toEqual([1, 5, 3]);
  });
});

describe('slides', () => {
  it('a claim has a third slide for its numbers, a question two, the survey six', () => {
    expect(slidesOf('claim', 'Words.')).toEqual(['says', 'know']);
    expect(slidesOf('claim', 'At least <Figure id="x" />.')).toEqual(['says', 'know', 'numbers']);
    expect(slidesOf('question')).toEqual(['ask', 'answer']);
    expect(slidesOf('survey')).toHaveLength(6);
    expect(slidesOf('story')).toEqual(['story']);
  });

  it('the more there is to read, the smaller the letters', () => {
    const words = (count: number) => `<h2>Title</h2><p>${'word '.repeat(count)}</p>`;
    expect([words(4), words(25), words(80)].map(sizeOf)).toEqual(['big', 'mid', 'small']);
    expect(sizeOf(`<h2>Map</h2><svg>${'<text>name</text>'.repeat(99)}</svg>`)).toBe('big');
  });

  it('end with help and whom to call, but not twice with the same page', () => {
    expect(endPages()).toEqual(['/help/', '/help/now/']);
    expect(endPages(['page /help/', 'survey after'])).toEqual(['/help/', '/help/now/']);
    expect(endPages(['survey after', 'page /help/'])).toEqual(['/help/now/']);
    expect(endPages(['page /help/now/'])).toEqual(['/help/']);
  });

  it('are numbered in the order of the page', () => {
    const { html, count } = numbered('<section data-slide class="a">x</section><div data-slide>data-slide</div>');
    expect(html).toBe('<section data-slide id="1" class="a">x</section><div data-slide id="2">data-slide</div>');
    expect(count).toBe(2);
  });
});

describe('plain words', () => {
  const figure = (id: string, year: string | undefined) => `[${id} ${year ?? '-'}]`;
  it('print figures and drop links, stress and tags', () => {
    expect(plainWords('At **least** <Figure id="a" year="2024" plain /> of [them](/x/), *so*.\n\nNext.', figure)).toBe(
      'At least [a 2024] of them, so. Next.',
    );
    expect(plainWords('snake_case stays, 3 * 4 too', figure)).toContain('snake_case');
  });

  it('keep spaces that do not break, as French needs them before its signs and in its numbers', () => {
    const french = () => '20\u202f800\u202f000';
    expect(plainWords('Qui\u00a0?  <Figure id="a" />\npersonnes\u00a0: oui .', french)).toBe(
      'Qui\u00a0? 20\u202f800\u202f000 personnes\u00a0: oui.',
    );
  });

  it('answers keep their order, and what explains them stands alone', () => {
    const body = '<Answer>The sea</Answer>\n\n<Answer right="yes">The desert, <Figure id="b" /></Answer>\n\nBecause.';
    expect(plainAnswers(body, figure)).toEqual([
      { text: 'The sea', right: false },
      { text: 'The desert, [b -]', right: true },
    ]);
    expect(plainRest(body, figure)).toBe('Because.');
  });
});

describe('the clock', () => {
  it('counts down a part and the whole, stands while it is stopped, and says how much over', () => {
    const begun = startOrStop(freshClock, 0, 1000);
    expect(secondsLeft(begun, [10, 5], 0, 1060)).toEqual({ part: 540, all: 840 });
    const second = settle(begun, 0, 1300);
    expect(secondsLeft(second, [10, 5], 1, 1310)).toEqual({ part: 290, all: 590 });
    const stopped = startOrStop(second, 1, 1310);
    expect(secondsLeft(stopped, [10, 5], 1, 9999)).toEqual({ part: 290, all: 590 });
    expect(secondsLeft(startOrStop(stopped, 1, 9999), [10, 5], 1, 10_309)).toEqual({ part: -20, all: 280 });
  });

  it('is read in minutes and seconds', () => {
    expect([0, 5, 65, -80, 3600].map(minutesAndSeconds)).toEqual(['0:00', '0:05', '1:05', '1:20', '60:00']);
  });

  it('survives what it cannot read', () => {
    for (const text of [null, '', '{', '{"spent":"x"}', '{"spent":[-1]}', '[]', 'null'])
      expect(readClock(text)).toEqual(freshClock);
    expect(readClock('{"spent":[1,2],"since":3}')).toEqual({ spent: [1, 2], since: 3 });
  });
});

describe('hands', () => {
  it('are never fewer than none, nor more than fit on a card', () => {
    expect(addHands({ a: 1 }, 'a', -1)).toEqual({ a: 0 });
    expect(addHands({}, 'a', -1)).toEqual({ a: 0 });
    expect(addHands({ a: 9999 }, 'a', 1)).toEqual({ a: 9999 });
  });

  it('are read only when they are counts', () => {
    expect(readHands('{"before.x.1":3,"q.a.0":1.5,"<b>":2,"c":-1,"d":"4","__proto__":5}')).toEqual({ 'before.x.1': 3 });
    for (const text of [null, '', 'x', 'null', '[1]']) expect(readHands(text)).toEqual({});
  });

  const answers = answersOf('yes-no').map((id) => ({ id, label: id.toUpperCase() }));

  it('become a result that can be sent', () => {
    const rows = resultRows({ 'before.q.yes': 3, 'after.q.yes': 9, 'after.q.no': 1 }, [
      { id: 'q', text: 'Know?', answers },
    ]);
    expect(resultText(['Kit', '', '12 people'], rows, '→')).toBe('Kit\n12 people\n\n1. Know?\nYES: 3 → 9\nNO: 0 → 1\n');
  });

  it('a question that was not counted is no question that nobody knows', () => {
    const [row] = resultRows({ 'before.q.yes': 3 }, [{ id: 'q', text: 'Know?', answers }]);
    expect(row?.answers.map(({ before, after }) => [before, after])).toEqual([
      [3, '–'],
      [0, '–'],
    ]);
    expect(resultText([], row ? [row] : [], '→', ' : ')).toContain('YES : 3 → –');
  });

  it('a question of the card breaks between words', () => {
    expect(linesOf('one two three', 7, (text) => text.length)).toEqual(['one two', 'three']);
    expect(linesOf('one\u00a0two ?', 5, (text) => text.length)).toEqual(['one\u00a0two', '?']);
    expect(linesOf('', 7, (text) => text.length)).toEqual([]);
  });
});

describe('a session of one’s own', () => {
  const things: OwnThings = {
    story: [{ id: 'helene', title: 'Helène', text: 'She came back.', country: 'cm' }],
    claim: [{ id: 'leave-now-pay-later', title: 'Leave now', text: 'It is a debt.' }],
    question: [{ id: 'sea', title: 'Where?', text: 'Nobody counts.', answers: ['Here', 'There'], right: 1 }],
    aloud: [{ id: 'mary', title: 'Mary' }],
    survey: Array.from({ length: 6 }, (_, index) => ({ id: `s${index}`, title: `S${index}`, answers: ['1', '2'] })),
  };
  const words = {
    theySay: 'They say',
    weKnow: 'We know',
    question: 'Q',
    listen: 'Listen',
    right: 'Right',
    before: 'Before',
    after: 'After',
  };
  const parts: OwnPart[] = [
    { kind: 'survey', id: 'before', minutes: 7 },
    { kind: 'story', id: 'helene', minutes: 10 },
    { kind: 'claim', id: 'leave-now-pay-later', minutes: 5 },
    { kind: 'question', id: 'sea', minutes: 3 },
    { kind: 'text', id: 'A. b_c/d~e (f)! «س» 100 %', minutes: 2 },
  ];

  it('comes back from its address as it went in', () => {
    const address = encodeSession(parts);
    expect(address).toMatch(/^[A-Za-z0-9.%_-]+$/);
    expect(decodeSession(`#${address}`, hasThing(things))).toEqual({ parts, unknown: [] });
    expect(minutesOf(parts)).toBe(27);
  });

  it('names what does not exist, and leaves it out', () => {
    const asked = decodeSession(
      '#s.helene.10_c.nope.5_x.y.1_h.during.2_s.%E0%A4%A.3_t.%E0.1_s.Helene.4',
      hasThing(things),
    );
    expect(asked.parts).toEqual([{ kind: 'story', id: 'helene', minutes: 10 }]);
    expect(asked.unknown).toEqual(['nope', 'x.y.1', 'during', '%E0%A4%A', 't.%E0.1', 'Helene']);
  });

  it('survives hostile addresses', () => {
    const exists = hasThing(things);
    for (const hash of [
      '#<script>alert(1)</script>',
      '#__proto__',
      '#s.constructor.1',
      '#s.__proto__.1',
      '#.....',
      '#%',
      '#s',
    ])
      expect(decodeSession(hash, exists).parts).toEqual([]);
    expect(decodeSession(`#${'s.helene.1_'.repeat(500)}`, exists).parts).toHaveLength(mostParts);
    expect(decodeSession(`#${'x_'.repeat(500)}`, exists).unknown).toHaveLength(10);
    expect(decodeSession(`#t.${'w'.repeat(5000)}.1`, exists).parts[0]?.id).toHaveLength(200);
    const minutes = ['-5', '0', 'x', '1e9', '', '2.5'].map(
      (text) => decodeSession(`#s.helene.${text}`, exists).parts[0]?.minutes,
    );
    expect(minutes).toEqual([1, 1, 1, 120, 1, 2]);
  });

  it('is put in order', () => {
    const ids = (all: readonly OwnPart[]) => all.map(({ id }) => id.slice(0, 3)).join();
    expect(ids(movePart(parts, 1, -1))).toBe('hel,bef,lea,sea,A. ');
    expect(ids(movePart(parts, 0, -1))).toBe(ids(parts));
    expect(ids(movePart(parts, 4, 1))).toBe(ids(parts));
  });

  it('is shown as slides: each question of the survey, a claim and its answer, a question and its answer', () => {
    const slides = ownSlides(parts, things, words, (code) => code.toUpperCase());
    expect(slides.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 6 }, () => 'hands'),
      'story',
      'says',
      'know',
      'ask',
      'answer',
      'words',
    ]);
    expect(slides[6]).toMatchObject({ over: 'CM', title: 'Helène', text: 'She came back.' });
    expect(slides[9]).not.toHaveProperty('right');
    expect(slides[10]).toMatchObject({ right: 1, text: 'Nobody counts.' });
  });
});
