import type { Helper } from '../schemas/facts.ts';

/** A link with its words; `lang` when they are not in the reader's language. */
export interface HelperLink {
  readonly text: string;
  readonly href: string;
  readonly lang?: string;
  /** A word after it: that a way is closed, or a number to call. */
  readonly mark?: string;
}

/** An answer: where it leads, its pictogram, and the countries it is first for. */
export interface HelperAnswer extends HelperLink {
  readonly to: string;
  readonly icon: string;
  readonly first?: readonly string[];
}

/** A question or an outcome as a reader sees it. */
export interface HelperNode {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  readonly hint?: string;
  readonly ticks?: readonly string[];
  /** Of a question. */
  readonly answers?: readonly HelperAnswer[];
  /** Of an outcome. */
  readonly say?: string;
  readonly warning?: string;
  readonly pages?: readonly HelperLink[];
  readonly help?: readonly HelperLink[];
  readonly near?: readonly { readonly need: string; readonly text: string }[];
  readonly next?: readonly HelperAnswer[];
}

/** Something wrong with the tree, and the node it is wrong at. */
export interface TreeProblem {
  readonly node: string;
  readonly what: string;
}

/** Answers from the first question to the farthest outcome, at most. */
export const mostSteps = 6;

/** The address of a question or an outcome, without language. Neutral, so that no answer can be read in it. */
export function helperPath(tree: Helper, id: string): string {
  if (id === tree.start) return '/helper/';
  const node = tree.questions[id] ?? tree.outcomes[id];
  if (!node) throw new Error(`content/facts/helper/tree.yaml has no question and no outcome "${id}"`);
  return `/helper/${node.path}/`;
}

const targets = (tree: Helper, id: string) => [
  ...(tree.questions[id]?.options.map(({ to }) => to) ?? []),
  ...(tree.outcomes[id]?.next ?? []),
];

/** How many answers lead to each node, by the shortest way; nodes that nothing leads to are not in it. */
export function stepsTo(tree: Helper): Map<string, number> {
  const steps = new Map([[tree.start, 0]]);
  const queue = [tree.start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const to of targets(tree, id)) {
      if (steps.has(to)) continue;
      steps.set(to, (steps.get(id) ?? 0) + 1);
      queue.push(to);
    }
  }
  return steps;
}

/** The longest run of answers from a question to an outcome; Infinity where questions lead in a circle. */
function longest(tree: Helper, id: string, above: readonly string[], found: TreeProblem[]): number {
  if (above.includes(id)) {
    found.push({ node: id, what: `questions lead in a circle: ${[...above, id].join(' → ')}` });
    return Number.POSITIVE_INFINITY;
  }
  const question = tree.questions[id];
  if (!question) return 0;
  return 1 + Math.max(...question.options.map(({ to }) => longest(tree, to, [...above, id], found)));
}

/**
 * What is wrong with a tree: an unknown target, a node that nothing leads to, a circle of questions, a way longer than six answers,
 * a question without exactly one "not sure", an unknown page or help point, an address given twice.
 */
export function treeProblems(
  tree: Helper,
  known: { readonly pathways: ReadonlySet<string>; readonly help: ReadonlySet<string> },
): TreeProblem[] {
  const problems: TreeProblem[] = [];
  const nodes = new Set([...Object.keys(tree.questions), ...Object.keys(tree.outcomes)]);
  const say = (node: string, what: string) => problems.push({ node, what });
  if (!tree.questions[tree.start]) say(tree.start, 'is named as the first question, but there is no such question');
  for (const id of nodes) {
    for (const to of targets(tree, id)) if (!nodes.has(to)) say(id, `leads to "${to}", which does not exist`);
  }
  for (const [id, { options }] of Object.entries(tree.questions)) {
    const unsure = options.filter((option) => option.unsure).length;
    if (unsure !== 1) say(id, `has ${unsure} answers marked \`unsure\`; every question has exactly one`);
    for (const { flag } of options)
      if (flag && !tree.flags[flag]) say(id, `names the flag "${flag}", which stands nowhere under \`flags\``);
  }
  for (const [id, { pages, help, also }] of Object.entries(tree.outcomes)) {
    for (const page of pages) if (!known.pathways.has(page)) say(id, `names the page "${page}", which does not exist`);
    for (const point of help)
      if (!known.help.has(point)) say(id, `names the help point "${point}", which is not published`);
    if (pages.length + also.length === 0) say(id, 'leads to no page');
  }
  const paths = Object.entries({ ...tree.questions, ...tree.outcomes });
  for (const [id, { path }] of paths)
    if (paths.some(([other, node]) => other < id && node.path === path))
      say(id, `has the address "${path}" of another`);
  if (problems.length > 0) return problems;
  const reached = stepsTo(tree);
  for (const id of nodes) if (!reached.has(id)) say(id, 'can be reached by no answer');
  const most = longest(tree, tree.start, [], problems);
  if (Number.isFinite(most) && most > mostSteps)
    say(tree.start, `takes up to ${most} answers; nobody should need more than ${mostSteps}`);
  return problems;
}
