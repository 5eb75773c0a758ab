import { type HelperAnswer, type HelperLink, type HelperNode, helperPath } from '../domain/helper.ts';
import type { Reader } from '../domain/reader.ts';
import { serviceName } from '../domain/service.ts';
import { telephone } from '../domain/telephone.ts';
import type { Helper } from '../schemas/facts.ts';

/** What a title of a page of ours is, in the reader's language or another. */
export type TitleOf = (slug: string) => { text: string; lang?: string; mark?: string };

/**
 * The whole tree in one language, by node.
 * @param titleOf the title of a pathway by its file name
 * @param sectionOf the title of another page of ours by its address
 * @param iconOf the drawing of the pictogram of an answer
 */
export function helperNodes(
  reader: Reader,
  titleOf: TitleOf,
  sectionOf: (path: string) => string,
  iconOf: (to: string, unsure: boolean) => string,
): Record<string, HelperNode> {
  const tree = reader.fact('helper', 'tree');
  const words = (text: Parameters<Reader['words']>[0]) => {
    const { text: own, lang } = reader.words(text);
    return { text: own, ...(lang && { lang }) };
  };
  const answer = (text: Parameters<Reader['words']>[0], to: string, unsure = false): HelperAnswer => ({
    ...words(text),
    to,
    href: reader.link(helperPath(tree, to)),
    icon: iconOf(to, unsure),
  });
  const nodeText = (id: string) => (tree.questions[id] ?? tree.outcomes[id])?.text ?? {};
  const questions = Object.entries(tree.questions).map(([id, question]): [string, HelperNode] => [
    id,
    {
      id,
      ...words(question.text),
      ...(question.hint && { hint: words(question.hint).text }),
      ...(question.ticks && { ticks: question.ticks.map((tick) => words(tick).text) }),
      answers: question.options.map(({ text, to, unsure, flag }) => ({
        ...answer(text, to, unsure),
        ...(flag && { first: (tree.flags[flag] ?? []).map((code) => code.toLowerCase()) }),
      })),
    },
  ]);
  const outcomes = Object.entries(tree.outcomes).map(([id, outcome]): [string, HelperNode] => [
    id,
    {
      id,
      ...words(outcome.text),
      say: words(outcome.say).text,
      warning: words(outcome.warning).text,
      pages: [
        ...outcome.pages.map((slug) => ({ ...titleOf(slug), href: reader.link(`/pathways/${slug}/`) })),
        ...outcome.also.map((path) => ({ text: sectionOf(path), href: reader.link(path) })),
      ],
      help: outcome.help.map((point) => helpLink(point, reader)),
      near: outcome.near.map((need) => ({ need, text: reader.t(`help.needNames.${need}`) })),
      next: outcome.next.map((to) => answer(nodeText(to), to)),
    },
  ]);
  return Object.fromEntries([...questions, ...outcomes]);
}

function helpLink(id: string, reader: Reader): HelperLink {
  const service = reader.fact('services', id);
  const { text, lang } = reader.words(serviceName(service));
  const [phone] = service.phones;
  return {
    text,
    href: reader.link(`/help/${id}/`),
    ...(lang && { lang }),
    ...(phone && { mark: telephone(phone).shown }),
  };
}

/** The path of each node but the first, for the addresses. */
export function helperPaths(tree: Helper): { id: string; path: string }[] {
  return Object.entries({ ...tree.questions, ...tree.outcomes })
    .filter(([id]) => id !== tree.start)
    .map(([id, { path }]) => ({ id, path }));
}
