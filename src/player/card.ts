import { linesOf } from '../domain/card.ts';
import type { ResultRow } from '../domain/hands.ts';

/** What a result card says above the counts: the session first, then when, how many, where. */
export interface CardHead {
  readonly site: string;
  readonly lines: readonly string[];
  /** What the numbers are: hands before and after. */
  readonly legend: string;
}

const wide = 1080;
const edge = 60;
const family = 'system-ui, Roboto, "Noto Sans", "Segoe UI", sans-serif';

/** Draws a result on a canvas, right to left where the page is; as high as it needs to be. */
export function drawCard(canvas: HTMLCanvasElement, head: CardHead, rows: readonly ResultRow[]): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const rtl = document.documentElement.dir === 'rtl';
  const inner = wide - 2 * edge;
  const start = rtl ? wide - edge : edge;
  const along = (x: number) => (rtl ? start - x : start + x);
  const set = (size: number, weight: number, colour = '#1b1b1f') => {
    pen.font = `${weight} ${size}px ${family}`;
    pen.fillStyle = colour;
    pen.textAlign = rtl ? 'right' : 'left';
    pen.textBaseline = 'top';
    // Older browsers take the direction from the element.
    pen.direction = rtl ? 'rtl' : 'ltr';
  };
  let y = 0;
  const say = (text: string, size: number, weight: number, colour?: string) => {
    set(size, weight, colour);
    for (const line of linesOf(text, inner, (piece) => pen.measureText(piece).width)) {
      pen.fillText(line, start, y);
      y += size * 1.35;
    }
  };
  const paint = () => {
    y = 40;
    say(head.site, 30, 700, '#8a341f');
    const [title = '', ...rest] = head.lines;
    say(title, 46, 800, '#1d2b53');
    for (const line of rest) say(line, 30, 400);
    say(head.legend, 30, 700, '#17583c');
    rows.forEach(({ text, answers }, index) => {
      y += 26;
      say(`${index + 1}. ${text}`, 32, 700);
      const column = inner / answers.length;
      answers.forEach(({ label, before, after }, place) => {
        set(26, 400, '#4f4b43');
        pen.fillText(label, along(place * column), y + 4, column - 10);
        set(38, 800);
        pen.fillText(`${before} ${rtl ? '←' : '→'} ${after}`, along(place * column), y + 40, column - 10);
      });
      y += 92;
    });
  };
  canvas.width = wide;
  canvas.height = 100;
  paint();
  canvas.height = Math.ceil(y + 40);
  pen.fillStyle = '#fffdf8';
  pen.fillRect(0, 0, wide, canvas.height);
  paint();
}
