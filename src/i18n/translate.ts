import i18next, { type TFunction } from 'i18next';
import { type LocaleKey, locales } from './locales.ts';
import { pseudo } from './pseudo.ts';

type Strings = typeof import('../../locales/en.json');

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Strings };
    strictKeyChecks: true;
  }
}

const files = import.meta.glob<Strings>('../../locales/*.json', { eager: true, import: 'default' });

/** Interface strings of a language: its file, or a disguise of the English one for the invented languages. */
function stringsOf(locale: LocaleKey): object | undefined {
  const english = files['../../locales/en.json'] ?? {};
  if (locale === 'en-XA') return pseudo(english, 'wide');
  if (locale === 'ar-XB') return pseudo(english, 'mirrored');
  return files[`../../locales/${locale}.json`];
}

/** Gives an interface string in one language. A key that does not exist does not compile. */
export type Translate = TFunction;

const ready = new Map<LocaleKey, Translate>();

/**
 * The strings of a language. At build time only: no page carries i18next.
 * @throws when the language has no file in `locales/`, or a key is missing in it.
 */
export function translator(locale: LocaleKey): Translate {
  const known = ready.get(locale);
  if (known) return known;
  const translation = stringsOf(locale);
  if (!translation) throw new Error(`locales/${locale}.json does not exist`);
  const instance = i18next.createInstance();
  void instance.init({
    lng: locales[locale].tag,
    resources: { [locales[locale].tag]: { translation } },
    fallbackLng: false,
    load: 'currentOnly',
    initAsync: false,
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => {
      throw new Error(`locales/${locale}.json: "${key}" is missing`);
    },
  });
  ready.set(locale, instance.t);
  return instance.t;
}
