/**
 * Breaks a text into lines that are no wider than they may be, at spaces that may be broken.
 * @param width of a piece of text
 */
export function linesOf(text: string, most: number, width: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && width(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
