import type { APIRoute } from 'astro';
import { iconSizes } from '../../exports/manifest.ts';
import { iconOf } from '../../media/icon.ts';

export const getStaticPaths = () => iconSizes.map((pixels) => ({ params: { pixels: String(pixels) } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await iconOf(Number(params.pixels))), { headers: { 'Content-Type': 'image/png' } });
