import type { APIRoute } from 'astro';
import { shardOf } from '../../../../exports/points.ts';
import { forShards } from '../../../../library/paths.ts';

export const getStaticPaths = forShards;

/** What the finder reads for one country. */
export const GET: APIRoute = ({ params, locals }) => Response.json(shardOf(params.country ?? '', locals.reader));
