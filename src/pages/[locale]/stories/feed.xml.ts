import type { APIRoute } from 'astro';
import { storiesAtom } from '../../../exports/story-feeds.ts';
import { stories } from '../../../library/lists.ts';
import { inEveryLanguage } from '../../../library/paths.ts';

export const getStaticPaths = inEveryLanguage;

/** The stories that may be told in a language, as Atom. */
export const GET: APIRoute = async ({ locals: { reader }, site }) =>
  new Response(storiesAtom(await stories(reader), reader, (path) => new URL(reader.link(path), site).href));
