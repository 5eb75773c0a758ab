import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { parse as parseCsv } from 'csv-parse/sync';
import { isPossiblePhoneNumber, isValidPhoneNumber } from 'libphonenumber-js/max';
import { parse as parseYaml, stringify } from 'yaml';
import { isShelter } from '../domain/service.ts';
import { type Organisation, type Place, type Service, type Source, serviceKinds } from '../schemas/facts.ts';
import { needsOf } from './needs.ts';

const advice = {
  'publishable after routine phone check': 'publish',
  'verify contact first': 'verify-first',
  'reference only: no contact found': 'reference-only',
  'do not publish until re-checked': 'withheld',
} as const;

/** Tags of services that go out themselves. */
const sending = ['police-emergency', 'ambulance', 'fire', 'emergency-medical'];

const list = z.string().transform((text) =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean),
);
const number = z.string().transform((text) => (text === '' ? undefined : Number(text)));

/** The columns we read; what a cell must hold is what the report of a bad row says. */
const row = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
  organization: z.string().min(2, 'the name of the organisation'),
  service_name: z.string().min(2, 'the name of the service'),
  kind: z.enum(serviceKinds),
  services: list,
  country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
  service_area: list,
  city: z.string(),
  address: z.string(),
  latitude: number,
  longitude: number,
  phones: list.refine(
    (all) => all.every((one) => isPossiblePhoneNumber(one)),
    'telephone numbers such as +237222222222, with ; between them',
  ),
  short_codes: list.refine((all) => all.every((one) => /^\d{2,5}$/.test(one)), 'short codes of 2 to 5 digits'),
  tollfree_national: list.refine(
    (all) => all.every((one) => /^\d{6,12}$/.test(one)),
    'national free numbers, digits only',
  ),
  phone_flags: z.string(),
  whatsapp: list.refine(
    (all) => all.every((one) => isPossiblePhoneNumber(one)),
    'telephone numbers such as +237222222222',
  ),
  email: z.string(),
  website: z.string(),
  languages: list,
  opening_hours: z.string(),
  cost: z.string(),
  eligibility: z.string(),
  source_title: z.string().min(2, 'the title of the source'),
  source_url: z.string(),
  source_date: z
    .string()
    .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, 'a date such as 2024-03-18, 2024-03 or 2024, or nothing'),
  how_seen: z.string(),
  confidence: z.enum(['high', 'medium', 'low', 'unverified']),
  hsds_status: z.enum(['', 'active', 'inactive', 'defunct', 'temporarily closed']),
  publish_advice: z.enum(Object.keys(advice) as [keyof typeof advice]),
  status_note: z.string(),
});
type Row = z.infer<typeof row>;

/** What an import did, or would do: ids by outcome, and a line for each bad cell. */
export interface ImportReport {
  added: string[];
  changed: string[];
  unchanged: string[];
  bad: string[];
}

export interface ImportOptions {
  /** Folder with `services/`, `sources/`, `places/` and `organisations/`. */
  facts: string;
  /** The day the file was made from its sources. */
  checked: string;
  /** Only these countries; all without it. */
  countries?: readonly string[];
  /** Show what would change and write nothing. */
  dry?: boolean;
}

/** File name made from a name: letters, digits and hyphens, accents dropped, 60 characters at most. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

/**
 * Reads a directory of assistance points (CSV, columns as above) into `content/facts/`.
 * What people wrote (names, descriptions, alerts, who reviewed) is never overwritten; a file that an
 * editor has withheld stays withheld. Bad rows are listed by row and column and left out. Running it twice changes nothing.
 */
