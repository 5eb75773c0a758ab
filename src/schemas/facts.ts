/**
 * The shape of every fact under `content/facts/`. The descriptions are written for the person
 * who fills in the file: `npm run desk -- fields figures` prints them.
 */
import { z } from 'astro/zod';
import { realLocales } from '../i18n/locales.ts';
import { countryCode, date, day, period, slug, webAddress, words } from './common.ts';

export const source = z
  .strictObject({
    title: z.string().min(3).describe('The title as printed on the page or report'),
    publisher: z.string().min(2).describe('Who published it'),
    date: z.union([date, z.literal('undated')]).describe('Its date as printed: 2018-08-07, 2018-08, 2018, or undated'),
    url: webAddress
      .optional()
      .describe('Where it can be read; leave out only when nobody has found it, and fill in `where`'),
    where: z.string().optional().describe('Without a url: where the text was read'),
    standing: z
      .enum(['primary', 'secondary'])
      .describe('primary: the body that did the counting or took the decision; secondary: somebody repeating it'),
    carries: z.string().optional().describe('For a secondary source: whose words or figures it repeats'),
    licence: z.string().optional().describe('Only where the source states one, such as CC BY 4.0'),
    checked: day.describe('The day somebody of ours last read it'),
  })
  .refine((s) => s.url ?? s.where, { path: ['url'], message: 'a url, or `where` saying where the text was read' });

export const units = [
  'people',
  'crossings',
  'deaths',
  'places',
  'interviews',
  'returns',
  'projects',
  'centres',
  'partners',
  'countries',
  'surveys',
  'km',
  'hours',
  'days',
  'weeks',
  'months',
  'years',
  'percent',
  'USD',
  'EUR',
  'XOF',
  'XAF',
  'DZD',
  'TND',
  'GMD',
  'SDG',
  'LYD',
  'NGN',
  'SAR',
  'KES',
  'GBP',
  'GNF',
  'MRU',
  'GHS',
  'MAD',
  'UGX',
  'ETB',
  'EGP',
  'agencies',
  'applications',
  'grants',
  'jobs',
  'loans',
  'points',
] as const;

export const figure = z
  .strictObject({
    value: z
      .union([z.number(), z.tuple([z.number(), z.number()])], {
        error: 'a number without commas, such as 4000, or two in brackets, such as [2000, 5000]',
      })
      .optional()
      .describe('One number, or two in brackets for a range: [2000, 5000]'),
    series: z
      .record(z.string().regex(/^\d{4}$/), z.number())
      .optional()
      .describe('Instead of value: a number a year, such as 2024: 1810'),
    partial: z
      .record(z.string().regex(/^\d{4}$/), day)
      .optional()
      .describe('Years of the series that are not complete, with the last day counted'),
    published: z
      .record(z.string().regex(/^\d{4}$/), z.strictObject({ value: z.number(), source: slug }))
      .optional()
      .describe('Years for which the counting body printed another total than its data hold: this one is shown'),
    missing_migrants: z
      .strictObject({
        routes: z
          .array(z.string())
          .min(1)
          .optional()
          .describe('Migration Route, exactly as in the download; all when left out'),
        cause: z.string().optional().describe('Cause of Death, exactly as in the download'),
        country: z.string().optional().describe('Country of Incident, exactly as in the download'),
        gaps: z
          .record(z.string().regex(/^\d{4}$/), day)
          .optional()
          .describe('Years of which the file holds these rows only until a day'),
      })
      .optional()
      .describe(
        'Which rows of the Missing Migrants download the series adds up; `desk -- import missing-migrants` rewrites it',
      ),
    also: z
      .strictObject({ value: z.union([z.number(), z.tuple([z.number(), z.number()])]), unit: z.enum(units) })
      .optional()
      .describe('The same amount in another currency, as the source gives it'),
    unit: z.enum(units).describe('What is counted; a currency is its ISO 4217 code'),
    bound: z
      .enum(['exactly', 'at-least', 'more-than', 'about', 'up-to'])
      .default('exactly')
      .describe('at-least for every count of deaths'),
    period: period.describe('What time the number covers'),
    source: slug.describe('File name of the source, without .yaml'),
    as_of: day.optional().describe('The last day of the data, where it differs from the period'),
    about: words.describe('What the number counts, in a few words'),
  })
  .refine((f) => (f.value === undefined) !== (f.series === undefined), {
    path: ['value'],
    message: 'either a value or a series',
  })
  .refine((f) => f.unit !== 'deaths' || f.bound !== 'exactly', {
    path: ['bound'],
    message: 'at-least: a count of deaths is a minimum',
  });

