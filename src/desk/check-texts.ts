import { bareNumbers } from '../domain/bare-numbers.ts';
import { coversLanguage } from '../domain/consent.ts';
import { type Mention, mentions } from '../domain/mentions.ts';
import { realLocales } from '../i18n/locales.ts';
import { sections } from '../i18n/paths.ts';
import { type Route, type Service, type Story, topics } from '../schemas/facts.ts';
import { pathwayParts, routeParts, sessionParts, textKinds } from '../schemas/prose.ts';
import { checkFigure, mustExist } from './check-facts.ts';
import { checkMarkup, componentNames } from './check-markup.ts';
import type { Content } from './content.ts';
import type { Problem } from './problem.ts';
import type { ContentFile } from './read-content.ts';

/** Texts name only components, facts, parts and stops that exist. */
export function checkTexts(content: Content, problems: Problem[]): void {
  // 112 is answered on any mobile phone network of Europe (ETSI TS 122 101).
  const shortCodes = ['112'].concat(
    [...content.facts.services.values()].flatMap(({ valid }) =>
      ((valid as Service | undefined)?.phones ?? []).map(({ number }) => number),
    ),
  );
  for (const [place, files] of content.texts) {
    const kind = place.split('/')[1];
    for (const file of files.values()) {
      checkMarkup(content, file, problems);
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
        if (component === 'Links' && !(sections as readonly string[]).includes(attributes.kind ?? ''))
          problem(
            line,
            '<Links kind>',
            `"${attributes.kind ?? ''}" is no list; expected one of ${sections.join(', ')}`,
            'Correct the kind.',
          );
        if (component === 'Figure') checkFigure(content, attributes, from, problems);
        for (const topic of component === 'Hard' ? (attributes.topics ?? '').split(/\s+/) : []) {
          if (!(topics as readonly string[]).includes(topic))
            problem(
              line,
              '<Hard topics>',
              `"${topic}" is not a topic; expected one of ${topics.join(', ')}`,
              'Correct the topic.',
            );
        }
      }
      const parts = { routes: routeParts, pathways: pathwayParts, sessions: sessionParts }[kind ?? ''];
      const found = named.filter(({ component }) => component === 'Part').map(({ attributes }) => attributes.name);
      if (parts && found.join() !== parts.join())
        problem(
          1,
          '<Part>',
          `the parts are ${found.join(', ') || 'missing'}; expected ${parts.join(', ')}, in this order`,
          'Add, remove or move parts.',
        );
      if (kind === 'routes') checkBranches(content, file, named, problem);
      if (['routes', 'claims', 'questions', 'aloud'].includes(kind ?? '')) {
        for (const { line, number } of bareNumbers(file.body, shortCodes))
          problem(
            line,
            'number',
            `"${number}" has no source`,
            'Write it as <Figure id="…" />. Years, days of a month, ages, articles of law and our short telephone numbers may stand bare.',
          );
      }
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

/** The branches of a route's text, and the stops in each, are those of its facts, in the same order. */
function checkBranches(
  content: Content,
  file: ContentFile,
  named: readonly Mention[],
  problem: (line: number, field: string, what: string, todo: string) => void,
): void {
  const route = content.facts.routes.get(file.id)?.valid as Route | undefined;
  if (!route) return;
  const found: { id: string; stops: string[] }[] = [];
  for (const { component, attributes } of named) {
    if (component === 'Branch') found.push({ id: attributes.id ?? '', stops: [] });
    if (component === 'Stop') (found.at(-1)?.stops ?? []).push(attributes.place ?? '');
  }
  const said = (all: readonly { id: string; stops: readonly string[] }[]) =>
    all.map(({ id, stops }) => `${id} (${stops.join(', ')})`).join('; ') || 'missing';
  if (said(found) !== said(route.branches))
    problem(
      1,
      '<Branch>',
      `the branches and stops are ${said(found)}; expected ${said(route.branches)} as in content/facts/routes/${file.id}.yaml`,
      'Bring the text and the facts into the same order.',
    );
}

/** Whether a story needs no text in a language: it was withdrawn, or its consent does not cover the language. */
function mayBeMissing(content: Content, kind: string, id: string, locale: string): boolean {
  const story = kind === 'stories' && (content.facts.stories.get(id)?.valid as Story | undefined);
  return Boolean(story && (story.consent.withdrawn || !coversLanguage(story.consent, locale)));
}

/** Facts and texts belong together, and every language says the same with the same facts. */
export function checkLanguages(content: Content, complete: readonly string[], problems: Problem[]): void {
  const languages = realLocales;
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
        if (!file && complete.includes(locale) && !mayBeMissing(content, kind, id, locale))
          problems.push({
            file: `${locale}/${kind}/${id}.mdx`,
            line: 1,
            field: '',
            what: `the text does not exist in ${locale}`,
            todo: versions.some(([, other]) => other) ? 'Translate it.' : 'Write it.',
          });
      }
      const original = versions.find(([, file]) => file?.valid?.revision !== undefined)?.[1];
      if (!original) continue;
      for (const [, file] of versions) {
        if (!file || file === original) continue;
        const revision = (file.valid?.translation as { revision: number } | undefined)?.revision ?? 0;
        if (revision > Number(original.valid?.revision))
          problems.push({
            file: file.file,
            line: file.lineOf(['translation', 'revision']),
            field: 'translation.revision',
            what: `found ${revision}; the original is at ${String(original.valid?.revision)}`,
            todo: 'Write the revision that was translated.',
          });
        // A mistake in the original would be told of each translation again.
        const difference = problems.some((problem) => problem.file === original.file)
          ? undefined
          : firstDifference(original, file);
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

/** Attributes that hold words, which differ between languages. */
const spoken = ['they', 'title'];

/** Where a translation first names other facts than its original. Order within a sentence may differ, so figures are compared as a set a part. */
function firstDifference(original: ContentFile, translation: ContentFile): { line: number; what: string } | undefined {
  const groups = (file: ContentFile) => {
    const found: { name: string; line: number; inside: string[] }[] = [
      { name: 'the beginning', line: file.bodyLine, inside: [] },
    ];
    for (const { component, attributes, line } of mentions(file.body)) {
      const key = `${component} ${Object.entries(attributes)
        .filter(([name]) => !spoken.includes(name))
        .map(([, value]) => value)
        .join(' ')}`.trim();
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
