import type { z } from 'astro/zod';
import { isPossiblePhoneNumber, isValidPhoneNumber } from 'libphonenumber-js/max';
import OpeningHours from 'opening_hours';
import { refusal } from '../domain/consent.ts';
import type { Kinds } from '../domain/facts.ts';
import { mentions } from '../domain/mentions.ts';
import { published, realLocales } from '../i18n/locales.ts';
import * as shape from '../schemas/facts.ts';
import { pathwayParts, prose, routeParts } from '../schemas/prose.ts';
import type { Problem } from './problem.ts';
import { type ContentFile, listContent, readContentFile } from './read-content.ts';

const factShapes = {
  sources: shape.source,
  figures: shape.figure,
  countries: shape.country,
  places: shape.place,
  organisations: shape.organisation,
  services: shape.service,
  routes: shape.route,
  stories: shape.story,
  pathways: shape.pathway,
} satisfies { [K in keyof Kinds]: z.ZodType };
const kinds = Object.keys(factShapes) as (keyof Kinds)[];
const textKinds = ['routes', 'stories', 'pathways', 'pages'] as const;

type Checked = ContentFile & { readonly valid: Record<string, unknown> | undefined };

/** Everything that was read, for the checks that look across files. */
interface Content {
  readonly facts: Record<keyof Kinds, Map<string, Checked>>;
  /** By `<locale>/<kind>`, then file name. */
  readonly texts: Map<string, Map<string, Checked>>;
}

/**
 * Reads every file of content and says all that is wrong with it: fields, references, sources, figures, telephone numbers, hours, consent,
 * components in texts, and whether the languages say the same. The build stops when it finds anything.
 * @param folder the content folder
 * @param today the day consent is judged on, `YYYY-MM-DD`
 */
export function checkContent(folder: string, today: string): Problem[] {
  const problems: Problem[] = [];
  const content = readAll(folder, problems);
  checkReferences(content, problems);
  checkServices(content, problems);
  checkStories(content, today, problems);
  checkTexts(content, problems);
  checkLanguages(content, problems);
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function readAll(folder: string, problems: Problem[]): Content {
  const read = (below: string, ending: string, schema: z.ZodType): Map<string, Checked> => {
    const files = new Map<string, Checked>();
    for (const path of listContent(folder, below)) {
      if (!path.endsWith(ending)) {
        problems.push({
          file: path,
          line: 1,
          field: '',
          what: `expected a file whose name ends in ${ending}`,
          todo: 'Rename the file, or move it elsewhere.',
        });
        continue;
      }
      const file = readContentFile(folder, path);
      const twin = [...files.keys()].find((id) => id.toLowerCase() === file.id.toLowerCase());
      if (twin)
        problems.push({
          file: path,
          line: 1,
          field: 'file name',
          what: `"${file.id}" and "${twin}" would be the same page`,
          todo: 'Give one of the two files another name.',
        });
      else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(file.id)) {
        problems.push({
          file: path,
          line: 1,
          field: 'file name',
          what: `"${file.id}" cannot be an address: expected small letters, digits and hyphens, such as cm-1503`,
          todo: 'Rename the file.',
        });
      }
      files.set(file.id, { ...file, valid: validate(file, schema, problems) });
    }
    return files;
  };
  const facts = Object.fromEntries(
    kinds.map((kind) => [kind, read(`facts/${kind}`, '.yaml', factShapes[kind])]),
  ) as Content['facts'];
  const texts = new Map(
    realLocales.flatMap((locale) =>
      textKinds.map((kind) => [`${locale}/${kind}`, read(`${locale}/${kind}`, '.mdx', prose)] as const),
    ),
  );
  return { facts, texts };
}

