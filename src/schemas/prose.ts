/** The front matter of every text under `content/<locale>/`. */
import { z } from 'astro/zod';
import { realLocales } from '../i18n/locales.ts';
import { day, slug } from './common.ts';

/** An original carries `revision`; a translation says what it was made from and by whom. */
export const prose = z
  .strictObject({
    title: z.string().min(2).max(90).describe('The heading of the page'),
    summary: z.string().min(10).max(240).describe('One sentence, for lists, search and sharing'),
    revision: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('Original only: add 1 when the meaning changes, so that translations are marked behind'),
    translation: z
      .strictObject({
        of: z.enum(realLocales as [string, ...string[]]).describe('Language of the original, such as en'),
        revision: z.number().int().min(1).describe('The revision of the original that was translated'),
        by: z.enum(['machine', 'human']),
        reviewed: day.optional().describe('Day a person checked it'),
      })
      .optional()
      .describe('Translations only'),
    words: z
      .array(z.string())
      .default([])
      .describe('Other words people type when they look for this: everyday words, misspellings, other names'),
    sources: z.array(slug).default([]).describe('Sources of this text that no Figure names'),
    updated: day.describe('Day the text was last worked on'),
  })
  .refine((p) => (p.revision === undefined) !== (p.translation === undefined), {
    path: ['revision'],
    message: 'either `revision` (an original) or `translation` (a translation), not both',
  });

/** The kinds of text, as their folders are called. */
export const textKinds = [
  'routes',
  'stories',
  'pathways',
  'pages',
  'sessions',
  'claims',
  'questions',
  'aloud',
] as const;
export type TextKind = (typeof textKinds)[number];

/** The parts of a route, in order. */
export const routeParts = [
  'minute',
  'stops',
  'say',
  'costs',
  'who',
  'law',
  'deaths',
  'know',
  'help',
  'missing',
] as const;
/** The parts of a pathway, in order. */
export const pathwayParts = ['who', 'needs', 'cost', 'steps', 'frauds', 'otherwise', 'advice'] as const;
/** The parts of a kit for a session, in order. */
export const sessionParts = ['aim', 'whom', 'bring', 'steps', 'ask', 'hard', 'refer', 'close'] as const;

export type Prose = z.infer<typeof prose>;
