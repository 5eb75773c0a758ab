import { refusal } from '../domain/consent.ts';
import { countriesWithHelp, pointsIn } from '../domain/facts.ts';
import type { Reader } from '../domain/reader.ts';
import type { Section } from '../i18n/paths.ts';
import type { Aloud, Helper, Pathway, Route, Session, Story } from '../schemas/facts.ts';
import { pathwayKinds } from '../schemas/facts.ts';
import { helperPaths } from './helper.ts';
import { claimsChapter, sessionBook } from './session-book.ts';

/** What stands the same in every language in the words on how to serve the zip. */
const serving = {
  file: 'index.html',
  folder: 'packs',
  serve: 'python3 -m http.server 8000',
  other: 'npx serve -l 8000',
  node: 'Node.js',
  computer: '192.168.1.10',
  address: 'http://192.168.1.10:8000',
};

/** The name of a file to hand on, such as `before-you-go-fr-sn.html` or `before-you-go-fr-sessions.html`. */
export const packName = (locale: string, part?: string) =>
  `before-you-go-${[locale, part].filter(Boolean).join('-')}.html`;

/** Stands in a page for what is known only when the files exist: `size` in kB, or the `sha256` of a file. */
export const token = (what: 'size' | 'sha256', file: string) => `⟦${what} ${file}⟧`;

/** Every such sign: what, and of which file. */
export const tokens = /⟦(size|sha256) ([\w.-]+)⟧/g;

/** The files of the countries in a reader's language, by name. */
export function fileList({ facts, key, country, compare }: Reader): { name: string; file: string }[] {
  return [...facts.countries.values()]
    .map(({ code }) => ({ name: country(code), file: packName(key, code.toLowerCase()) }))
    .sort((a, b) => compare(a.name, b.name));
}

/** Pages of one heading, as addresses without language, such as `/routes/sahara/`. */
export interface PackGroup {
  readonly title?: string;
  /** The address that a link to this list leads to here. */
  readonly address?: string;
  readonly pages: readonly string[];
}

/** A part of a file that is handed on. */
export interface PackChapter {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly address?: string;
  readonly groups: readonly PackGroup[];
  /** Its last pages may be left out where the file would grow too big; links to them lead to the site. */
  readonly shrinks?: boolean;
}

/** What one file holds, and in which order. */
export interface PackBook {
  /** What it is for, which says how big it may be. */
  readonly kind: 'language' | 'country' | 'sessions';
  /** The end of the file's name: nothing for a language, a country's small code, or `sessions`. */
  readonly part?: string;
  readonly name: string;
  readonly chapters: readonly PackChapter[];
}

/** What the files of one language hold and say; `publish/packs` makes them from the finished pages. */
export interface PackPlan {
  readonly locale: string;
  readonly tag: string;
  readonly three: string;
  readonly dir: 'ltr' | 'rtl';
  readonly today: string;
  readonly words: Readonly<Record<string, string>>;
  /** What a help point says when it knows nothing: left out, and said once. */
  readonly unsaid: readonly string[];
  /** Addresses of stories, and of their sheets to read aloud, that may be read on the site but not handed on: neither they nor their titles may be in a file. */
  readonly withheld: readonly string[];
  /** The sources that only those name. */
  readonly withheldSources: readonly string[];
  readonly books: readonly PackBook[];
}

/** What the zip and the ZIM files need to know of each language: `packs/about.json` of a finished site. */
export type PackAbout = Readonly<
  Record<
    string,
    Pick<PackPlan, 'three' | 'withheld' | 'withheldSources'> & { name: string; library: string; readme: string }
  >
>;

interface Listed<F> {
  readonly slug: string;
  readonly facts: F;
}

/** Everything that is told of, in the order of the site. */
export interface PackLists {
  readonly routes: readonly Listed<Route>[];
  readonly ways: readonly Listed<Pathway>[];
  readonly stories: readonly Listed<Story>[];
  readonly kits: readonly Listed<Session>[];
  readonly sheets: readonly Listed<Aloud>[];
  readonly waysFor: Readonly<Record<string, readonly string[]>>;
  readonly pages: readonly string[];
  readonly tree: Helper;
}

/** The stories that may not be handed on in a file, where nobody could take them back. */
function withheldStories(stories: readonly Listed<Story>[], { today, key }: Reader): string[] {
  return stories.filter(({ facts }) => refusal(facts.consent, 'packs', today, key)).map(({ slug }) => slug);
}

const at = (folder: string) => (slug: string) => `/${folder}/${slug}/`;

function points(code: string, { facts, today, t, country }: Reader): PackGroup {
  const all = pointsIn(facts, code, today).map(([id]) => id);
  return code === 'XX'
    ? { title: t('help.lines'), pages: all.map(at('help')) }
    : {
        title: t('help.in', { country: country(code) }),
        address: `/help/in/${code.toLowerCase()}/`,
        pages: all.map(at('help')),
      };
}

