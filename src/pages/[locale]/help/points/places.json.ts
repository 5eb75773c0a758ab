import type { APIRoute } from 'astro';
import { measuredTowns } from '../../../../exports/points.ts';
import { inEveryLanguage } from '../../../../library/paths.ts';

export const getStaticPaths = inEveryLanguage;

/** The towns the finder measures from. */
export const GET: APIRoute = ({ locals: { reader } }) => Response.json(measuredTowns(reader.facts, reader));
