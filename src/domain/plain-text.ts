import { mentions } from './mentions.ts';

/** An answer of a quiz question in plain words. */
export interface PlainAnswer {
  readonly text: string;
  readonly right: boolean;
}

/** A number of a text, as it is printed; with what the text says about it. */
export type PrintFigure = (id: string, year: string | undefined) => string;

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** A piece of MDX as plain words on one line: figures printed, links and stress left out; spaces that do not break stay so. */
export function plainWords(text: string, figure: PrintFigure): string {
  return text
    .replace(/<Figure\b[^>]*>/g, (tag) => figure(attribute(tag, 'id') ?? '', attribute(tag, 'year')))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/^[-#]+\s+/gm, '')
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .replace(/ ([.,;:!?،؛؟])/g, '$1')
    .trim();
}

/** The answers of a question's text, in order. */
export function plainAnswers(body: string, figure: PrintFigure): PlainAnswer[] {
  return [...body.matchAll(/<Answer\b([^>]*)>([\s\S]*?)<\/Answer>/g)].map(([, attributes = '', text = '']) => ({
    text: plainWords(text, figure),
    right: /\sright="yes"/.test(attributes),
  }));
}

/** What a question's text says beside its answers, or all of another text. */
export function plainRest(body: string, figure: PrintFigure): string {
  return plainWords(body.replace(/<Answer\b[^>]*>[\s\S]*?<\/Answer>/g, ''), figure);
}

/** The figures a text names, by file name and year. */
export function figuresNamed(body: string): { id: string; year: string | undefined }[] {
  return mentions(body)
    .filter(({ component }) => component === 'Figure')
    .map(({ attributes }) => ({ id: attributes.id ?? '', year: attributes.year }));
}