function validate(file: ContentFile, schema: z.ZodType, problems: Problem[]): Record<string, unknown> | undefined {
  for (const { line, message } of file.broken) {
    problems.push({
      file: file.file,
      line,
      field: '',
      what: `the file cannot be read: ${message}`,
      todo: 'Look at this line and the one above: a missing quote, colon or indent.',
    });
  }
  if (file.broken.length > 0) return undefined;
  const result = schema.safeParse(file.data);
  if (result.success) return result.data as Record<string, unknown>;
  for (const issue of result.error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
    const path = unknown ? [...issue.path, unknown[0] ?? ''] : issue.path;
    problems.push({
      file: file.file,
      line: file.lineOf(path),
      field: path.join('.'),
      what: unknown
        ? `there is no field called ${unknown.map((key) => `"${key}"`).join(', ')}`
        : explain(issue, valueAt(file.data, issue.path)),
      todo: unknown
        ? 'Check its spelling and indent, or remove it.'
        : descriptionOf(schema, path) || 'Correct the value.',
    });
  }
  return undefined;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

function explain(issue: z.core.$ZodIssue, found: unknown): string {
  const expected =
    issue.code === 'invalid_value'
      ? `one of ${issue.values.map(String).join(', ')}`
      : issue.message.replace(/^Invalid input: expected /, 'a value of the kind ').replace(/, received .*$/, '');
  return found === undefined
    ? `the field is missing; expected ${expected}`
    : `found ${JSON.stringify(found)}; expected ${expected}`;
}

/** What the schema tells the author of a field, where it tells something. */
function descriptionOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
  let here: unknown = schema;
  let said = '';
  for (const key of path) {
    const object =
      (here as
        | { shape?: Record<string, z.ZodType>; element?: z.ZodType; def?: { innerType?: z.ZodType } }
        | undefined) ?? {};
    const inner = object.shape ? object : ((object.def?.innerType as typeof object | undefined) ?? object);
    here = typeof key === 'number' ? inner.element : inner.shape?.[String(key)];
    said = (here as z.ZodType | undefined)?.description ?? said;
  }
  return said && `${said}.`;
}

/** Which field of which kind names a file of which other kind. */
const references: Partial<Record<keyof Kinds, Partial<Record<string, keyof Kinds>>>> = {
  figures: { source: 'sources' },
  countries: { sources: 'sources' },
  services: { organization: 'organisations', source: 'sources', 'location.place': 'places' },
  routes: { stops: 'places', chart: 'figures', help: 'services', pathways: 'pathways', sources: 'sources' },
  stories: { route: 'routes', source: 'sources', pathways: 'pathways' },
  pathways: { help: 'services', alternatives: 'pathways', sources: 'sources' },
};

function mustExist(
  content: Content,
  kind: keyof Kinds,
  id: string,
  from: { file: string; line: number; field: string },
  problems: Problem[],
): void {
  if (!content.facts[kind].has(id)) {
    problems.push({
      ...from,
      what: `"${id}" is named here, but content/facts/${kind}/${id}.yaml does not exist`,
      todo: `Correct the name, or write that file. The names are those of the files in content/facts/${kind}/.`,
    });
  } else if (kind === 'services') {
    const publication = content.facts.services.get(id)?.valid?.publication;
    if (publication === 'withheld' || publication === 'reference-only')
      problems.push({
        ...from,
        what: `"${id}" has no page: its publication is ${publication}`,
        todo: 'Name another help point.',
      });
  }
}

function checkReferences(content: Content, problems: Problem[]): void {
  for (const kind of kinds) {
    for (const file of content.facts[kind].values()) {
      for (const [field, target] of Object.entries(references[kind] ?? {})) {
        const path = field.split('.');
        const value = valueAt(file.valid, path);
        const named = Array.isArray(value)
          ? value.map((id, index) => [String(id), [...path, index]] as const)
          : value === undefined
            ? []
            : [[String(value), path] as const];
        for (const [id, at] of named)
          if (target) mustExist(content, target, id, { file: file.file, line: file.lineOf(at), field }, problems);
      }
    }
  }
  for (const story of content.facts.stories.values()) {
    (story.valid?.journey as { place?: string }[] | undefined)?.forEach((stop, index) => {
      if (stop.place)
        mustExist(
          content,
          'places',
          stop.place,
          { file: story.file, line: story.lineOf(['journey', index, 'place']), field: 'journey' },
          problems,
        );
    });
  }
  for (const country of content.facts.countries.values()) {
    if (country.valid && String(country.valid.code).toLowerCase() !== country.id) {
      problems.push({
        file: country.file,
        line: country.lineOf(['code']),
        field: 'code',
        what: `the file is called ${country.id}, but its code is ${String(country.valid.code)}`,
        todo: 'Name the file by its code in small letters.',
      });
    }
  }
}

