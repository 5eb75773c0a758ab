import type { APIRoute } from 'astro';
import { createReader } from '../../../../domain/reader.ts';
import { entity, idsOf, type ListName, listPage, lists, pagesIn } from '../../../../exports/hsds.ts';
import { hsdsTables } from '../../../../exports/hsds-tables.ts';
import { allFacts } from '../../../../library/facts.ts';

/** Every entity by its identifier, and the pages of each list after the first. */
export async function getStaticPaths() {
  // Identifiers do not depend on the address of the site nor on the day.
  const tables = hsdsTables(createReader('en', { ...(await allFacts()) }, '/', '1970-01-01'), (path) => path);
  return lists.flatMap((list) => {
    const further = Array.from({ length: pagesIn(tables, list) - 1 }, (_, index) => `page-${index + 2}`);
    return [...further, ...idsOf(tables, list)].map((id) => ({ params: { list, id } }));
  });
}

/** One entity with all that belongs to it, or a further page of its list (`page-2`). */
export const GET: APIRoute = ({ params: { list, id = '' }, locals: { reader }, site }) => {
  const tables = hsdsTables(reader, (path) => new URL(reader.link(path), site).href);
  const page = /^page-(\d+)$/.exec(id)?.[1];
  return Response.json(
    page ? listPage(tables, list as ListName, Number(page), reader.today) : entity(tables, list as ListName, id),
  );
};
