/** What a `<Show>` can become on the wall: one of these a slide. */
export type WallSlideKind =
  | 'story'
  | 'says'
  | 'know'
  | 'numbers'
  | 'ask'
  | 'answer'
  | 'hands'
  | 'route'
  | 'aloud'
  | 'page';

/** The slides of what is shown. The same in every language, so that a slide has the same number in each. */
export function slidesOf(what: string, body = ''): readonly WallSlideKind[] {
  if (what === 'claim') return /<Figure\b/.test(body) ? ['says', 'know', 'numbers'] : ['says', 'know'];
  if (what === 'question') return ['ask', 'answer'];
  if (what === 'survey') return ['hands', 'hands', 'hands', 'hands', 'hands', 'hands'];
  return [what as WallSlideKind];
}

/** The pages of ours that end a show, help first; not the one that stands on the wall just before, the last of `shown`. */
export function endPages(shown: Iterable<string> = []): readonly string[] {
  const before = [...shown].pop();
  return ['/help/', '/help/now/'].filter((path) => before !== `page ${path}`);
}

/** How large the letters of a slide may be, by what stands on it: `big`, `mid`, or `small`, which is still a twentieth of the wall. */
export function sizeOf(html: string): 'big' | 'mid' | 'small' {
  const length = html
    .replace(/<svg[\s\S]*?<\/svg>|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim().length;
  const lines = html.match(/<(li|p|h1|h2)\b/g)?.length ?? 0;
  // A new line costs about as much as half a line of letters.
  const weight = length + 15 * lines;
  if (weight <= 100) return 'big';
  return weight <= 200 ? 'mid' : 'small';
}

/** Numbers what carries `data-slide`, from 1, in the order of the page: `id="7"`. */
export function numbered(html: string): { html: string; count: number } {
  let count = 0;
  const done = html.replace(/ data-slide(?:="")?(?=[\s>])/g, () => {
    count += 1;
    return ` data-slide id="${count}"`;
  });
  return { html: done, count };
}