function wholeLanguage(lists: PackLists, told: readonly Listed<Story>[], reader: Reader): PackBook {
  const { t, facts, country, compare } = reader;
  const byName = (codes: readonly string[]) => [...codes].sort((a, b) => compare(country(a), country(b)));
  const withHelp = byName(countriesWithHelp(facts));
  const one = (id: Section, groups: PackGroup[], note?: string): PackChapter => ({
    id,
    title: t(`sections.${id}.title`),
    ...(note && { note }),
    address: `/${id}/`,
    groups,
  });
  const ours = byName([...facts.countries.values()].map(({ code }) => code)).map((code) => code.toLowerCase());
  return {
    kind: 'language',
    name: reader.locale.name,
    chapters: [
      {
        id: 'now',
        title: t('frame.now'),
        groups: [
          { pages: ['/help/now/'] },
          { title: t('now.byCountry'), pages: withHelp.map((code) => `/help/now/${code.toLowerCase()}/`) },
        ],
      },
      one('countries', [{ pages: ours.map(at('countries')) }]),
      one(
        'help',
        ['XX', ...withHelp].map((code) => points(code, reader)).filter(({ pages }) => pages.length > 0),
        t('packs.points'),
      ),
      one('routes', [{ pages: [...lists.routes.map(({ slug }) => at('routes')(slug)), '/routes/compare/'] }]),
      one('stories', [{ pages: told.map(({ slug }) => at('stories')(slug)) }], t('sections.stories.lead')),
      one(
        'pathways',
        pathwayKinds.map((kind) => ({
          title: t(`pathway.kinds.${kind}`),
          pages: lists.ways.filter(({ facts: way }) => way.kind === kind).map(({ slug }) => at('pathways')(slug)),
        })),
        t('pathway.decides'),
      ),
      {
        id: 'helper',
        title: t('helper.title'),
        groups: [{ pages: ['/helper/', ...helperPaths(lists.tree).map(({ path }) => at('helper')(path))] }],
        shrinks: true,
      },
      claimsChapter(reader),
      { id: 'about', title: t('frame.footer'), groups: [{ pages: lists.pages.map(at('pages')) }] },
    ],
  };
}

function oneCountry(code: string, lists: PackLists, told: readonly Listed<Story>[], reader: Reader): PackBook {
  const { t, country } = reader;
  const roads = lists.routes.filter(({ facts }) => facts.countries.includes(code)).map(({ slug }) => slug);
  const near = [
    ...told.filter(({ facts }) => facts.country === code),
    ...told.filter(({ facts }) => facts.country !== code && facts.route && roads.includes(facts.route)),
  ];
  const small = code.toLowerCase();
  return {
    kind: 'country',
    part: small,
    name: country(code),
    chapters: [
      { id: 'now', title: t('frame.now'), groups: [{ pages: [`/help/now/${small}/`, '/help/now/'] }] },
      {
        id: 'help',
        title: t('sections.help.title'),
        note: t('packs.points'),
        groups: [code, 'XX'].map((one) => points(one, reader)).filter(({ pages }) => pages.length > 0),
      },
      { id: 'countries', title: country(code), groups: [{ pages: [`/countries/${small}/`] }] },
      { id: 'routes', title: t('country.routes'), groups: [{ pages: roads.map(at('routes')) }] },
      {
        id: 'stories',
        title: t('sections.stories.title'),
        note: t('sections.stories.lead'),
        groups: [{ pages: near.slice(0, 2).map(({ slug }) => at('stories')(slug)) }],
      },
      {
        id: 'pathways',
        title: t('country.pathways', { country: country(code) }),
        note: t('pathway.decides'),
        groups: [{ pages: (lists.waysFor[code] ?? []).map(at('pathways')) }],
        shrinks: true,
      },
    ],
  };
}

/** What the files of a language hold: one with everything, and one a country of ours. */
export function packPlan(lists: PackLists, reader: Reader): PackPlan {
  const { t, facts, locale, key, today } = reader;
  const withheld = withheldStories(lists.stories, reader);
  const told = lists.stories.filter(({ slug }) => !withheld.includes(slug));
  const countries = [...facts.countries.values()].map(({ code }) => oneCountry(code, lists, told, reader));
  const sourcesOf = (slugs: readonly string[]) =>
    lists.stories.filter(({ slug }) => slugs.includes(slug)).flatMap(({ facts: story }) => story.source);
  const sheets = lists.sheets.filter(({ facts: { story } }) => story === undefined || !withheld.includes(story));
  const sheetsWithheld = lists.sheets.filter((sheet) => !sheets.includes(sheet));
  const machine = locale.interface === 'machine' ? `${t('frame.interfaceMachine')} ${t('packs.machine')}` : '';
  return {
    locale: key,
    tag: locale.tag,
    three: locale.three,
    dir: locale.dir,
    today,
    words: {
      site: t('site.name'),
      lead: t('packs.lead'),
      made: t('packs.made', { date: reader.date(today) }),
      machine,
      notice: t('text.machine'),
      newer: t('packs.newer'),
      now: t('frame.now'),
      contents: t('packs.contents'),
      find: t('packs.find'),
      nothing: t('packs.nothing'),
      sources: t('packs.sources'),
      addresses: t('packs.addresses'),
      licence: t('frame.licence'),
      everywhere: t('now.everywhere'),
      does: t('help.does'),
      asWritten: t('help.asWritten'),
      decides: t('pathway.decides'),
      colon: t('frame.colon'),
      comma: t('frame.comma'),
      left: t('packs.left'),
      library: t('packs.library'),
      readme: t('packs.readme', { date: reader.date(today), ...serving }),
    },
    unsaid: [
      t('help.notCalled'),
      t('help.askThem'),
      t('help.notStated'),
      t('help.hoursNotStated'),
      t('help.languagesNotStated'),
      t('help.costNotStated'),
    ],
    withheld: [...withheld.map(at('stories')), ...sheetsWithheld.map(({ slug }) => at('sessions/aloud')(slug))],
    withheldSources: sourcesOf(withheld).filter((id) => !sourcesOf(told.map(({ slug }) => slug)).includes(id)),
    books: [wholeLanguage(lists, told, reader), sessionBook(lists.kits, sheets, reader), ...countries],
  };
}
