import type { APIRoute } from 'astro';
import { packPlan } from '../../exports/pack-plan.ts';
import { kits, pathways, pathwaysFor, routes, sheets, stories } from '../../library/lists.ts';
import { inEveryLanguage } from '../../library/paths.ts';
import { slugs } from '../../library/texts.ts';

export const getStaticPaths = inEveryLanguage;

/** What the files to hand on hold, for `publish/packs`, which makes them from the finished pages and takes this one away. */
export const GET: APIRoute = async ({ locals: { reader } }) => {
  const codes = [...reader.facts.countries.values()].map(({ code }) => code);
  const ways = codes.map(async (code) => {
    const { ways } = await pathwaysFor(code, reader);
    return [code, ways.map(({ slug }) => slug)] as const;
  });
  return Response.json(
    packPlan(
      {
        routes: await routes(reader),
        ways: await pathways(reader),
        stories: await stories(reader),
        kits: await kits(reader),
        sheets: await sheets(reader),
        waysFor: Object.fromEntries(await Promise.all(ways)),
        pages: (await slugs('pages')).filter((slug) => !['now', 'data'].includes(slug)),
        tree: reader.fact('helper', 'tree'),
      },
      reader,
    ),
  );
};
