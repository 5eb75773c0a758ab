import type { APIRoute } from 'astro';
import { routesGeoJson } from '../../exports/routes.ts';
import { titledRoutes } from '../../library/lists.ts';

/** The ways and stops for a map. */
export const GET: APIRoute = async ({ locals: { reader } }) =>
  Response.json(routesGeoJson(await titledRoutes(reader), reader));
