import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import * as shape from './schemas/facts.ts';
import { prose, textKinds } from './schemas/prose.ts';

/** The folder of words and facts; a test builds with a changed copy. */
const content = process.env.CONTENT ?? './content';
/** A file is its own id: no slug is made up from it. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.(yaml|mdx)$/, '');
const facts = (kind: string) => glob({ base: `${content}/facts/${kind}`, pattern: '*.yaml', generateId });

export const collections = {
  sources: defineCollection({ loader: facts('sources'), schema: shape.source }),
  figures: defineCollection({ loader: facts('figures'), schema: shape.figure }),
  countries: defineCollection({ loader: facts('countries'), schema: shape.country }),
  places: defineCollection({ loader: facts('places'), schema: shape.place }),
  organisations: defineCollection({ loader: facts('organisations'), schema: shape.organisation }),
  services: defineCollection({ loader: facts('services'), schema: shape.service }),
  routes: defineCollection({ loader: facts('routes'), schema: shape.route }),
  stories: defineCollection({ loader: facts('stories'), schema: shape.story }),
  pathways: defineCollection({ loader: facts('pathways'), schema: shape.pathway }),
  checklists: defineCollection({ loader: facts('checklists'), schema: shape.checklist }),
  helper: defineCollection({ loader: facts('helper'), schema: shape.helper }),
  sessions: defineCollection({ loader: facts('sessions'), schema: shape.session }),
  claims: defineCollection({ loader: facts('claims'), schema: shape.claim }),
  questions: defineCollection({ loader: facts('questions'), schema: shape.question }),
  aloud: defineCollection({ loader: facts('aloud'), schema: shape.aloud }),
  survey: defineCollection({ loader: facts('survey'), schema: shape.survey }),
  prose: defineCollection({
    loader: glob({ base: content, pattern: `*/{${textKinds.join()}}/*.mdx`, generateId }),
    schema: prose,
  }),
};
