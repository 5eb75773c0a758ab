import type { APIRoute } from 'astro';
import { buildDay } from '../../domain/freshness.ts';
import { allFacts } from '../../library/facts.ts';
import { type MediaFile, mediaFiles } from '../../library/media.ts';

export const getStaticPaths = async () => {
  const { stories } = await allFacts();
  const files = await mediaFiles(stories, buildDay(process.env.SOURCE_DATE_EPOCH, Date.now()));
  return files.map((file) => ({ params: { file: file.name }, props: { file } }));
};

export const GET: APIRoute<{ file: MediaFile }> = ({ props: { file } }) =>
  new Response(new Uint8Array(file.bytes), { headers: { 'Content-Type': file.type } });
