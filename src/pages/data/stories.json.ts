import type { APIRoute } from 'astro';
import { storiesJson } from '../../exports/stories.ts';
import { pathTo } from '../../i18n/paths.ts';
import { toldStories } from '../../library/lists.ts';

/** The stories that may be told: published fields only. */
export const GET: APIRoute = async ({ locals: { reader }, site }) =>
  Response.json(
    storiesJson(
      await toldStories(reader),
      reader,
      (language, path) => new URL(pathTo(import.meta.env.BASE_URL, language, path), site).href,
    ),
  );