export function importServices(csv: string, options: ImportOptions): ImportReport {
  const report: ImportReport = { added: [], changed: [], unchanged: [], bad: [] };
  const records: Record<string, string>[] = parseCsv(csv, {
    columns: true,
    bom: true,
    relax_column_count: true,
    trim: true,
    skip_empty_lines: true,
  });
  const lengths: string[][] = parseCsv(csv, { bom: true, relax_column_count: true, skip_empty_lines: true });
  const columns = lengths[0]?.length ?? 0;
  const ours = renamed(options.facts);
  records.forEach((record, index) => {
    const line = index + 2;
    if (options.countries && !options.countries.includes(record.country ?? '')) return;
    const cells = lengths[index + 1]?.length ?? 0;
    if (cells !== columns) {
      report.bad.push(
        `row ${line} (${record.id}): ${cells} cells where the header has ${columns}. A comma inside a cell needs quotes around the cell.`,
      );
      return;
    }
    const parsed = row.safeParse(record);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const column = String(issue.path[0]);
        report.bad.push(
          `row ${line} (${record.id}), column ${column}: found "${record[column] ?? ''}", expected ${issue.message.replace('Invalid option: expected ', '')}.`,
        );
      }
      return;
    }
    const { needs, unknown } = needsOf(parsed.data.kind, parsed.data.services, parsed.data.service_name);
    if (unknown.length > 0) {
      report.bad.push(
        `row ${line} (${record.id}), column services: no need of ours for "${unknown.join('", "')}". Add it in src/desk/needs.ts.`,
      );
      return;
    }
    for (const column of ['phones', 'whatsapp'] as const)
      for (const one of parsed.data[column].filter((number) => !isValidPhoneNumber(number)))
        report.bad.push(
          `row ${line} (${record.id}), column ${column}: "${one}" is in no country's numbering plan. The number is left out, the rest is brought in.`,
        );
    write(
      parsed.data,
      ours.get(parsed.data.id) ?? parsed.data.id,
      needs.length > 0 ? needs : ['information'],
      options,
      report,
    );
  });
  return report;
}

function write(data: Row, id: string, needs: Service['needs'], options: ImportOptions, report: ImportReport): void {
  const file = join(options.facts, 'services', `${id}.yaml`);
  const before: Partial<Service> = existsSync(file) ? (parseYaml(readFileSync(file, 'utf8')) as Partial<Service>) : {};
  const organization = keep(
    options,
    'organisations',
    slugOf(data.organization),
    (): Organisation => ({ name: { en: data.organization } }),
  );
  const place =
    data.city === '' ||
    /city assumed/.test(data.status_note) ||
    data.latitude === undefined ||
    data.longitude === undefined
      ? undefined
      : keep(
          options,
          'places',
          slugOf(data.city),
          (): Place => ({
            name: { en: data.city },
            country: data.country,
            latitude: data.latitude ?? 0,
            longitude: data.longitude ?? 0,
          }),
        );
  // Without an address there is nothing to know a source by: the one an editor chose stays.
  const source = (data.source_url === '' && before.source) || sourceOf(data, options);
  const after = merge(before, serviceOf(data, needs, organization, place, source, options.checked));
  const text = stringify(after, { lineWidth: 0 });
  const outcome = !existsSync(file) ? 'added' : text === stringify(before, { lineWidth: 0 }) ? 'unchanged' : 'changed';
  report[outcome].push(id);
  if (outcome !== 'unchanged') save(options, file, text);
}

/** What people wrote stands first and wins over what the file brings; a note on a number stays with its number. */
function merge(before: Partial<Service>, after: Partial<Service>): Partial<Service> {
  const { name, description, eligibility, required_documents, transportation, alert, translation, assured_date } =
    before;
  const written = { name, description, eligibility, required_documents, transportation, alert, translation };
  const words = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
  const phones = after.phones?.map((phone) => {
    const note = before.phones?.find((known) => known.number === phone.number)?.note;
    return note ? { ...phone, note } : phone;
  });
  const withheld =
    before.publication === 'withheld'
      ? { publication: before.publication, withheld_reason: before.withheld_reason }
      : {};
  const { imported, ...rest } = after;
  const { hours_disputed } = before;
  return {
    ...words,
    ...rest,
    ...(phones && { phones }),
    ...withheld,
    ...(hours_disputed && { hours_disputed }),
    ...(assured_date && { assured_date }),
    ...(imported && { imported: { ...(before.imported?.id && { id: before.imported.id }), ...imported } }),
  };
}

/** Files whose name is not the id they were imported under, by that id. */
function renamed(facts: string): Map<string, string> {
  const folder = join(facts, 'services');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  return new Map(
    names.flatMap((name): [string, string][] => {
      const { imported } = parseYaml(readFileSync(join(folder, name), 'utf8')) as Partial<Service>;
      return imported?.id ? [[imported.id, name.replace('.yaml', '')]] : [];
    }),
  );
}

/** Whom it has help of its own for, by its kind, its tags and who may come. */
function audienceOf(data: Row): Service['audience'] {
  const said = [data.kind, ...data.services, data.eligibility, data.service_name].join(' ');
  return [
    ...(/\bwom[ae]n\b|\bgirls\b|gender-based|\bs?gbv\b/i.test(said) ? (['women'] as const) : []),
    ...(/\bchild(ren)?\b|\bminors?\b|\bgirls\b/i.test(said) ? (['children'] as const) : []),
  ];
}

