import { translationStatus, type Version } from '../domain/translation.ts';
import { locales, realLocales } from '../i18n/locales.ts';
import { textKinds } from '../schemas/prose.ts';
import { readAllContent } from './content.ts';

/** The state of every text in every published language, a line each: what a translator has to do. */
export function translationReport(folder: string): string[] {
  const { texts } = readAllContent(folder, []);
  const languages = realLocales.filter((key) => locales[key].published);
  return textKinds.flatMap((kind) => {
    const ids = [...new Set(languages.flatMap((key) => [...(texts.get(`${key}/${kind}`)?.keys() ?? [])]))].sort();
    return ids.map((id) => {
      const versions = languages.map(
        (key) => [key, texts.get(`${key}/${kind}`)?.get(id)?.valid as Version | undefined] as const,
      );
      const original = versions.find(([, text]) => text?.revision !== undefined)?.[1];
      return `${kind}/${id}: ${versions.map(([key, text]) => `${key} ${translationStatus(text, original)}`).join(', ')}`;
    });
  });
}
