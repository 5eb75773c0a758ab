import type { APIRoute } from 'astro';
import { storiesJsonFeed } from '../../../exports/story-feeds.ts';
import { stories } from '../../../library/lists.ts';
import { inEveryLanguage } from '../../../library/paths.ts';

export const getStaticPaths = inEveryLanguage;

/** The stories that may be told in a language, as JSON Feed. */
export const GET: APIRoute = async ({ locals: { reader }, site }) =>
  Response.json(storiesJsonFeed(await stories(reader), reader, (path) => new URL(reader.link(path), site).href));
