import type { APIRoute } from 'astro';
import { countriesWithHelp, publishedServices } from '../domain/facts.ts';
import { sitemap } from '../exports/sitemap.ts';
import { type LocaleKey, published } from '../i18n/locales.ts';
import { pathTo, sections } from '../i18n/paths.ts';
import { storiesToTell } from '../library/lists.ts';
import { sourced } from '../library/sources.ts';
import { slugs, translationsOf } from '../library/texts.ts';
import { textKinds } from '../schemas/prose.ts';

/** Pages with an address of their own. */
const ownAddress: Readonly<Record<string, string>> = { now: '/help/now/', data: '/data/' };
const folders: Readonly<Record<string, string>> = { aloud: 'sessions/aloud' };

export const GET: APIRoute = async ({ locals, site }) => {
  const { facts, today } = locals.reader;
  const listing = (path: string, languages: readonly LocaleKey[]) => ({
    addresses: languages.map((key) => [key, new URL(pathTo(import.meta.env.BASE_URL, key, path), site).href] as const),
  });
  const plain = [
    '/',
    '/search/',
    '/sources/',
    '/help/in/',
    '/helper/',
    '/routes/compare/',
    ...['claims', 'quiz', 'survey', 'aloud', 'cards', 'posters', 'make'].map((part) => `/sessions/${part}/`),
    ...sourced.map((part) => `/sources/${part}/`),
    ...sections.map((section) => `/${section}/`),
  ];
  const facing = [
    ...publishedServices(facts).map(([id]) => `/help/${id}/`),
    ...countriesWithHelp(facts).flatMap((code) => [
      `/help/in/${code.toLowerCase()}/`,
      `/help/now/${code.toLowerCase()}/`,
    ]),
    ...[...facts.countries.keys()].map((id) => `/countries/${id}/`),
    ...[...facts.routes.keys()].map((id) => `/routes/${id}/sources/`),
  ];
  const told = storiesToTell(facts, today);
  const texts = await Promise.all(
    textKinds
      .filter((kind) => kind !== 'claims' && kind !== 'questions')
      .map(async (kind) => {
        const names = (await slugs(kind)).filter((slug) => kind !== 'stories' || told.includes(slug));
        return Promise.all(
          names.map(async (slug) =>
            listing(ownAddress[slug] ?? `/${folders[kind] ?? kind}/${slug}/`, await translationsOf(kind, slug)),
          ),
        );
      }),
  );
  return new Response(sitemap([...[...plain, ...facing].map((path) => listing(path, published)), ...texts.flat()]));
};