function serviceOf(
  data: Row,
  needs: Service['needs'],
  organization: string,
  place: string | undefined,
  source: string,
  checked: string,
): Partial<Service> {
  const hidden = isShelter({ kind: data.kind, needs });
  const publication = advice[data.publish_advice];
  const audience = audienceOf(data);
  return {
    organization,
    kind: data.kind,
    needs,
    ...(data.services.some((tag) => sending.includes(tag)) && { sends_help: true }),
    country: data.country,
    service_area: data.service_area.length > 0 ? data.service_area : [data.country],
    location: { ...(place && { place }), ...(data.address && !hidden && { address: data.address }) },
    ...(audience.length > 0 && { audience }),
    phones: phonesOf(data),
    ...(data.email && { email: data.email }),
    ...(data.website && { website: data.website }),
    languages: data.languages,
    ...(data.opening_hours && { opening_hours: data.opening_hours }),
    cost: data.cost === 'free' ? 'free' : 'not-stated',
    ...(data.hsds_status && { status: data.hsds_status }),
    publication,
    ...(publication === 'withheld' && {
      withheld_reason: data.status_note || 'The source is too old or too weak: check again first.',
    }),
    confidence: data.confidence,
    last_checked: checked,
    source,
    imported: { service_name: data.service_name, eligibility: data.eligibility, status_note: data.status_note },
  };
}

function phonesOf(data: Row): Service['phones'] {
  const voicemail = /voicemail/.test(data.phone_flags);
  const numbers = (all: string[], reach: Service['phones'][number]['reach'], type: 'voice' | 'whatsapp' = 'voice') =>
    all
      .filter((one) => reach !== 'international' || isValidPhoneNumber(one))
      .map((one) => ({ number: one, reach, type, voicemail: voicemail && type === 'voice' }));
  return [
    ...numbers(data.short_codes, 'short-code'),
    ...numbers(data.tollfree_national, 'national-free'),
    ...numbers(data.phones, 'international'),
    ...numbers(data.whatsapp, 'international', 'whatsapp'),
  ];
}

function sourceOf(data: Row, options: ImportOptions): string {
  const host = data.source_url === '' ? 'no-address' : new URL(data.source_url).hostname.replace(/^www\./, '');
  const own =
    (data.website !== '' && new URL(data.website).hostname.replace(/^www\./, '') === host) ||
    /(^|\.)(iom|unhcr|icrc|redcross|un)\.(int|org)$|\.gov?\.|\.gouv\./.test(host);
  const id = slugOf(`${host.replace(/\.(org|com|net|int)$/, '')} ${data.source_title}`)
    .slice(0, 48)
    .replace(/-+$/, '');
  const addresses = sourceByAddress(options.facts);
  const known = data.source_url !== '' && addresses.get(data.source_url);
  if (known) return known;
  // Two pages may have one title: the second gets a number.
  const taken = data.source_url === '' ? [] : [...addresses.values()];
  let free = id;
  for (let number = 2; taken.includes(free); number += 1) free = `${id}-${number}`;
  return keep(
    options,
    'sources',
    free,
    (): Source => ({
      title: data.source_title,
      publisher: host,
      date: data.source_date === '' ? 'undated' : data.source_date,
      ...(data.source_url === '' ? { where: data.source_title } : { url: data.source_url }),
      standing: own && !data.how_seen.includes('secondary') ? 'primary' : 'secondary',
      ...(!own && { carries: data.organization }),
      checked: options.checked,
    }),
  );
}

/** The sources we have, by their address. */
function sourceByAddress(facts: string): Map<string, string> {
  const folder = join(facts, 'sources');
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
  return new Map(
    files
      .reverse()
      .map((name) => [
        String((parseYaml(readFileSync(join(folder, name), 'utf8')) as Source).url),
        name.replace('.yaml', ''),
      ]),
  );
}

/** Writes a file only where there is none, and gives its id back. */
function keep(options: ImportOptions, kind: string, id: string, make: () => unknown): string {
  const file = join(options.facts, kind, `${id}.yaml`);
  if (!existsSync(file)) save(options, file, stringify(make(), { lineWidth: 0 }));
  return id;
}

function save(options: ImportOptions, file: string, text: string): void {
  if (options.dry) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
