import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, LineCounter, parseDocument } from 'yaml';

/** A file of content as it was read: its values, and where each field stands. */
export interface ContentFile {
  /** Path from the content folder, with forward slashes. */
  readonly file: string;
  /** File name without its ending. */
  readonly id: string;
  readonly data: unknown;
  /** The text below the front matter; empty for facts. */
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** The line of a field, or of the nearest one that contains it. */
  lineOf(path: readonly PropertyKey[]): number;
  /** What the YAML reader itself complained about, with lines. */
  readonly broken: readonly { readonly line: number; readonly message: string }[];
}

type Read = Pick<ContentFile, 'data' | 'lineOf' | 'broken'>;

/** What was read once is not read again: a check that runs often, in an editor or a test, sees the same files with one changed. */
const seen = new Map<string, Read>();

function readYaml(text: string, firstLine: number): Read {
  const key = `${firstLine} ${text}`;
  const known = seen.get(key) ?? parseYaml(text, firstLine);
  seen.set(key, known);
  return known;
}

function parseYaml(text: string, firstLine: number): Read {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  return {
    data: document.errors.length > 0 ? undefined : document.toJS(),
    broken: document.errors.map((error) => ({ line: at(error.pos[0]), message: error.message })),
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const parent = document.getIn(path.slice(0, length - 1), true);
        const pair = isMap(parent)
          ? parent.items.find((item) => String(item.key) === String(path[length - 1]))
          : undefined;
        const node = pair ? pair.key : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return at(node.range[0]);
      }
      return firstLine;
    },
  };
}

/** One file: a fact (`.yaml`) or a text (`.mdx`) with front matter between two lines of `---`. */
export function readContentFile(folder: string, file: string): ContentFile {
  const text = readFileSync(join(folder, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  const id = (file.split('/').at(-1) ?? '').replace(/\.[a-z]+$/i, '');
  if (file.endsWith('.yaml')) return { file, id, body: '', bodyLine: 1, ...readYaml(text, 1) };
  const matter = /^---\n([\s\S]*?)\n---\n?/.exec(text);
  if (!matter) {
    return {
      file,
      id,
      data: undefined,
      body: text,
      bodyLine: 1,
      lineOf: () => 1,
      broken: [
        {
          line: 1,
          message: 'no front matter: the file must begin with a line of ---, its fields, and another line of ---',
        },
      ],
    };
  }
  return {
    file,
    id,
    body: text.slice(matter[0].length),
    bodyLine: matter[0].split('\n').length,
    ...readYaml(matter[1] ?? '', 2),
  };
}

/** The files of a folder below the content folder, sorted; none when it does not exist. */
export function listContent(folder: string, below: string): string[] {
  if (!existsSync(join(folder, below))) return [];
  return readdirSync(join(folder, below))
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => `${below}/${name}`);
}
