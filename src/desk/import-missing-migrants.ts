import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, Pair, parseDocument, Scalar } from 'yaml';
import { type Figure, figure } from '../schemas/facts.ts';
import { addUp, type Figures, notInFile, type Sum, type Years } from './add-missing-migrants.ts';
import { NotTheDownload, type Reading, readMissingMigrants } from './read-missing-migrants.ts';
import { changes, figureLines, fileLines } from './report-missing-migrants.ts';

export interface ImportReport {
  readonly reading: Reading;
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** All of it, as printed. */
  readonly lines: readonly string[];
}

/**
 * Brings IOM's Missing Migrants download into `content/facts/figures/`: reads it as `readMissingMigrants` says, adds it up as `addUp`
 * says, and rewrites `series`, `partial`, `period`, `as_of` and filled `gaps`. All else stays as its editor wrote it, comments too.
 * Nothing is written when the file is another one, or begins later than the series that stand. Running it twice changes nothing.
 * @throws {NotTheDownload}
 */
export function importMissingMigrants(
  csv: string,
  { facts, today, dry = false }: { facts: string; today: string; dry?: boolean },
): ImportReport {
  const folder = join(facts, 'figures');
  const { figures, broken } = readFigures(folder);
  const reading = readMissingMigrants(csv, today);
  const sums = addUp(reading, figures);
  mustBeWhole(sums, figures);
  const changed = [...sums].filter(([id, sum]) => changes(figures.get(id), sum).length > 0).map(([id]) => id);
  for (const id of dry ? [] : changed) {
    const file = join(folder, `${id}.yaml`);
    const sum = sums.get(id);
    if (sum) writeFileSync(file, rewritten(readFileSync(file, 'utf8'), sum));
  }
  const unchanged = [...sums.keys()].filter((id) => !changed.includes(id));
  const left = [...figures].flatMap(([id, { missing_migrants: wanted }]) => {
    const why = wanted && notInFile(wanted, reading);
    return why ? [`left as it was: ${id}, since ${why}`] : [];
  });
  return {
    reading,
    changed,
    unchanged,
    lines: [...fileLines(reading, figures), ...broken, ...left, ...figureLines(sums, figures, changed, unchanged)],
  };
}

/** The figures that ask for rows, and a line for each that cannot be used. */
function readFigures(folder: string): { figures: Figures; broken: string[] } {
  const figures = new Map<string, Figure>();
  const broken: string[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()) {
    const data: unknown = parseDocument(readFileSync(join(folder, name), 'utf8')).toJS();
    if (!(data as Partial<Figure> | null)?.missing_migrants) continue;
    const parsed = figure.safeParse(data);
    if (parsed.data?.series) figures.set(name.replace('.yaml', ''), parsed.data);
    else broken.push(`left as it was: ${name}, since it is not in order or has no series. "desk -- check" says more.`);
  }
  return { figures, broken };
}

/** One year of the data alone would wipe the others out. */
function mustBeWhole(sums: ReadonlyMap<string, Sum>, figures: Figures): void {
  for (const [id, { series }] of sums) {
    const lost = Object.keys(figures.get(id)?.series ?? {}).filter((year) => year < (Object.keys(series)[0] ?? ''));
    if (lost.length > 0)
      throw new NotTheDownload(
        `This file begins in ${Object.keys(series)[0]}, and ${id} in ${lost[0]}: take the download of all years.`,
      );
  }
}

/** The file of a figure with its new numbers in the places of the old ones. */
function rewritten(text: string, { series, partial, gaps, period, as_of }: Sum): string {
  const document = parseDocument(text);
  setYears(document, ['series'], series);
  setYears(document, ['partial'], partial);
  setYears(document, ['missing_migrants', 'gaps'], gaps);
  for (const [field, value] of Object.entries({ period, as_of })) setText(document, [field], value);
  return document.toString({ lineWidth: 0 });
}

const quoted = (value: string) => {
  const scalar = new Scalar(value);
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
};

function setText(document: Document, path: string[], value: string): void {
  if (document.getIn(path) !== value) document.setIn(path, quoted(value));
}

/** Puts a value a year below a field: known years keep their place and their comments, an empty field goes. */
function setYears(document: Document, path: string[], years: Years<string | number>): void {
  if (Object.keys(years).length === 0) {
    if (document.hasIn(path)) document.deleteIn(path);
    return;
  }
  if (!isMap(document.getIn(path))) document.setIn(path, document.createNode({}));
  const map = document.getIn(path);
  if (!isMap(map)) return;
  const keyOf = (key: unknown) => String(key instanceof Scalar ? key.value : key);
  map.items = map.items.filter(({ key }) => keyOf(key) in years);
  for (const [year, value] of Object.entries(years)) {
    const known = map.items.find(({ key }) => keyOf(key) === year);
    const scalar = typeof value === 'string' ? quoted(value) : new Scalar(value);
    if (!known) map.items.push(new Pair(quoted(year), scalar));
    else if (known.value instanceof Scalar) known.value.value = value;
    else known.value = scalar;
  }
  map.items.sort((a, b) => (keyOf(a.key) < keyOf(b.key) ? -1 : 1));
}
