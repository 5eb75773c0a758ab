/** The answers of HSDS 3.0's API as files: lists in pages, and one file an entity with all that belongs to it. */
import { licence, type Row, type TableName, type Tables } from './hsds-tables.ts';

/** The lists of the API that are served. */
export const lists = ['services', 'organizations', 'service_at_locations'] as const;
/** The name of a list, as it stands in the address. */
export type ListName = (typeof lists)[number];

/** Entities on a page of a list. */
export const pageSize = 50;

type Nested = Readonly<Record<string, unknown>>;

const tableOf: Readonly<Record<ListName, TableName>> = {
  services: 'service',
  organizations: 'organization',
  service_at_locations: 'service_at_location',
};

const having = (tables: Tables, table: TableName, column: string, id: unknown) =>
  tables[table].filter((row) => row[column] === id);
const one = (tables: Tables, table: TableName, id: unknown): Row | undefined =>
  tables[table].find((row) => row.id === id);
/** Properties whose list is empty are left out, as the standard's examples do. */
const filled = (lists: Readonly<Record<string, readonly unknown[]>>): Nested =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));

function location(tables: Tables, id: unknown): Nested {
  return { ...one(tables, 'location', id), ...filled({ addresses: having(tables, 'address', 'location_id', id) }) };
}

function attributes(tables: Tables, id: unknown): Nested[] {
  return having(tables, 'attribute', 'link_id', id).map((attribute) => {
    const term = one(tables, 'taxonomy_term', attribute.taxonomy_term_id);
    return { ...attribute, ...(term && { taxonomy_term: { ...term, taxonomy_detail: tables.taxonomy[0] } }) };
  });
}

function service(tables: Tables, row: Row, inside: 'organization' | 'service_at_location' | undefined): Nested {
  const { id } = row;
  return {
    ...row,
    ...(inside !== 'organization' && { organization: one(tables, 'organization', row.organization_id) }),
    ...filled({
      phones: having(tables, 'phone', 'service_id', id),
      schedules: having(tables, 'schedule', 'service_id', id),
      service_areas: having(tables, 'service_area', 'service_id', id),
      languages: having(tables, 'language', 'service_id', id),
      required_documents: having(tables, 'required_document', 'service_id', id),
      attributes: attributes(tables, id),
      ...(inside !== 'service_at_location' && {
        service_at_locations: having(tables, 'service_at_location', 'service_id', id).map((at) => ({
          ...at,
          location: location(tables, at.location_id),
        })),
      }),
    }),
  };
}

/** Identifiers of all entities of a list. */
export function idsOf(tables: Tables, list: ListName): string[] {
  return tables[tableOf[list]].map(({ id }) => String(id));
}

/**
 * One entity with everything that belongs to it.
 * @throws when there is none with this identifier
 */
export function entity(tables: Tables, list: ListName, id: string): Nested {
  const row = one(tables, tableOf[list], id);
  if (!row) throw new Error(`No ${tableOf[list]} has the identifier ${id}`);
  const whole =
    list === 'services'
      ? service(tables, row, undefined)
      : list === 'organizations'
        ? {
            ...row,
            services: having(tables, 'service', 'organization_id', id).map((own) =>
              service(tables, own, 'organization'),
            ),
          }
        : {
            ...row,
            location: location(tables, row.location_id),
            service: service(tables, one(tables, 'service', row.service_id) ?? {}, 'service_at_location'),
          };
  return { ...whole, data_license: licence.path };
}

/** How many pages a list has. */
export function pagesIn(tables: Tables, list: ListName): number {
  return Math.ceil(tables[tableOf[list]].length / pageSize);
}

/**
 * A page of a list, counted from 1, as HSDS's `Page`: entities with one-to-one fields only.
 * @param date the day of the data
 */
export function listPage(tables: Tables, list: ListName, page: number, date: string): Nested {
  const all = tables[tableOf[list]];
  const rows = all.slice((page - 1) * pageSize, page * pageSize);
  const contents = rows.map((row) =>
    list === 'services'
      ? { ...row, organization: one(tables, 'organization', row.organization_id) }
      : list === 'service_at_locations'
        ? {
            ...row,
            location: one(tables, 'location', row.location_id),
            service: one(tables, 'service', row.service_id),
          }
        : row,
  );
  return {
    total_items: all.length,
    total_pages: pagesIn(tables, list),
    page_number: page,
    size: rows.length,
    first_page: page === 1,
    last_page: page === pagesIn(tables, list),
    empty: rows.length === 0,
    data_license: licence.path,
    data_date: date,
    contents,
  };
}
