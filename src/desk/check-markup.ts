import { mentions } from '../domain/mentions.ts';
import { isPublished } from '../i18n/locales.ts';
import { sections } from '../i18n/paths.ts';
import type { Story } from '../schemas/facts.ts';
import type { Content } from './content.ts';
import type { Problem } from './problem.ts';
import type { ContentFile } from './read-content.ts';

/** What a text may name; `src/components/prose.ts` hands them in, and a test compares the two. */
export const componentNames = [
  'Figure',
  'Part',
  'Branch',
  'Stop',
  'Say',
  'Hard',
  'Help',
  'Links',
  'WriteToUs',
  'Step',
  'Slide',
  'Show',
  'Answer',
  'Pause',
];
/** Those that stand around text and must be closed. */
const around = ['Part', 'Branch', 'Stop', 'Say', 'Hard', 'Step', 'Slide', 'Answer'];
/** Pages of ours that are not made from a file of content. */
const standing = [
  '',
  'search',
  'calendar',
  'sources',
  'help/now',
  'help/in',
  'helper',
  'data',
  'routes/compare',
  'sessions/claims',
  'sessions/quiz',
  'sessions/survey',
  'sessions/aloud',
  'sessions/cards',
  'sessions/posters',
  'sessions/make',
  'keep',
  'take',
  ...sections,
  ...[...sections, 'claims', 'pages'].filter((part) => part !== 'routes').map((part) => `sources/${part}`),
];

/** Marks, tags and links in a text that a page could not show as meant: said here, in an editor's words, before Astro stumbles over them. */
export function checkMarkup(content: Content, file: ContentFile, problems: Problem[]): void {
  const lines = file.body.split('\n');
  const say = (index: number, field: string, what: string, todo: string) =>
    problems.push({ file: file.file, line: index + file.bodyLine, field, what, todo });
  for (const [index, line] of lines.entries()) {
    if (/[{}]/.test(line)) say(index, '', 'curly brackets have a meaning of their own here', 'Use round brackets.');
    if (/!\[/.test(line)) say(index, '', 'a picture stands here; texts have none', 'Describe it in words.');
    const tags = line.match(/<\/?[A-Za-z][^>]*>?|<(?=[\s\d])/g) ?? [];
    for (const tag of tags) {
      const name = /^<\/?([A-Za-z]+)/.exec(tag)?.[1] ?? '';
      if (name === '') say(index, '<', 'a bare < begins a tag', 'Write "less than".');
      else if (/^[a-z]/.test(name))
        say(
          index,
          `<${name}>`,
          `"${tag}" is HTML; a text has none`,
          `Remove it, or use one of ${componentNames.join(', ')}.`,
        );
      else if (!tag.startsWith('</') && mentions(tag).length === 0)
        say(
          index,
          `<${name}>`,
          `"${tag}" cannot be read; expected straight quotes on one line, such as <Figure id="deaths-sahara" year="2024" />`,
          'Type the quotes anew: "…", not “…”.',
        );
    }
    for (const [, address = ''] of line.matchAll(/\]\(([^)]*)\)/g))
      checkLink(content, address, (what, todo) => say(index, 'link', what, todo));
  }
  for (const name of around) {
    const opened = file.body.match(new RegExp(`<${name}[\\s>]`, 'g'))?.length ?? 0;
    const closed = file.body.match(new RegExp(`</${name}>`, 'g'))?.length ?? 0;
    if (opened !== closed)
      say(
        0,
        `<${name}>`,
        `<${name}> is opened ${opened} times and closed ${closed} times`,
        `Close each with </${name}> on a line of its own.`,
      );
  }
}

function checkLink(content: Content, address: string, say: (what: string, todo: string) => void): void {
  if (/^(https?:\/\/|#)/.test(address)) return;
  const path = (address.split('#')[0] ?? '').replace(/^\/|\/$/g, '');
  const language = path.split('/')[0] ?? '';
  if (!address.startsWith('/')) {
    say(`"${address}" is no address`, 'Begin a page of ours with /, another site with https://.');
  } else if (isPublished(language)) {
    say(
      `"${address}" names a language`,
      `Leave it out: /${path.slice(language.length + 1)}/. The page adds the reader's.`,
    );
  } else if (!hasPage(content, path)) {
    say(
      `"${address}" leads to no page of ours`,
      'Correct the address: /routes/<file name>/, /help/<file name>/, /pages/<file name>/ …',
    );
  } else if (isWithdrawn(content, path)) {
    say(
      `"${address}" leads to a story that was withdrawn`,
      'Take the link out, and every word about that person with it.',
    );
  }
}

/** Whether a path such as `stories/helene` is that of a story whose consent was withdrawn. */
function isWithdrawn(content: Content, path: string): boolean {
  const [section, slug = ''] = path.split('/');
  const story = content.facts.stories.get(slug)?.valid as Story | undefined;
  return section === 'stories' && story?.consent.withdrawn !== undefined;
}

/** Whether a path such as `/routes/sahara/` is that of a page of ours. */
export function hasPage(content: Content, address: string): boolean {
  const path = address.replace(/^\/|\/$/g, '');
  const [section = '', slug = ''] = path.split('/');
  if (standing.includes(path)) return true;
  if (section === 'help') return content.facts.services.has(slug);
  if (section === 'pages') return content.texts.get('en/pages')?.has(slug) ?? false;
  const kind = (['routes', 'stories', 'pathways', 'countries', 'sessions'] as const).find((one) => one === section);
  return kind !== undefined && content.facts[kind].has(slug);
}
