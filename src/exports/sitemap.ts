import { type LocaleKey, locales } from '../i18n/locales.ts';

/** A page in the sitemap: its address in each language in which it really exists. */
export interface Listing {
  readonly addresses: readonly (readonly [LocaleKey, string])[];
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A sitemap (sitemaps.org 0.9) that names real translations only. */
export function sitemap(pages: readonly Listing[]): string {
  const urls = pages.flatMap(({ addresses }) =>
    addresses.map(([, address]) => {
      const others = addresses.map(
        ([key, other]) => `<xhtml:link rel="alternate" hreflang="${locales[key].tag}" href="${xml(other)}"/>`,
      );
      return `<url><loc>${xml(address)}</loc>${others.join('')}</url>`;
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}
