import type { APIRoute } from 'astro';
import { manifest } from '../../exports/manifest.ts';
import { inEveryLanguage } from '../../library/paths.ts';

export const getStaticPaths = inEveryLanguage;

export const GET: APIRoute = ({ locals }) =>
  new Response(JSON.stringify(manifest(locals.reader, import.meta.env.BASE_URL)), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
