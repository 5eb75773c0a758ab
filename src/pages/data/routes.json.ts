import type { APIRoute } from 'astro';
import { routesJson } from '../../exports/routes.ts';
import { titledRoutes } from '../../library/lists.ts';

/** The routes, their stops and series, with sources. */
export const GET: APIRoute = async ({ locals: { reader }, site }) =>
  Response.json(routesJson(await titledRoutes(reader), reader, (path) => new URL(reader.link(path), site).href));
