import type { TranslationStatus } from '../domain/translation.ts';
import type { LocaleKey } from '../i18n/locales.ts';
import type { Prose } from '../schemas/prose.ts';

/** What an article needs to know of its text. */
export interface ArticleText {
  readonly slug: string;
  readonly entry: { readonly data: Prose };
  readonly language: LocaleKey;
  readonly original: LocaleKey;
  readonly status: TranslationStatus;
  readonly translations: readonly LocaleKey[];
}
