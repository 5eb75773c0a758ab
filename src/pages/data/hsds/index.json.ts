import type { APIRoute } from 'astro';
import { lists } from '../../../exports/hsds.ts';
import { licence } from '../../../exports/hsds-tables.ts';

/** What HSDS's API says of itself at its root. */
export const GET: APIRoute = ({ locals: { reader }, site }) =>
  Response.json({
    version: '3.0',
    profile: new URL(reader.link('/data/'), site).href,
    openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
    data_license: licence.path,
    data_date: reader.today,
    endpoints: lists.map((list) => new URL(`${import.meta.env.BASE_URL}data/hsds/${list}.json`, site).href),
  });
