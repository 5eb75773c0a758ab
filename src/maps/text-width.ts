/**
 * How wide each letter is in the widest bold type that a phone or a machine is likely to have, as a share of the size of the
 * type: DejaVu Sans for Latin, and the widest of DejaVu Sans, FreeSans and Noto's Arabic faces for Arabic.
 */
const latin: readonly (readonly [RegExp, number])[] = [
  [/[ ijlIJ'|]/, 0.39],
  [/[rtf.,:’()/-]/, 0.5],
  [/[cszaexkvyoELFT]/, 0.69],
  [/[bdghnpquSPZ0-9]/, 0.74],
  [/[ABCKRVXY]/, 0.79],
  [/[mwMW]/, 1.06],
];
const widest = 0.86;

/** Arabic letters where the next letter joins them: most lose their tail. */
const joined: readonly (readonly [RegExp, number])[] = [
  [/[بتثنيل]/, 0.44],
  [/[كم]/, 0.66],
  [/[جحخعغفق]/, 0.72],
];
const widestJoined = 1;

/** Arabic letters at the end of a word, or before a gap in it. */
const tailed: readonly (readonly [RegExp, number])[] = [
  [/ا/, 0.4],
  [/[دذرزوهةء]/, 0.68],
  [/[جحخعغم]/, 0.78],
  [/[طظقكلنيى]/, 1.06],
  [/[بتثف]/, 1.18],
];
const widestTailed = 1.44;

/** Letters that never join the next one. */
const closing = /[ادذرزوةىء]/;
const arabic = /[\u0621-\u064A]/;

function look(table: readonly (readonly [RegExp, number])[], letter: string, otherwise: number): number {
  return table.find(([letters]) => letters.test(letter))?.[1] ?? otherwise;
}

function letterWidth(letter: string, next = ''): number {
  if (!arabic.test(letter)) return look(latin, letter, widest);
  const joins = !closing.test(letter) && arabic.test(next) && next !== 'ء';
  return joins ? look(joined, letter, widestJoined) : look(tailed, letter, widestTailed);
}

/**
 * How wide a text in Latin or Arabic letters is at most, in bold, whichever of the usual types draws it.
 * @param size of the type; the width is in the same unit
 */
export function textWidth(text: string, size: number): number {
  // Marks above and below letters take no room of their own.
  const letters = [...text.normalize('NFD').replace(/\p{Mn}/gu, '')];
  return letters.reduce((sum, letter, index) => sum + letterWidth(letter, letters[index + 1]) * size, 0);
}
