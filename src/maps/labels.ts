import { textWidth } from './text-width.ts';

/** A rectangle on the map. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A name to be put beside its point. */
export interface Label {
  readonly text: string;
  readonly at: readonly [number, number];
}

/** A name with its place: `x`, `y` of its baseline, and which end of the text `x` is. */
export interface Placed extends Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
}

/** Whether two boxes lie on one another. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Where a name may stand around its point, best first. */
function choices({ text, at }: Label, size: number, dot: number): Placed[] {
  const [x, y] = at;
  const width = textWidth(text, size);
  const tall = size * 1.15;
  const put = (anchor: Placed['anchor'], px: number, base: number): Placed => {
    const left = anchor === 'start' ? px : anchor === 'end' ? px - width : px - width / 2;
    return {
      text,
      at,
      x: Math.round(px),
      y: Math.round(base),
      anchor,
      box: { x: left - 1, y: base - size * 0.9, width: width + 2, height: tall },
    };
  };
  const near = [dot + 4, dot + 9, dot + 16];
  return near.flatMap((gap) => [
    put('start', x + gap, y + size * 0.35),
    put('end', x - gap, y + size * 0.35),
    put('middle', x, y - gap),
    put('middle', x, y + gap + size * 0.8),
    put('start', x + gap * 0.7, y - gap * 0.7),
    put('start', x + gap * 0.7, y + gap * 0.7 + size * 0.7),
    put('end', x - gap * 0.7, y - gap * 0.7),
    put('end', x - gap * 0.7, y + gap * 0.7 + size * 0.7),
  ]);
}

/** How far a box is from a point; 0 when the point is in it. */
function gapTo(box: Box, [x, y]: readonly [number, number]): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}

/** After so many tries the best arrangement found so far is taken: the same one on every machine. */
const mostTries = 20_000;

/**
 * Puts every name beside its point so that no name lies on another, on a point, or over the edge; of all such
 * arrangements the one whose names stand nearest to their own points and least on the lines.
 * @param dot half the size of a point
 * @param lines small boxes along the lines, which names keep off where they can
 * @returns the names in their order
 * @throws when there is no such arrangement, naming the label: move a stop, or leave one out
 */
export function placeLabels(
  labels: readonly Label[],
  sheet: { width: number; height: number },
  size: number,
  dot: number,
  lines: readonly Box[] = [],
): Placed[] {
  const dots = labels.map(({ at: [x, y] }) => ({ x: x - dot, y: y - dot, width: 2 * dot, height: 2 * dot }));
  const inside = ({ box }: Placed) =>
    box.x >= 1 && box.y >= 1 && box.x + box.width <= sheet.width - 1 && box.y + box.height <= sheet.height - 1;
  const cost = (choice: Placed, rank: number) => {
    const own = gapTo(choice.box, choice.at);
    const confusing = labels.some(({ at }) => at !== choice.at && gapTo(choice.box, at) <= own + 1);
    const crossed = lines.filter((line) => overlap(choice.box, line)).length;
    return rank + 2 * crossed + (confusing ? 12 : 0);
  };
  const possible = labels.map((label) =>
    choices(label, size, dot)
      .filter((choice) => inside(choice) && !dots.some((one) => overlap(choice.box, one)))
      .map((choice, rank) => ({ choice, cost: cost(choice, rank) }))
      .sort((a, b) => a.cost - b.cost),
  );
  // The name with the fewest places is put first.
  const order = labels.map((_, index) => index).sort((a, b) => (possible[a]?.length ?? 0) - (possible[b]?.length ?? 0));
  const placed: Placed[] = [];
  let best: { cost: number; placed: Placed[] } | undefined;
  let deepest = 0;
  let tries = 0;
  const put = (step: number, spent: number): void => {
    deepest = Math.max(deepest, step);
    const index = order[step];
    if (index === undefined) {
      best = { cost: spent, placed: [...placed] };
      return;
    }
    for (const { choice, cost: more } of possible[index] ?? []) {
      if (best && (spent + more >= best.cost || tries > mostTries)) return;
      tries += 1;
      if (placed.some((other) => overlap(choice.box, other.box))) continue;
      placed.push(choice);
      put(step + 1, spent + more);
      placed.pop();
    }
  };
  put(0, 0);
  if (!best) {
    const stuck = labels[order[deepest] ?? 0]?.text ?? '';
    throw new Error(`the map has no room for the name "${stuck}" beside its point`);
  }
  const found = best.placed;
  return labels.map((_, index) => found[order.indexOf(index)] as Placed);
}
