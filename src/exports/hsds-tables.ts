/**
 * The directory as the flat tables of HSDS 3.0.1 (Open Referral, docs.openreferral.org). Everything else that goes out in that
 * standard, one JSON an entity or one CSV a table, is made from these rows. Texts are English, the language of the field.
 */
import { v5 } from 'uuid';
import { type Facts, fact, publishedServices } from '../domain/facts.ts';
import { lastLooked } from '../domain/freshness.ts';
import { openingHours, usualWeek } from '../domain/hours.ts';
import type { Reader } from '../domain/reader.ts';
import { isShelter, serviceName } from '../domain/service.ts';
import { audiences, needs, type Service, serviceKinds } from '../schemas/facts.ts';

/** A row: column to value. Columns are those of HSDS; what is unknown is left out. */
export type Row = Readonly<Record<string, string | number>>;
/** The tables we fill, in the order of HSDS's tabular form. */
export const tableNames = [
  'organization',
  'service',
  'attribute',
  'service_at_location',
  'location',
  'phone',
  'address',
  'schedule',
  'service_area',
  'required_document',
  'language',
  'taxonomy_term',
  'taxonomy',
] as const;
/** The name of a table, as the schema calls it. */
export type TableName = (typeof tableNames)[number];
/** All rows, by table. */
export type Tables = Readonly<Record<TableName, readonly Row[]>>;

/** Licence of everything that goes out: of our texts and of the compilation. */
export const licence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};

const home = v5('https://before-you-go/hsds', v5.URL);

