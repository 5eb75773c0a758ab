import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { nearest } from '../domain/fallback.ts';
import { type TranslationStatus, translationStatus } from '../domain/translation.ts';
import { type LocaleKey, published } from '../i18n/locales.ts';
import type { TextKind } from '../schemas/prose.ts';

/** A text as one reader finds it. */
export interface Text {
  readonly slug: string;
  readonly entry: CollectionEntry<'prose'>;
  /** The language it is really in. */
  readonly language: LocaleKey;
  /** The language it was first written in. */
  readonly original: LocaleKey;
  readonly status: TranslationStatus;
  /** Languages that have this text. */
  readonly translations: readonly LocaleKey[];
}

/** File names of all texts of a kind, in any language. */
export async function slugs(kind: TextKind): Promise<string[]> {
  const entries = await getCollection('prose');
  const all = entries.map((entry) => entry.id.split('/')).filter((parts) => parts[1] === kind);
  return [...new Set(all.map((parts) => parts[2] ?? ''))].sort();
}

/** The published languages that have a text. */
export async function translationsOf(kind: TextKind, slug: string): Promise<LocaleKey[]> {
  const there = await Promise.all(published.map((key) => getEntry('prose', `${key}/${kind}/${slug}`)));
  return published.filter((_, index) => there[index]);
}

/**
 * A text in the reader's language, or the nearest of their chain.
 * @throws when no language of the chain has it
 */
export async function textFor(kind: TextKind, slug: string, reader: LocaleKey): Promise<Text> {
  const entries = await Promise.all(
    published.map(async (key) => [key, await getEntry('prose', `${key}/${kind}/${slug}`)] as const),
  );
  const existing = new Map(entries.flatMap(([key, entry]) => (entry ? [[key, entry] as const] : [])));
  const translations = [...existing.keys()];
  const language = nearest(reader, translations);
  const entry = language && existing.get(language);
  if (!entry || !language)
    throw new Error(`content/${reader}/${kind}/${slug}.mdx does not exist, nor in any language it falls back to`);
  const original = (entry.data.translation?.of ?? language) as LocaleKey;
  const status = language === reader ? translationStatus(entry.data, existing.get(original)?.data) : 'missing';
  return { slug, entry, language, original, status, translations };
}
