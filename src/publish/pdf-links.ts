import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.ts';

/** A link to a PDF as `components/PdfLink.astro` writes it: hidden, or with the address that was filled in before. */
const link = /<a((?: [^>]*?)?) (?:hidden|href="[^"]*")( data-pdf="([^"]+)"[^>]*>[^<]*<bdi>)\d+(?=<\/bdi>)/g;

/** The name of a page's PDF. It says what it is, because it travels alone: `before-you-go-fr-sessions-pocket-cm.pdf`. */
export function pdfName(locale: string, path: string): string {
  return `before-you-go-${locale}${path.replace(/\/$/, '').replaceAll('/', '-')}.pdf`;
}

/** What a file will cost, in kB of 1,000 bytes, never less than one. */
const kilobytes = (file: string) => Math.max(1, Math.round(statSync(file).size / 1000));

/** The pages of a finished site that are offered as a PDF somewhere, as paths from its folder, such as `fr/sessions/cards/`. */
export function pagesToPrint(site: string): { locale: string; path: string }[] {
  const all = filesBelow(site, '.html').flatMap((file) => {
    const locale = file.split('/')[0] ?? '';
    return [...readFileSync(join(site, file), 'utf8').matchAll(link)].map(([, , , path = '']) => `${locale}${path}`);
  });
  return [...new Set(all)].sort().map((page) => {
    const at = page.indexOf('/');
    return { locale: page.slice(0, at), path: page.slice(at) };
  });
}

/**
 * Shows the links to the PDFs that exist under `pdf/`, with their sizes; links to others stay hidden.
 * @param base where the site lives, with a slash at both ends
 * @returns how many links lead to a PDF
 */
export function fillPdfLinks(site: string, base: string): number {
  let filled = 0;
  for (const file of filesBelow(site, '.html')) {
    const html = readFileSync(join(site, file), 'utf8');
    const after = html.replace(link, (_all, before: string, rest: string, path: string) => {
      const name = pdfName(file.split('/')[0] ?? '', path);
      const pdf = join(site, 'pdf', name);
      if (!existsSync(pdf)) return `<a${before} hidden${rest}0`;
      filled += 1;
      return `<a${before} href="${base}pdf/${name}"${rest}${kilobytes(pdf)}`;
    });
    if (after !== html) writeFileSync(join(site, file), after);
  }
  return filled;
}
