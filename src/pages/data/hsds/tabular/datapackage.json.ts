import type { APIRoute } from 'astro';
import { dataPackage } from '../../../../exports/hsds-package.ts';
import { hsdsTables } from '../../../../exports/hsds-tables.ts';

/** What the tables are, for programs that open data packages. */
export const GET: APIRoute = ({ locals: { reader }, site }) => {
  const address = (path: string) => new URL(reader.link(path), site).href;
  return Response.json(dataPackage(hsdsTables(reader, address), reader.today, address('/data/')));
};
