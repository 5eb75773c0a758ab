import type { APIRoute } from 'astro';
import { routesCsv } from '../../exports/routes.ts';
import { titledRoutes } from '../../library/lists.ts';

/** The yearly series of the routes, a row a year. */
export const GET: APIRoute = async ({ locals: { reader } }) =>
  new Response(routesCsv(await titledRoutes(reader), reader));
