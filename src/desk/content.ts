import type { z } from 'astro/zod';
import type { Kinds } from '../domain/facts.ts';
import { pictureEndings, recordingEndings } from '../domain/media.ts';
import { realLocales } from '../i18n/locales.ts';
import * as shape from '../schemas/facts.ts';
import { prose, textKinds } from '../schemas/prose.ts';
import type { Problem } from './problem.ts';
import { type ContentFile, listContent, readContentFile } from './read-content.ts';

/** The shape of each kind of fact. */
export const factShapes = {
  sources: shape.source,
  figures: shape.figure,
  countries: shape.country,
  places: shape.place,
  organisations: shape.organisation,
  services: shape.service,
  routes: shape.route,
  stories: shape.story,
  pathways: shape.pathway,
  checklists: shape.checklist,
  helper: shape.helper,
  sessions: shape.session,
  claims: shape.claim,
  questions: shape.question,
  aloud: shape.aloud,
  survey: shape.survey,
} satisfies { [K in keyof Kinds]: z.ZodType };
/** The kinds of fact, as their folders are called. */
export const kinds = Object.keys(factShapes) as (keyof Kinds)[];

/** A file and, when its schema accepts it, its values. */
export type Checked = ContentFile & { readonly valid: Record<string, unknown> | undefined };

/** A picture or a recording beside a story; what is inside it has not been looked at. */
export interface Beside {
  /** Path from the content folder. */
  readonly file: string;
  /** File name without its ending: that of the story. */
  readonly id: string;
  readonly ending: string;
  readonly use: 'picture' | 'audio';
  /** The folder it lies in: `facts`, or the language of a recording. */
  readonly place: string;
}

/** What may lie in a folder besides its own kind of file. */
const besides: readonly { folder: RegExp; use: Beside['use']; endings: readonly string[] }[] = [
  { folder: /^facts\/stories$/, use: 'picture', endings: pictureEndings },
  { folder: /^(?!facts\/)[^/]+\/stories$/, use: 'audio', endings: recordingEndings },
];

/** What is used, in an editor's words. */
export const said = { picture: 'a picture', audio: 'a recording' } as const;

/** Everything that was read, for the checks that look across files. */
export interface Content {
  readonly facts: Record<keyof Kinds, Map<string, Checked>>;
  /** By `<locale>/<kind>`, then file name. */
  readonly texts: Map<string, Map<string, Checked>>;
  /** Pictures and recordings beside stories. */
  readonly media: readonly Beside[];
}

/** Reads all content below a folder; what cannot be read or is refused by its schema goes into `problems`. */
export function readAllContent(folder: string, problems: Problem[]): Content {
  const media: Beside[] = [];
  const read = (below: string, ending: string, schema: z.ZodType): Map<string, Checked> => {
    const files = new Map<string, Checked>();
    const beside = besides.find((one) => one.folder.test(below));
    for (const path of listContent(folder, below)) {
      if (!path.endsWith(ending)) {
        const found = beside?.endings.find((one) => path.endsWith(`.${one}`));
        if (beside && found) {
          const [place = '', , name = ''] = path.split('/');
          media.push({ file: path, id: name.slice(0, -found.length - 1), ending: found, use: beside.use, place });
          continue;
        }
        const others = beside ? ` (or .${beside.endings.join(', .')} for ${said[beside.use]})` : '';
        problems.push({
          file: path,
          line: 1,
          field: '',
          what: `expected a file whose name ends in ${ending}${others}`,
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
  return { facts, texts, media };
}

function validate(file: ContentFile, schema: z.ZodType, problems: Problem[]): Record<string, unknown> | undefined {
  // One slip often sets off several complaints; the first is the one to look at.
  for (const { line, message } of file.broken.slice(0, 1)) {
    problems.push({
      file: file.file,
      line,
      field: '',
      what: `the file cannot be read: ${message}`,
      todo: 'Look at this line and those above: indents of two spaces and no tabs, straight quotes opened and closed, quotes around a text that holds a colon.',
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

/** What stands at a path inside a value, if anything. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

/** What a value of a kind looks like in a file. */
const kindsOfValue: Readonly<Record<string, string>> = {
  string: 'a text (a number or a date in quotes)',
  number: 'a number without commas, such as 4000',
  boolean: 'true or false',
  array: 'a list in brackets, such as [one, two]',
  object: 'fields of its own, each on an indented line below',
};

function explain(issue: z.core.$ZodIssue, found: unknown): string {
  const expected =
    issue.code === 'invalid_value'
      ? `one of ${issue.values.map(String).join(', ')}`
      : issue.code === 'invalid_type'
        ? (kindsOfValue[issue.expected] ?? issue.expected)
        : issue.message;
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