function checkServices(content: Content, problems: Problem[]): void {
  for (const file of content.facts.services.values()) {
    const service = file.valid as shape.Service | undefined;
    if (!service) continue;
    service.phones.forEach((phone, index) => {
      const good =
        phone.reach === 'international'
          ? isValidPhoneNumber(phone.number) || (phone.type === 'whatsapp' && isPossiblePhoneNumber(phone.number))
          : phone.reach === 'short-code'
            ? /^\d{2,5}$/.test(phone.number)
            : /^\d{6,12}$/.test(phone.number);
      const expected = {
        international: 'an international number such as +237222222222',
        'short-code': 'two to five digits such as 1503',
        'national-free': 'digits as dialled inside the country',
      }[phone.reach];
      if (!good)
        problems.push({
          file: file.file,
          line: file.lineOf(['phones', index, 'number']),
          field: `phones.${index}.number`,
          what: `"${phone.number}" is not a telephone number; expected ${expected}`,
          todo: 'Copy the number from its source again, without spaces.',
        });
    });
    if (service.opening_hours) {
      try {
        new OpeningHours(service.opening_hours, null);
      } catch (error) {
        problems.push({
          file: file.file,
          line: file.lineOf(['opening_hours']),
          field: 'opening_hours',
          what: `"${service.opening_hours}" cannot be read as opening hours: ${String(error)}`,
          todo: 'Write them as in OpenStreetMap, such as Mo-Fr 08:00-17:00.',
        });
      }
    }
  }
}

function checkStories(content: Content, today: string, problems: Problem[]): void {
  for (const file of content.facts.stories.values()) {
    const story = file.valid as shape.Story | undefined;
    if (!story) continue;
    const no = refusal(story.consent, 'text', today);
    if (no === 'review-due')
      problems.push({
        file: file.file,
        line: file.lineOf(['consent', 'review_by']),
        field: 'consent.review_by',
        what: `the consent was to be reviewed by ${story.consent.review_by}`,
        todo: 'Review it and write the next day of review, or write the day in consent.withdrawn.',
      });
    if (no === 'out-of-scope')
      problems.push({
        file: file.file,
        line: file.lineOf(['consent', 'scope']),
        field: 'consent.scope',
        what: 'the consent does not cover text',
        todo: 'Ask the person, or take the story away.',
      });
  }
}

const componentNames = ['Figure', 'Part', 'Stop', 'Say', 'Hard', 'Help', 'Links'];

function checkTexts(content: Content, problems: Problem[]): void {
  for (const [place, files] of content.texts) {
    const kind = place.split('/')[1];
    for (const file of files.values()) {
      const named = mentions(file.body);
      const problem = (line: number, field: string, what: string, todo: string) =>
        problems.push({ file: file.file, line: line + file.bodyLine - 1, field, what, todo });
      for (const { component, attributes, line } of named) {
        const from = { file: file.file, line: line + file.bodyLine - 1, field: `<${component}>` };
        if (!componentNames.includes(component))
          problem(
            line,
            `<${component}>`,
            `there is no component called ${component}; expected one of ${componentNames.join(', ')}`,
            'Correct the name, or write it as plain text.',
          );
        if (component === 'Help') mustExist(content, 'services', attributes.id ?? '', from, problems);
        if (component === 'Stop') mustExist(content, 'places', attributes.place ?? '', from, problems);
        if (component === 'Figure') checkFigure(content, attributes, from, problems);
        for (const topic of component === 'Hard' ? (attributes.topics ?? '').split(/\s+/) : []) {
          if (!(shape.topics as readonly string[]).includes(topic))
            problem(
              line,
              '<Hard topics>',
              `"${topic}" is not a topic; expected one of ${shape.topics.join(', ')}`,
              'Correct the topic.',
            );
        }
      }
      const parts = kind === 'routes' ? routeParts : kind === 'pathways' ? pathwayParts : undefined;
      const found = named.filter(({ component }) => component === 'Part').map(({ attributes }) => attributes.name);
      if (parts && found.join() !== parts.join())
        problem(
          1,
          '<Part>',
          `the parts are ${found.join(', ') || 'missing'}; expected ${parts.join(', ')}, in this order`,
          'Add, remove or move parts.',
        );
      const stops = named.filter(({ component }) => component === 'Stop').map(({ attributes }) => attributes.place);
      const expected = (content.facts.routes.get(file.id)?.valid as shape.Route | undefined)?.stops;
      if (kind === 'routes' && expected && stops.join() !== expected.join())
        problem(
          1,
          '<Stop>',
          `the stops are ${stops.join(', ')}; expected ${expected.join(', ')} as in content/facts/routes/${file.id}.yaml`,
          'Bring the text and the facts into the same order.',
        );
      for (const source of (file.valid?.sources as string[] | undefined) ?? [])
        mustExist(
          content,
          'sources',
          source,
          { file: file.file, line: file.lineOf(['sources']), field: 'sources' },
          problems,
        );
      if (/^import\s|^export\s/m.test(file.body))
        problem(1, '', 'a text has no import or export lines', 'Remove them: the components are there already.');
    }
  }
}

