import type { APIRoute } from 'astro';
import { type ListName, listPage, lists } from '../../../exports/hsds.ts';
import { hsdsTables } from '../../../exports/hsds-tables.ts';

export const getStaticPaths = () => lists.map((list) => ({ params: { list } }));

/** The first page of a list. */
export const GET: APIRoute = ({ params, locals: { reader }, site }) => {
  const tables = hsdsTables(reader, (path) => new URL(reader.link(path), site).href);
  return Response.json(listPage(tables, params.list as ListName, 1, reader.today));
};
