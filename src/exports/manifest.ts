import type { Reader } from '../domain/reader.ts';

/** The sides of the icons, in pixels: what phones ask for. */
export const iconSizes = [192, 512] as const;

/**
 * What a phone needs to put the site beside its apps, in the reader's language (W3C Web Application Manifest).
 * @param base where the site lives, with a slash at both ends
 */
export function manifest({ t, locale, link }: Reader, base: string): Record<string, unknown> {
  const icons = iconSizes.flatMap((pixels) =>
    ['any', 'maskable'].map((purpose) => ({
      src: `${base}icons/${pixels}.png`,
      sizes: `${pixels}x${pixels}`,
      type: 'image/png',
      purpose,
    })),
  );
  const shortcut = (name: string, path: string) => ({ name, url: link(path), icons: icons.slice(0, 1) });
  return {
    id: link('/'),
    name: t('site.name'),
    short_name: t('site.name'),
    description: t('site.description'),
    lang: locale.tag,
    dir: locale.dir,
    start_url: link('/'),
    scope: base,
    display: 'standalone',
    background_color: '#fbf6ec',
    theme_color: '#1d2b53',
    icons,
    shortcuts: [shortcut(t('frame.now'), '/help/now/'), shortcut(t('sections.help.title'), '/help/')],
  };
}
