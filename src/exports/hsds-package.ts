/** The tabular form of HSDS 3.0.1: one CSV a table, described by a `datapackage.json` (Frictionless tabular data package). */
import { stringify } from 'csv-stringify/sync';
import { licence, type TableName, type Tables, tableNames } from './hsds-tables.ts';

/** File names as the standard gives them. */
export const files: Readonly<Record<TableName, string>> = {
  organization: 'organizations.csv',
  service: 'services.csv',
  attribute: 'attributes.csv',
  service_at_location: 'service_at_location.csv',
  location: 'locations.csv',
  phone: 'phones.csv',
  address: 'addresses.csv',
  schedule: 'schedules.csv',
  service_area: 'service_areas.csv',
  required_document: 'required_documents.csv',
  language: 'languages.csv',
  taxonomy_term: 'taxonomy_terms.csv',
  taxonomy: 'taxonomies.csv',
};

const types: Readonly<Record<string, object>> = {
  latitude: { type: 'number' },
  longitude: { type: 'number' },
  assured_date: { type: 'date' },
  last_modified: { type: 'datetime' },
  opens_at: { type: 'time', format: '%H:%M' },
  closes_at: { type: 'time', format: '%H:%M' },
};
const references: Readonly<Record<string, TableName>> = {
  organization_id: 'organization',
  service_id: 'service',
  location_id: 'location',
  taxonomy_term_id: 'taxonomy_term',
  taxonomy_id: 'taxonomy',
};

const nameOf = (table: TableName) => files[table].replace('.csv', '').replaceAll('_', '-');
const columnsOf = (tables: Tables, table: TableName) => [...new Set(tables[table].flatMap((row) => Object.keys(row)))];

/** What other tables a table names; nothing where it names none, because the profile wants no empty list. */
function keysOf(tables: Tables, table: TableName): object {
  const foreignKeys = columnsOf(tables, table).flatMap((name) => {
    const target = references[name];
    return target && target !== table && tables[target].length > 0
      ? [{ fields: name, reference: { resource: nameOf(target), fields: 'id' } }]
      : [];
  });
  return foreignKeys.length > 0 ? { foreignKeys } : {};
}

/** The tables that have rows. */
export function filledTables(tables: Tables): TableName[] {
  return tableNames.filter((table) => tables[table].length > 0);
}

/** A table as CSV (RFC 4180, UTF-8). */
export function csvOf(tables: Tables, table: TableName): string {
  return stringify([...tables[table]], { header: true, columns: columnsOf(tables, table) });
}

/**
 * The description of the package.
 * @param date the day of the data
 * @param homepage address of the page that documents it
 */
export function dataPackage(tables: Tables, date: string, homepage: string): object {
  return {
    profile: 'tabular-data-package',
    name: 'before-you-go-help-points',
    title: 'Before You Go: assistance points for people on the move in 26 African countries',
    description:
      'Human Services Data Specification (HSDS) 3.0.1, tabular form. Read in public sources; nobody was called unless assured_date says so.',
    homepage,
    created: `${date}T00:00:00Z`,
    version: date,
    licenses: [licence],
    resources: filledTables(tables).map((table) => ({
      name: nameOf(table),
      path: files[table],
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        fields: columnsOf(tables, table).map((name) => ({
          name,
          type: 'string',
          ...types[name],
          ...(name === 'id' && { constraints: { required: true, unique: true } }),
        })),
        primaryKey: 'id',
        ...keysOf(tables, table),
      },
    })),
  };
}
