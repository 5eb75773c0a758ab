import type { APIRoute } from 'astro';
import { ownThings } from '../../../exports/own-things.ts';
import { choosable } from '../../../library/own-session.ts';
import { inEveryLanguage } from '../../../library/paths.ts';

export const getStaticPaths = inEveryLanguage;

/** What a session of one's own is made of, read when somebody makes one or shows it. */
export const GET: APIRoute = async ({ locals: { reader } }) =>
  Response.json(ownThings(await choosable(reader), reader));
