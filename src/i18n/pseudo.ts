const accents: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'δ',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ô',
  p: 'þ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
};

/** One string made longer (by half, the width of Oromo and French labels), accented and bracketed; placeholders stay. */
function disguise(text: string, style: 'wide' | 'mirrored'): string {
  const body = text.replace(/\{\{[^}]*\}\}|[a-z]/g, (part) => accents[part] ?? part);
  const words = 'lorem ipsum dolor sit amet consectetur'.split(' ');
  const extra = words.slice(0, Math.max(1, Math.round(text.split(' ').length / 2))).join(' ');
  return style === 'wide' ? `⟦${body} ${extra}⟧` : `⟦${body}⟧`;
}

/** A whole file of interface strings in an invented language, for tests of layout and completeness. */
export function pseudo(strings: object, style: 'wide' | 'mirrored'): object {
  return Object.fromEntries(
    Object.entries(strings).map(([key, value]) => [
      key,
      // A string of several lines is shown line by line.
      typeof value === 'string'
        ? value
            .split('\n')
            .map((line) => disguise(line, style))
            .join('\n')
        : pseudo(value as object, style),
    ]),
  );
}
