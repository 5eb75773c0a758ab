/**
 * The one registry of languages. A language's key is its URL segment, its content folder and its
 * JSON name. Everything about a language that is not a sentence stands here and nowhere else.
 */
export interface Locale {
  /** BCP 47 tag written into `lang`. */
  readonly tag: string;
  /** Tag given to `Intl`: its data and Latin digits (shared rule: Latin digits everywhere). */
  readonly format: string;
  /** ISO 639-3, which libraries of offline sites ask for. */
  readonly three: string;
  /** Its own name, as its readers write it. */
  readonly name: string;
  /** Never taken from `Intl.Locale.textInfo`, which is wrong for several Arabic tags. */
  readonly dir: 'ltr' | 'rtl';
  /** Where to look, in order, when a text does not exist in this language. */
  readonly fallback: readonly string[];
  /** Who made the interface strings; `machine` until a person has reviewed them. */
  readonly interface: 'original' | 'machine' | 'human';
  readonly published: boolean;
  /** complete: the build stops when a text is missing; growing: a missing text falls back, and says so. */
  readonly texts: 'complete' | 'growing';
}

const registry = {
  en: {
    tag: 'en',
    format: 'en-GB',
    three: 'eng',
    name: 'English',
    dir: 'ltr',
    fallback: ['fr'],
    interface: 'original',
    published: true,
    texts: 'complete',
  },
  fr: {
    tag: 'fr',
    format: 'fr-FR',
    three: 'fra',
    name: 'Français',
    dir: 'ltr',
    fallback: ['en'],
    interface: 'machine',
    published: true,
    texts: 'complete',
  },
  ar: {
    tag: 'ar',
    format: 'ar-u-nu-latn',
    three: 'ara',
    name: 'العربية',
    dir: 'rtl',
    fallback: ['en', 'fr'],
    interface: 'machine',
    published: true,
    texts: 'complete',
  },
  pt: {
    tag: 'pt-PT',
    format: 'pt-PT',
    three: 'por',
    name: 'Português',
    dir: 'ltr',
    fallback: ['fr', 'en'],
    interface: 'machine',
    published: false,
    texts: 'growing',
  },
  ha: {
    tag: 'ha',
    format: 'ha',
    three: 'hau',
    name: 'Hausa',
    dir: 'ltr',
    fallback: ['fr', 'en'],
    interface: 'machine',
    published: false,
    texts: 'growing',
  },
  am: {
    tag: 'am',
    format: 'am',
    three: 'amh',
    name: 'አማርኛ',
    dir: 'ltr',
    fallback: ['en'],
    interface: 'machine',
    published: false,
    texts: 'growing',
  },
  so: {
    tag: 'so',
    format: 'so',
    three: 'som',
    name: 'Soomaali',
    dir: 'ltr',
    fallback: ['en', 'ar'],
    interface: 'machine',
    published: false,
    texts: 'growing',
  },
  sw: {
    tag: 'sw',
    format: 'sw',
    three: 'swa',
    name: 'Kiswahili',
    dir: 'ltr',
    fallback: ['en'],
    interface: 'machine',
    published: false,
    texts: 'growing',
  },
  ti: {
    tag: 'ti',
    format: 'ti',
    three: 'tir',
    name: 'ትግርኛ',
    dir: 'ltr',
    fallback: ['am', 'en'],
    interface: 'machine',
    published: false,
    texts: 'growing',
  },
  om: {
    tag: 'om',
    format: 'om',
    three: 'orm',
    name: 'Afaan Oromoo',
    dir: 'ltr',
    fallback: ['en'],
    interface: 'machine',
    published: false,
    texts: 'growing',
  },
} as const satisfies Record<string, Locale>;

/**
 * Two invented languages that only the tests build (`PSEUDOLOCALES=1`): long, accented and bracketed,
 * left to right and right to left, so that a clipped or untranslated string shows.
 */
const pseudo = {
  'en-XA': {
    tag: 'en-XA',
    format: 'en-GB',
    three: 'eng',
    name: '⟦Ƥšéûδô⟧',
    dir: 'ltr',
    fallback: ['en'],
    interface: 'original',
    published: true,
    texts: 'growing',
  },
  'ar-XB': {
    tag: 'ar-XB',
    format: 'en-GB',
    three: 'ara',
    name: '⟦oduesP⟧',
    dir: 'rtl',
    fallback: ['en'],
    interface: 'original',
    published: true,
    texts: 'growing',
  },
} as const satisfies Record<string, Locale>;

/** A language of the registry, published or not. */
export type RealLocaleKey = keyof typeof registry;
/** Everything that can stand as first segment of an address. */
export type LocaleKey = RealLocaleKey | keyof typeof pseudo;

const withPseudo = globalThis.process?.env?.PSEUDOLOCALES === '1';

/** All languages we know of, in the order they are offered. */
export const locales: Readonly<Record<LocaleKey, Locale>> = { ...registry, ...pseudo };

/** Languages of the registry, without the invented ones. */
export const realLocales = Object.keys(registry) as RealLocaleKey[];

/** The invented languages. */
export const pseudoLocales = Object.keys(pseudo) as (keyof typeof pseudo)[];

/** Languages that have pages, in the order they are offered. */
export const published: readonly LocaleKey[] = [
  ...realLocales.filter((key) => registry[key].published),
  ...(withPseudo ? pseudoLocales : []),
];

/** Whether a segment of an address is a published language. */
export function isPublished(key: string): key is LocaleKey {
  return (published as readonly string[]).includes(key);
}
