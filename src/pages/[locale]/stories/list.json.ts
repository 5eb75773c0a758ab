import type { APIRoute } from 'astro';
import { storyCards } from '../../../exports/story-list.ts';
import { locales } from '../../../i18n/locales.ts';
import { stories } from '../../../library/lists.ts';
import { inEveryLanguage } from '../../../library/paths.ts';

export const getStaticPaths = inEveryLanguage;

/** What the list of stories reads when a reader first chooses. */
export const GET: APIRoute = async ({ locals: { reader } }) =>
  Response.json(
    storyCards(
      (await stories(reader)).map(({ slug, facts, text }) => ({
        slug,
        facts,
        title: text.entry.data.title,
        summary: text.entry.data.summary,
        lang: text.language === reader.key ? undefined : locales[text.language].tag,
      })),
    ),
  );
