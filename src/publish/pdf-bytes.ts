/** What Chromium's PDFs need before they are published. Every change keeps the length, so that the file's own table stays true. */

const hex = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase();
const words = (text: string) => text.trim().split(/\s+/);
const sorted = (text: string) => words(text).sort().join(' ');

/**
 * Puts the words of the outline into the order of the headings: Chromium writes those of right-to-left headings as they stand on
 * the line, from the left.
 * @param headings the headings of the page
 */
export function outlineInOrder(pdf: Buffer, headings: readonly string[]): Buffer {
  const right = new Map(headings.map((heading) => [sorted(heading), words(heading).join(' ')]));
  const text = pdf.toString('latin1').replace(/(\/Title <)FEFF([0-9A-F]+)>/g, (all, before: string, code: string) => {
    const title = Buffer.from(code, 'hex').swap16().toString('utf16le');
    const heading = right.get(sorted(title));
    return heading && heading.length === title.length ? `${before}${hex(heading)}>` : all;
  });
  return Buffer.from(text, 'latin1');
}

/**
 * Dates a PDF with the day of the build, so that the same site gives the same file.
 * @param day `YYYY-MM-DD`
 */
export function dated(pdf: Buffer, day: string): Buffer {
  const date = `${day.replaceAll('-', '')}000000`;
  const text = pdf.toString('latin1').replace(/(\/(?:Creation|Mod)Date \(D:)\d{14}/g, `$1${date}`);
  return Buffer.from(text, 'latin1');
}
