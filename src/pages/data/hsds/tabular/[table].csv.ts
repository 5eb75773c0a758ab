import type { APIRoute } from 'astro';
import { createReader } from '../../../../domain/reader.ts';
import { csvOf, files, filledTables } from '../../../../exports/hsds-package.ts';
import { hsdsTables, type TableName } from '../../../../exports/hsds-tables.ts';
import { allFacts } from '../../../../library/facts.ts';

/** Every table that has rows. */
export async function getStaticPaths() {
  const tables = hsdsTables(createReader('en', { ...(await allFacts()) }, '/', '1970-01-01'), (path) => path);
  return filledTables(tables).map((table) => ({
    params: { table: files[table].replace('.csv', '') },
    props: { table },
  }));
}

/** A table of the directory. */
export const GET: APIRoute = ({ props, locals: { reader }, site }) => {
  const tables = hsdsTables(reader, (path) => new URL(reader.link(path), site).href);
  return new Response(csvOf(tables, props.table as TableName));
};
