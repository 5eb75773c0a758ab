import { coversLanguage, type Exposure, exposures, isMinor, type Refusal, refusal } from '../domain/consent.ts';
import { isPublished, realLocales } from '../i18n/locales.ts';
import type { Story } from '../schemas/facts.ts';
import { type Beside, type Checked, type Content, said } from './content.ts';
import type { Problem } from './problem.ts';

type Path = readonly (string | number)[];
type Complain = (path: Path, what: string, todo: string) => void;

/**
 * Every story has a consent that covers its text, its languages, its picture and its recordings on this day; nobody under 18 is
 * exposed; pictures and recordings stand beside a story that knows of them. Of a story that is withdrawn nothing is published, so
 * nothing is asked of it.
 */
export function checkStories(content: Content, today: string, problems: Problem[]): void {
  for (const file of content.facts.stories.values()) {
    const story = file.valid as Story | undefined;
    if (!story || story.consent.withdrawn) continue;
    const complain: Complain = (path, what, todo) =>
      problems.push({ file: file.file, line: file.lineOf(path), field: path.join('.'), what, todo });
    const media = content.media.filter(({ id }) => id === file.id);
    const no = refusal(story.consent, 'text', today);
    if (no) complain(...refused(no, story, 'text'));
    for (const beside of media) {
      const also = refusal(story.consent, beside.use, today);
      if (also === 'out-of-scope') complain(...refused(also, story, beside.use, beside.file));
    }
    for (const exposure of exposures(story)) complain(...exposed[exposure](story));
    checkLanguages(content, file, story, complain);
    checkPicture(file, story, media, complain);
  }
  for (const beside of content.media) checkBeside(content, beside, problems);
}

/** Why the consent forbids a use, as field, what, and what to do. */
function refused(
  no: Refusal,
  { consent }: Story,
  use: Story['consent']['scope'][number],
  file?: string,
): [Path, string, string] {
  const asked =
    'Ask the person anew and write what was agreed, or take the story out by writing the day in consent.withdrawn.';
  switch (no) {
    case 'expired':
      return [['consent', 'expires'], `the consent held until ${consent.expires}`, asked];
    case 'review-due':
      return [
        ['consent', 'review_by'],
        `the consent was to be reviewed by ${consent.review_by}`,
        'Review it and write the next day of review, or write the day in consent.withdrawn.',
      ];
    case 'out-of-scope':
      return file
        ? [
            ['consent', 'scope'],
            `the consent does not cover ${use}, but content/${file} is there`,
            `Remove that file, or ask the person and add ${use} here.`,
          ]
        : [['consent', 'scope'], `the consent does not cover ${use}`, 'Ask the person, or take the story away.'];
    default:
      throw new Error(`"${no}" is said elsewhere`);
  }
}

/** What exposes somebody under 18, as field, what, and what to do. */
const exposed: Readonly<Record<Exposure, (story: Story) => [Path, string, string]>> = {
  guardian: () => [
    ['consent', 'guardian'],
    'the person was under 18 and the consent was given to us; expected the reference to the consent of a guardian',
    'Write the reference, never the name; without the consent of a guardian take the story away.',
  ],
  name: () => [
    ['person', 'name_kind'],
    'the person was under 18; expected pseudonym or unnamed, found first-name',
    'Write a name that is not theirs, also in the texts, or leave the name out.',
  ],
  picture: () => [['picture'], 'the person was under 18: no picture', 'Remove `picture` and the file beside it.'],
  place: (story) => {
    const index = story.journey.findIndex((stop) => 'place' in stop);
    return [
      ['journey', index],
      'the person was under 18: expected countries only, found a place',
      'Write the country instead, such as country: NE; also in the texts.',
    ];
  },
};

/** No text in a language that the consent does not cover. */
function checkLanguages(content: Content, { id }: Checked, { consent }: Story, complain: Complain): void {
  for (const locale of realLocales) {
    if (coversLanguage(consent, locale) || !content.texts.get(`${locale}/stories`)?.has(id)) continue;
    complain(
      ['consent', 'languages'],
      `the consent does not cover ${locale}, but content/${locale}/stories/${id}.mdx is there`,
      `Remove that text, or ask the person and add ${locale} here.`,
    );
  }
}

/** A picture and its description belong together. */
function checkPicture(file: Checked, story: Story, media: readonly Beside[], complain: Complain): void {
  const there = media.some(({ use }) => use === 'picture');
  if (!story.picture) return;
  if (!there)
    complain(
      ['picture'],
      'there is no picture beside this file',
      `Put ${file.id}.jpg or ${file.id}.png beside it, or remove \`picture\`.`,
    );
  const silent = realLocales.filter(
    (locale) => isPublished(locale) && coversLanguage(story.consent, locale) && !story.picture?.alt[locale],
  );
  if (silent.length > 0)
    complain(
      ['picture', 'alt'],
      `what the picture shows is not said in ${silent.join(', ')}`,
      'Say it in each language, in one sentence and without a name.',
    );
}

/** A picture belongs to a story that describes it, a recording to a text; there is one of each. */
function checkBeside(content: Content, { file, id, use, place, ending }: Beside, problems: Problem[]): void {
  const facts = content.facts.stories.get(id);
  const story = facts?.valid as Story | undefined;
  const complain = (what: string, todo: string) => problems.push({ file, line: 1, field: '', what, todo });
  const twin = content.media.find((other) => other.place === place && other.id === id && other.ending !== ending);
  if (twin && twin.ending > ending)
    complain(`content/${twin.file} is ${said[use]} of the same story`, 'Keep one of the two.');
  if (use === 'audio' && !content.texts.get(`${place}/stories`)?.has(id))
    complain(
      `there is a recording, but no text content/${place}/stories/${id}.mdx`,
      'Write the text that is heard, or give the recording the name of its text.',
    );
  if (use === 'picture' && !facts)
    complain(
      `there is a picture, but no story content/facts/stories/${id}.yaml`,
      'Give the picture the name of its story, or remove it.',
    );
  if (use === 'picture' && story && !story.consent.withdrawn && !story.picture && !isMinor(story))
    complain(
      `content/facts/stories/${id}.yaml has no \`picture\` that says what it shows`,
      'Write there picture: with alt: and a sentence in each language; or remove the picture.',
    );
  if (use === 'picture' && story && !story.picture && isMinor(story))
    complain('the person was under 18: no picture', 'Remove this file.');
}