export const regions = ['sahel-lake-chad', 'horn', 'north-africa'] as const;

export const country = z.strictObject({
  code: countryCode,
  region: z.enum(regions).describe('The component of the Joint Initiative it belonged to'),
  programme: z
    .enum(['implementing', 'returns', 'by-elimination'])
    .describe(
      'implementing: named by IOM as a country of the programme; returns: people were helped to return there; by-elimination: not named on any page we found',
    ),
  languages: z.array(z.string()).min(1).describe('BCP 47 tags, most useful first'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as XAF'),
  blocs: z
    .array(z.enum(['ECOWAS', 'AES', 'CEMAC', 'EAC', 'IGAD', 'COMESA', 'CPLP']))
    .describe('Regional groupings that matter for moving freely'),
  note: words.optional().describe('A line about this country in the programme, for the reader'),
  ways_note: words.optional().describe('Where fewer than two chances at home are known: a plain word on why not'),
  sources: z.array(slug).default([]),
});

export const place = z.strictObject({
  name: words.describe('The name in each language'),
  country: countryCode,
  latitude: z.number().min(-90).max(90).describe('Centre of the town, two decimals at most'),
  longitude: z.number().min(-180).max(180),
});

export const organisation = z.strictObject({
  name: words.describe('The name in each language; the official form first'),
  short: z.string().optional().describe('What people call it, such as IOM'),
  website: webAddress.optional(),
});

export const serviceKinds = [
  'anti-trafficking',
  'child-protection',
  'consular',
  'employment-service',
  'family-tracing',
  'health',
  'hotline',
  'iom-office',
  'legal-aid',
  'migrant-resource-centre',
  'refugee-support',
  'returnee-reintegration',
  'shelter',
  'transit-centre',
  'unhcr-office',
] as const;

export const needs = [
  'danger',
  'trafficking',
  'violence',
  'child',
  'health',
  'listening',
  'shelter',
  'food',
  'asylum',
  'legal',
  'family',
  'return',
  'reintegration',
  'jobs',
  'documents',
  'information',
] as const;

export const audiences = ['women', 'children'] as const;

export const phone = z.strictObject({
  number: z
    .string()
    .describe('As dialled: +237… for an international number, the bare digits of a short code or national free number'),
  reach: z
    .enum(['international', 'short-code', 'national-free'])
    .describe('short-code and national-free work only inside the country'),
  type: z.enum(['voice', 'text', 'whatsapp']).default('voice'),
  voicemail: z.boolean().default(false).describe('true: callers leave a message and are called back'),
  note: words.optional(),
});

export const service = z
  .strictObject({
    name: words.optional().describe('Our name for it in each language; without it the imported name is shown'),
    organization: slug.describe('File name of the organisation'),
    kind: z.enum(serviceKinds),
    needs: z.array(z.enum(needs)).min(1).describe('What it helps with'),
    sends_help: z
      .boolean()
      .optional()
      .describe('true: sends police, an ambulance or a fire engine itself; others can only pass the alarm on'),
    country: countryCode,
    service_area: z.array(countryCode).min(1).describe('Countries it serves'),
    location: z
      .strictObject({
        place: slug.optional().describe('File name of the town; none for a telephone line'),
        address: z.string().optional().describe('Street or quarter as printed. Never for a shelter'),
      })
      .default({}),
    audience: z
      .array(z.enum(audiences))
      .default([])
      .describe('Whom it has help of its own for, where the source says so; others may come too'),
    phones: z.array(phone).default([]),
    email: z.email('an e-mail address of the office, never of a person').optional(),
    website: webAddress.optional(),
    languages: z.array(z.string()).default([]).describe('Only languages the source states'),
    opening_hours: z.string().optional().describe('OpenStreetMap syntax, such as Mo-Fr 08:00-17:00'),
    hours_disputed: z
      .boolean()
      .optional()
      .describe('true: another source gives other hours, so the site never says "open now"'),
    cost: z.enum(['free', 'not-stated']).describe('free only where the source says so'),
    eligibility: words.optional().describe('Who may come'),
    required_documents: words.optional().describe('What to bring, only where the source says so'),
    transportation: words.optional().describe('How to get there, from the town; never for a shelter'),
    description: words.optional().describe('What it does, in one or two short sentences'),
    alert: words.optional().describe('What the reader must know before going or calling'),
    status: z
      .enum(['active', 'inactive', 'defunct', 'temporarily closed'])
      .optional()
      .describe('HSDS status; empty means not confirmed'),
    publication: z.enum(['publish', 'verify-first', 'reference-only', 'withheld']),
    withheld_reason: z.string().optional().describe('Why it is not published; needed with withheld'),
    confidence: z.enum(['high', 'medium', 'low', 'unverified']),
    assured_date: day.optional().describe('Day one of us called or visited; empty until somebody has'),
    last_checked: day.describe('Day we last read the source'),
    source: slug,
    translation: z
      .partialRecord(z.enum(realLocales as [string, ...string[]]), z.enum(['machine', 'human']))
      .default({})
      .describe('Who put the texts of this file into each language'),
    imported: z
      .strictObject({
        id: slug.optional(),
        service_name: z.string(),
        eligibility: z.string(),
        status_note: z.string(),
      })
      .optional()
      .describe(
        'As it stood in the imported file; never shown when our own words exist, and kept to notice changes. `id`: its name there, when this file has another, as a shelter must whose name there tells its quarter',
      ),
  })
  .refine((s) => s.publication !== 'withheld' || s.withheld_reason, {
    path: ['withheld_reason'],
    message: 'the reason why it is withheld',
  })
  .refine((s) => !(s.kind === 'shelter' || s.needs.includes('shelter')) || !s.location.address, {
    path: ['location', 'address'],
    message: 'no address: the place of a shelter is never published',
  })
  .refine((s) => !(s.kind === 'shelter' || s.needs.includes('shelter')) || !s.transportation, {
    path: ['transportation'],
    message: 'no way there: the place of a shelter is never published',
  });

/** What the page that compares routes asks of each; what nobody has counted is left out and said so. */
const compared = z.strictObject({
  note: words.optional().describe('A few words, where the figures need them'),
  figures: z
    .array(z.strictObject({ id: slug, year: z.string().optional() }))
    .default([])
    .describe('Figures to print, with the year for a series'),
});

export const route = z.strictObject({
  order: z.number().int().describe('Place in the list'),
  countries: z.array(countryCode).min(1).describe('Countries it starts in or passes'),
  branches: z
    .array(
      z.strictObject({
        id: slug,
        name: words.describe('Such as: From Agadez to Libya'),
        stops: z.array(slug).min(1).describe('Towns in order of travel (file names in places/), each with a text'),
        from: slug.optional().describe('Where the line on the map begins, when that stop is told elsewhere'),
        to: slug.optional().describe('Where the line on the map ends, when that stop is told elsewhere'),
        back: z.boolean().default(false).describe('true for a way on which people are sent back'),
      }),
    )
    .min(1)
    .describe('The ways this route takes, each drawn as a line and told as a list of stops'),
  charts: z
    .array(slug)
    .describe('Figures whose yearly series are drawn as bars, deaths first; empty where nobody counts'),
  compare: z.strictObject({
    cost: compared.optional(),
    time: compared.optional(),
    detention: compared.optional(),
    expulsions: compared.optional(),
  }),
  help: z.array(slug).min(1).describe('Assistance points for people on this route'),
  pathways: z.array(slug).min(1).describe('Legal ways to show beside it'),
  sources: z.array(slug).min(1).describe('Sources of the prose that no Figure names'),
  checked: day,
});

export const topics = ['violence', 'sexual-violence', 'detention', 'death', 'trafficking', 'suicide', 'child'] as const;

export const storyMeans = [
  'assisted',
  'expelled',
  'alone',
  'contract-ended',
  'evacuated',
  'not-returned',
  'not-stated',
] as const;
export const storySupports = [
  'medical',
  'psychosocial',
  'business',
  'training',
  'farm',
  'study',
  'money',
  'none',
  'not-stated',
] as const;
/** What somebody lives from after coming home, or instead of leaving. */
export const livelihoods = [
  'trade',
  'food',
  'hairdressing',
  'tailoring',
  'bookshop',
  'crafts',
  'building',
  'repair',
  'farming',
  'livestock',
  'transport',
  'employed',
  'study',
  'association',
  'none-yet',
  'not-stated',
] as const;
/** What a story is about, for a reader who looks for one like their own. */
export const storyThemes = [
  'own-work',
  'farming',
  'study',
  'helping-others',
  'hard-return',
  'waiting',
  'false-offer',
  'legal-way',
  'stayed',
] as const;

const journeyStop = z.union([z.strictObject({ country: countryCode }), z.strictObject({ place: slug })]);

export const story = z
  .strictObject({
    order: z.number().int().default(100).describe('Place in lists; the lowest stands first'),
    person: z.strictObject({
      name: z
        .string()
        .regex(/^\S+$/, 'a first name or pseudonym alone, no surname')
        .optional()
        .describe('As published, without surname; leave out where the source gives none'),
      name_kind: z.enum(['first-name', 'pseudonym', 'unnamed']),
      age_then: z.number().int().min(1).max(99).optional().describe('Age when it was told'),
      sex: z.enum(['female', 'male']).optional().describe('Leave out where the source does not say'),
    }),
    minor: z.boolean().default(false).describe('true when the person it is about was under 18 when it was told'),
    country: countryCode.describe('Where the person is from'),
    route: slug.optional().describe('File name of the route, when it is one of ours'),
    journey: z
      .array(journeyStop)
      .min(1)
      .describe('Where the journey led, in order; the home country first and, after a return, last'),
    left: date.optional().describe('When the person left: 2015, or 2015-04'),
    returned: date.optional(),
    means: z.enum(storyMeans).describe('How the person came home'),
    support: z.array(z.enum(storySupports)).min(1).describe('Help received afterwards'),
    livelihood: z.enum(livelihoods).describe('What the person lived from when it was told'),
    themes: z.array(z.enum(storyThemes)).min(1),
    topics: z.array(z.enum(topics)).describe('What needs a content note'),
    as_of: z
      .union([date, z.literal('undated')])
      .describe('When it was told, never printed as "today"; undated where the source gives no date'),
    source: z.array(slug).min(1),
    pathways: z.array(slug).min(1).max(3).describe('The next step: the first is the one that is offered largest'),
    help: z.array(slug).max(2).default([]).describe('Help points for somebody in the same place'),
    picture: z
      .strictObject({ alt: words.describe('What the picture shows, for those who do not see it; no name') })
      .optional()
      .describe('A picture stands beside these facts as <file name>.jpg or .png; it needs consent of scope picture'),
    consent: z.strictObject({
      basis: z.enum(['given-to-us', 'already-public']),
      scope: z.array(z.enum(['text', 'audio', 'picture', 'packs'])).min(1),
      languages: z
        .union([z.literal('all'), z.array(z.enum(realLocales as [string, ...string[]])).min(1)])
        .default('all')
        .describe('Languages in which it may be told'),
      date: date.describe('Day of the consent, or of the publication we rely on'),
      review_by: day.describe('After this day the story must be looked at again'),
      expires: day.optional().describe('After this day the consent no longer holds'),
      guardian: z
        .string()
        .min(3)
        .optional()
        .describe('For somebody under 18: reference to the consent of a guardian; never their name'),
      evidence: z.string().min(3).describe('Reference to the record, or the source; never the document itself'),
      withdrawn: day.optional(),
    }),
  })
  .refine((s) => (s.person.name === undefined) === (s.person.name_kind === 'unnamed'), {
    path: ['person', 'name'],
    message: 'a name, or name_kind: unnamed',
  });

export const pathwayKinds = [
  'movement',
  'visas',
  'documents',
  'work',
  'study',
  'family',
  'protection',
  'offers',
  'return',
  'reintegration',
  'home',
] as const;

export const pathwayStates = ['open', 'closed', 'not-in-force', 'unknown'] as const;

export const pathway = z
  .strictObject({
    order: z.number().int(),
    kind: z.enum(pathwayKinds),
    state: z
      .enum(pathwayStates)
      .default('open')
      .describe('closed: the page stays, says since when, and what instead. unknown: we could not find out'),
    since: date.optional().describe('Since when it is closed'),
    countries: z
      .union([z.literal('all'), z.array(countryCode).min(1)])
      .describe('Citizens of which countries it concerns'),
    official: z
      .array(
        z.strictObject({
          name: z.string(),
          url: webAddress,
          checked: day,
          standing: z
            .enum(['seen', 'not-opened'])
            .describe('not-opened: an official address we could not open ourselves'),
        }),
      )
      .min(1),
    valid_from: date.optional(),
    review_by: day.describe('After this day the page says that its rules may have changed'),
    near: z
      .array(z.enum(needs))
      .default([])
      .describe('Needs whose points in the reader’s own country belong beside it'),
    checklist: slug.optional().describe('File name of the checklist printed with it'),
    help: z.array(slug).min(1),
    alternatives: z.array(slug).min(2).describe('Other ways, for a reader who cannot use this one'),
    sources: z.array(slug).min(1),
    checked: day,
  })
  .refine((p) => p.state !== 'closed' || p.since, { path: ['since'], message: 'since when it is closed' });

export const checklist = z.strictObject({
  title: words.describe('What it is for'),
  items: z.array(words).min(3).max(12).describe('One thing to do or to have each'),
  sources: z.array(slug).min(1),
  translation: z
    .partialRecord(z.enum(realLocales as [string, ...string[]]), z.enum(['machine', 'human']))
    .default({})
    .describe('Who put it into each language'),
});

const helperOption = z.strictObject({
  text: words,
  to: slug.describe('A question or an outcome'),
  unsure: z.boolean().optional().describe('true: the answer "not sure"; every question has exactly one'),
  flag: slug.optional().describe('Comes first when the reader has chosen a country with this flag'),
});

/** The decision helper: questions, answers, and where they lead. */
export const helper = z.strictObject({
  start: slug.describe('The first question'),
  flags: z.record(slug, z.array(countryCode).min(1)).describe('What is true of some countries only'),
  questions: z.record(
    slug,
    z.strictObject({
      path: z
        .string()
        .regex(/^q\d+$/)
        .describe('Its address: q and a number, so that no answer can be read in it'),
      text: words,
      hint: words.optional(),
      ticks: z.array(words).optional().describe('Things to look at before answering'),
      options: z.array(helperOption).min(2).max(6),
    }),
  ),
  outcomes: z.record(
    slug,
    z.strictObject({
      path: z.string().regex(/^a\d+$/),
      text: words.describe('What it comes to, as a heading'),
      say: words.describe('One to three sentences: what this means for the reader'),
      warning: words.describe('The one thing not to forget'),
      pages: z.array(slug).describe('Pathways, the first the most useful'),
      also: z
        .array(z.string().regex(/^\/[a-z/-]+\/$/))
        .default([])
        .describe('Other pages of ours, such as /help/now/'),
      help: z.array(slug).min(1).describe('Assistance points'),
      near: z.array(z.enum(needs)).default([]).describe('Needs whose points in the reader’s country belong here'),
      next: z.array(slug).min(1).describe('Questions or outcomes to go on to'),
    }),
  ),
  translation: z.partialRecord(z.enum(realLocales as [string, ...string[]]), z.enum(['machine', 'human'])).default({}),
});

/** What a claim is about; the order is that of the cards. */
export const claimTopics = ['road', 'smugglers', 'offers', 'europe', 'work', 'return', 'home'] as const;

/** Something people say: the words and the answer stand in the text of the same name. */
export const claim = z.strictObject({
  order: z.number().int().describe('Place in its topic'),
  topic: z.enum(claimTopics),
  sources: z.array(slug).min(1).describe('Sources of the answer, those of its figures left out'),
  pathways: z.array(slug).min(1).max(3).describe('Where somebody who heard the answer can go on'),
  checked: day,
});

/** A question of the quiz: its answers stand in the text of the same name. */
export const question = z.strictObject({
  order: z.number().int().describe('Place in the quiz, easy ones first'),
  claim: slug.optional().describe('The claim that says more about it'),
  sources: z
    .array(slug)
    .default([])
    .describe('Sources of the explanation, those of its figures and its claim left out'),
  checked: day,
});

/** A sheet to read aloud in a room or on the radio. */
export const aloud = z
  .strictObject({
    order: z.number().int(),
    story: slug.optional().describe('The story it tells; it goes when the story is withdrawn'),
    claim: slug.optional().describe('The claim it answers'),
    sources: z.array(slug).default([]).describe('Sources that neither its figures nor its story or claim name'),
    checked: day,
  })
  .refine((a) => (a.story === undefined) !== (a.claim === undefined), {
    path: ['story'],
    message: 'either a story or a claim',
  });

/** A kit for a session with a group: its words stand in the text of the same name. */
export const session = z
  .strictObject({
    order: z.number().int(),
    group: z
      .strictObject({ from: z.number().int().min(1), to: z.number().int().min(1) })
      .describe('For how many people it is meant'),
    minutes: z.number().int().min(10).max(240).describe('How long it takes: the sum of its steps'),
    steps: z
      .array(z.strictObject({ id: slug, minutes: z.number().int().min(1) }))
      .min(3)
      .describe('The steps of the text, in order, with their minutes'),
    needs: z.array(z.enum(needs)).min(1).describe('Needs whose help points belong on the sheet that is handed on'),
    pathways: z.array(slug).min(1).max(6).describe('Pages for those who want to go on'),
    sources: z.array(slug).default([]).describe('Sources that nothing shown in it names'),
    checked: day,
  })
  .refine((s) => s.steps.reduce((sum, { minutes }) => sum + minutes, 0) === s.minutes, {
    path: ['minutes'],
    message: 'the sum of the minutes of its steps',
  });

export const surveyAnswers = ['five', 'yes-no', 'number'] as const;

/** The questions asked before and after a session, by show of hands. */
export const survey = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        id: slug,
        text: words.describe('What the facilitator reads out'),
        answers: z
          .enum(surveyAnswers)
          .describe('five: from 1 (not at all) to 5 (fully); yes-no; number: how many hands, from 0 to 3'),
      }),
    )
    .length(6),
  sources: z.array(slug).default([]),
  translation: z.partialRecord(z.enum(realLocales as [string, ...string[]]), z.enum(['machine', 'human'])).default({}),
});

export type Source = z.infer<typeof source>;
export type Figure = z.infer<typeof figure>;
export type Country = z.infer<typeof country>;
export type Place = z.infer<typeof place>;
export type Organisation = z.infer<typeof organisation>;
export type Phone = z.infer<typeof phone>;
export type Service = z.infer<typeof service>;
export type Route = z.infer<typeof route>;
export type Story = z.infer<typeof story>;
export type Pathway = z.infer<typeof pathway>;
export type Checklist = z.infer<typeof checklist>;
export type Helper = z.infer<typeof helper>;
export type Claim = z.infer<typeof claim>;
export type Question = z.infer<typeof question>;
export type Aloud = z.infer<typeof aloud>;
export type Session = z.infer<typeof session>;
export type Survey = z.infer<typeof survey>;