function checkFigure(
  content: Content,
  attributes: Readonly<Record<string, string>>,
  from: { file: string; line: number; field: string },
  problems: Problem[],
): void {
  const id = attributes.id ?? '';
  mustExist(content, 'figures', id, from, problems);
  const figure = content.facts.figures.get(id)?.valid as shape.Figure | undefined;
  if (!figure) return;
  if (figure.series && figure.series[attributes.year ?? ''] === undefined)
    problems.push({
      ...from,
      what: `"${id}" is a series; found year="${attributes.year ?? ''}", expected one of ${Object.keys(figure.series).join(', ')}`,
      todo: 'Say which year you mean.',
    });
  if (figure.value !== undefined && attributes.year)
    problems.push({ ...from, what: `"${id}" has one value and no years`, todo: `Remove year="${attributes.year}".` });
}

/** Facts and texts belong together, and every published language says the same with the same facts. */
function checkLanguages(content: Content, problems: Problem[]): void {
  const languages = published.filter((locale) => (realLocales as string[]).includes(locale));
  for (const kind of textKinds) {
    const facts = kind === 'pages' ? undefined : content.facts[kind];
    const ids = new Set([
      ...(facts?.keys() ?? []),
      ...languages.flatMap((locale) => [...(content.texts.get(`${locale}/${kind}`)?.keys() ?? [])]),
    ]);
    for (const id of ids) {
      if (facts && !facts.has(id))
        problems.push({
          file: `facts/${kind}/${id}.yaml`,
          line: 1,
          field: '',
          what: 'there is a text of this name, but no facts',
          todo: 'Write the facts, or rename the text.',
        });
      const versions = languages.map((locale) => [locale, content.texts.get(`${locale}/${kind}`)?.get(id)] as const);
      for (const [locale, file] of versions) {
        if (!file)
          problems.push({
            file: `${locale}/${kind}/${id}.mdx`,
            line: 1,
            field: '',
            what: `the text does not exist in ${locale}`,
            todo: 'Translate it.',
          });
      }
      const original = versions.find(([, file]) => file?.valid?.revision !== undefined)?.[1];
      if (!original) continue;
      for (const [, file] of versions) {
        if (!file || file === original) continue;
        const difference = firstDifference(original, file);
        if (difference)
          problems.push({
            file: file.file,
            line: difference.line,
            field: '',
            what: `${difference.what}, unlike content/${original.file}`,
            todo: 'Bring the translation back into step with its original.',
          });
      }
    }
  }
}

/** Where a translation first names other facts than its original. Order within a sentence may differ, so figures are compared as a set a part. */
function firstDifference(original: ContentFile, translation: ContentFile): { line: number; what: string } | undefined {
  const groups = (file: ContentFile) => {
    const found: { name: string; line: number; inside: string[] }[] = [
      { name: 'the beginning', line: file.bodyLine, inside: [] },
    ];
    for (const { component, attributes, line } of mentions(file.body)) {
      const key =
        `${component} ${attributes.id ?? attributes.place ?? attributes.topics ?? attributes.name ?? attributes.kind ?? ''} ${attributes.year ?? ''}`.trim();
      if (component === 'Part')
        found.push({ name: `part ${attributes.name ?? ''}`, line: line + file.bodyLine - 1, inside: [] });
      else found.at(-1)?.inside.push(key);
    }
    return found.map((group) => ({ ...group, inside: group.inside.sort() }));
  };
  const theirs = groups(translation);
  for (const [index, group] of groups(original).entries()) {
    const other = theirs[index];
    if (other?.name !== group.name)
      return {
        line: other?.line ?? translation.bodyLine,
        what: `"${other?.name ?? 'nothing'}" stands where "${group.name}" is expected`,
      };
    const missing = group.inside.find((key) => !other.inside.includes(key));
    const extra = other.inside.find((key) => !group.inside.includes(key));
    if (missing) return { line: other.line, what: `${other.name}: ${missing} is missing` };
    if (extra || group.inside.length !== other.inside.length)
      return { line: other.line, what: `${other.name}: ${extra ?? 'a component'} is there more often` };
  }
  return undefined;
}