/** The identifier of a thing: the same in every build, whatever the address of the site (UUID version 5, RFC 9562). */
export function identifier(kind: TableName, ...path: (string | number)[]): string {
  return v5([kind, ...path].join('/'), home);
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Rows without the columns that have no value. */
const row = (columns: Record<string, string | number | undefined>): Row =>
  Object.fromEntries(
    Object.entries(columns).filter(
      (pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== '',
    ),
  );

/** Opening hours as weekly schedules: days that open and close alike share one. */
function schedulesOf(id: string, service: Service): Row[] {
  if (!service.opening_hours) return [];
  const description = openingHours(service.opening_hours, 'en', 'Day and night, every day').join('; ');
  const base = { service_id: identifier('service', id), freq: 'WEEKLY', wkst: 'MO', description };
  const week = usualWeek(service.opening_hours);
  if (!week) return [row({ id: identifier('schedule', id, 0), ...base })];
  if (service.opening_hours === '24/7')
    return [
      row({ id: identifier('schedule', id, 0), ...base, byday: days.join(','), opens_at: '00:00', closes_at: '23:59' }),
    ];
  const spans = Map.groupBy(week, ([from, to]) => `${clock(from % 1440)}-${clock(to % 1440)}`);
  return [...spans].map(([span, all], index) => {
    const [opens_at, closes_at] = span.split('-');
    const byday = all.map(([from]) => days[Math.floor(from / 1440)]).join(',');
    return row({ id: identifier('schedule', id, index), ...base, byday, opens_at, closes_at });
  });
}

function phonesOf(id: string, service: Service): Row[] {
  return service.phones.map((phone, index) =>
    row({
      id: identifier('phone', id, index),
      service_id: identifier('service', id),
      number: phone.number,
      type: phone.type === 'voice' ? 'voice' : 'text',
      description: [
        phone.type === 'whatsapp' && 'WhatsApp.',
        phone.reach === 'short-code' && 'Short code, dialled as printed, only from inside the country.',
        phone.reach === 'national-free' && 'National free number, dialled as printed, only from inside the country.',
        phone.voicemail && 'Takes messages and calls back.',
        phone.note?.en,
      ]
        .filter(Boolean)
        .join(' '),
    }),
  );
}

const terms = [
  ...serviceKinds.map((code) => ({ group: 'kind', code })),
  ...needs.map((code) => ({ group: 'need', code })),
  ...audiences.map((code) => ({ group: 'audience', code })),
  { group: 'record', code: 'source' },
  { group: 'record', code: 'source-date' },
  { group: 'record', code: 'source-read' },
] as const;
const groups = {
  kind: 'What kind of assistance point it is',
  need: 'What it helps with',
  audience: 'Whom it has help of its own for',
  record: 'Where the record comes from: the source, its date, the day we read it',
};

function attributesOf(id: string, service: Service, facts: Facts): Row[] {
  const source = fact(facts, 'sources', service.source);
  const said: [string, string, string?][] = [
    ['kind', service.kind],
    ...service.needs.map((need): [string, string] => ['need', need]),
    ...service.audience.map((audience): [string, string] => ['audience', audience]),
    ['record', 'source', source.url ?? `${source.publisher}: ${source.title}`],
    ['record', 'source-date', source.date],
    ['record', 'source-read', lastLooked(service)],
  ];
  return said.map(([group, code, value]) =>
    row({
      id: identifier('attribute', id, group, code),
      link_id: identifier('service', id),
      link_entity: 'service',
      link_type: group,
      taxonomy_term_id: identifier('taxonomy_term', group, code),
      value,
    }),
  );
}

/** What a partner must know first; an unconfirmed contact says so, because HSDS has no other word for it. */
function alertOf(service: Service): string {
  return [
    service.alert?.en,
    service.publication === 'verify-first' &&
      'Contact not yet confirmed: read in a public source, nobody of ours has called.',
  ]
    .filter(Boolean)
    .join(' ');
}

function tablesOf(reader: Reader, address: (path: string) => string): Tables {
  const { facts } = reader;
  const points = publishedServices(facts);
  const english = (id: string) => fact(facts, 'places', id).name.en ?? id;
  const organisations = [...new Set(points.map(([, { organization }]) => organization))].sort();
  const nameOf = (service: Service) => serviceName(service).en ?? service.organization;
  const where = ([id, service]: [string, Service]) => {
    const place = service.location.place;
    const hidden = isShelter(service);
    const town = place ? english(place) : undefined;
    const centre = place && !hidden ? fact(facts, 'places', place) : undefined;
    const location = row({
      id: identifier('location', id),
      location_type: place ? 'physical' : 'virtual',
      name: town ?? nameOf(service),
      description: hidden
        ? 'Only the town is given, for the safety of those who live there.'
        : place
          ? 'Latitude and longitude are the centre of the town, not the building.'
          : 'By telephone or online.',
      transportation: hidden ? undefined : service.transportation?.en,
      latitude: centre?.latitude,
      longitude: centre?.longitude,
    });
    const addresses: Row[] = town
      ? [
          {
            id: identifier('address', id),
            location_id: identifier('location', id),
            address_1: hidden ? '' : (service.location.address ?? ''),
            city: town,
            state_province: '',
            postal_code: '',
            country: service.country,
            address_type: 'physical',
          },
        ]
      : [];
    return { location, addresses };
  };
  return {
    organization: organisations.map((id) => {
      const organisation = fact(facts, 'organisations', id);
      const own = points.filter(([, { organization }]) => organization === id);
      return row({
        id: identifier('organization', id),
        name: organisation.name.en ?? id,
        alternate_name: organisation.short,
        description: `Named as the provider of ${own.length === 1 ? 'one assistance point' : `${own.length} assistance points`} in this directory: ${own.map(([, service]) => nameOf(service)).join('; ')}.`,
        website: organisation.website,
      });
    }),
    service: points.map(([id, service]) =>
      row({
        id: identifier('service', id),
        organization_id: identifier('organization', service.organization),
        name: nameOf(service),
        alternate_name: isShelter(service) ? undefined : service.imported?.service_name,
        description: service.description?.en,
        url: address(`/help/${id}/`),
        email: service.email,
        // HSDS needs a status; one that nobody has confirmed is "inactive" with an alert, as its guidance asks.
        status: service.status ?? 'inactive',
        fees_description: service.cost === 'free' ? 'Free, according to its source.' : undefined,
        eligibility_description: service.eligibility?.en,
        assured_date: service.assured_date,
        alert: alertOf(service),
        last_modified: `${lastLooked(service)}T00:00:00Z`,
      }),
    ),
    attribute: points.flatMap(([id, service]) => attributesOf(id, service, facts)),
    service_at_location: points.map(([id]) =>
      row({
        id: identifier('service_at_location', id),
        service_id: identifier('service', id),
        location_id: identifier('location', id),
      }),
    ),
    location: points.map((point) => where(point).location),
    phone: points.flatMap(([id, service]) => phonesOf(id, service)),
    address: points.flatMap((point) => where(point).addresses),
    schedule: points.flatMap(([id, service]) => schedulesOf(id, service)),
    service_area: points.flatMap(([id, service]) =>
      service.service_area
        .filter((code) => code !== 'XX')
        .map((code) =>
          row({
            id: identifier('service_area', id, code),
            service_id: identifier('service', id),
            name: reader.country(code),
            extent: code,
            extent_type: 'ISO 3166-1 alpha-2',
          }),
        ),
    ),
    required_document: points.flatMap(([id, { required_documents }]) =>
      required_documents?.en
        ? [
            row({
              id: identifier('required_document', id),
              service_id: identifier('service', id),
              document: required_documents.en,
            }),
          ]
        : [],
    ),
    language: points.flatMap(([id, service]) =>
      service.languages.map((code) =>
        row({
          id: identifier('language', id, code),
          service_id: identifier('service', id),
          name: reader.language(code),
          code,
        }),
      ),
    ),
    taxonomy_term: terms.map(({ group, code }) =>
      row({
        id: identifier('taxonomy_term', group, code),
        code: `${group}:${code}`,
        name: code,
        description: `${groups[group as keyof typeof groups]}: ${code}`,
        taxonomy: 'Before You Go',
        taxonomy_id: identifier('taxonomy', 'before-you-go'),
        language: 'en',
      }),
    ),
    taxonomy: [
      {
        id: identifier('taxonomy', 'before-you-go'),
        name: 'Before You Go',
        description:
          'Kinds of assistance point for people on the move, what they help with, and where the record comes from.',
        uri: address('/data/'),
        version: '1',
      },
    ],
  };
}

const made = new WeakMap<Facts, Tables>();

/**
 * All published points as HSDS tables; made once for one set of facts.
 * @param reader an English one
 * @param address full address of a page of ours
 */
export function hsdsTables(reader: Reader, address: (path: string) => string): Tables {
  const known = made.get(reader.facts);
  if (known) return known;
  const tables = tablesOf(reader, address);
  made.set(reader.facts, tables);
  return tables;
}
