import type { APIRoute } from 'astro';
import { answerIcon } from '../../../components/helper-icons.ts';
import { helperNodes } from '../../../exports/helper.ts';
import { helperTitles, pageTitle } from '../../../library/helper.ts';
import { inEveryLanguage } from '../../../library/paths.ts';

export const getStaticPaths = inEveryLanguage;

/** The whole tree, for answering in place. */
export const GET: APIRoute = async ({ locals: { reader } }) => {
  const icon = answerIcon(reader.fact('helper', 'tree'), (slug) => reader.facts.pathways.get(slug)?.kind);
  return Response.json(helperNodes(reader, await helperTitles(reader), pageTitle(reader), icon));
};
