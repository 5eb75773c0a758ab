import type { APIRoute } from 'astro';
import { pointsGeoJson } from '../../exports/geojson.ts';

/** The points for a map. */
export const GET: APIRoute = ({ locals: { reader }, site }) =>
  Response.json(pointsGeoJson(reader, (path) => new URL(reader.link(path), site).href));
