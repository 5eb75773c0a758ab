import { secondsAloud } from '../domain/aloud.ts';
import { bareNumbers } from '../domain/bare-numbers.ts';
import { refusal } from '../domain/consent.ts';
import { type Mention, mentions } from '../domain/mentions.ts';
import type { LocaleKey } from '../i18n/locales.ts';
import type { Session, Story } from '../schemas/facts.ts';
import { mustExist } from './check-facts.ts';
import { hasPage } from './check-markup.ts';
import type { Checked, Content } from './content.ts';
import type { Problem } from './problem.ts';

/** What `<Show>` can put on the wall, and the kind of fact each names; a page is named by its address. */
export const shown = {
  story: 'stories',
  claim: 'claims',
  question: 'questions',
  aloud: 'aloud',
  route: 'routes',
} as const;

/**
 * Kits show only what exists and may be told in their language, their steps are those of their facts, each question has one right
 * answer, and what is read aloud takes between one minute and one and a half.
 * @param today the day consent is judged on, `YYYY-MM-DD`
 */
export function checkSessions(content: Content, today: string, problems: Problem[]): void {
  for (const [place, files] of content.texts) {
    const [locale = '', kind = ''] = place.split('/');
    for (const file of files.values()) {
      const named = mentions(file.body);
      const say = (line: number, field: string, what: string, todo: string) =>
        problems.push({ file: file.file, line: line + file.bodyLine - 1, field, what, todo });
      for (const mention of named.filter(({ component }) => component === 'Show'))
        checkShow(content, mention, file, locale, today, problems);
      if (kind === 'sessions') checkSteps(content, file, named, say);
      if (kind === 'questions') checkAnswers(named, content.texts.get('en/questions')?.get(file.id), say);
      if (kind === 'aloud') checkAloud(content, file, locale as LocaleKey, today, problems);
    }
  }
}

type Say = (line: number, field: string, what: string, todo: string) => void;

function checkShow(
  content: Content,
  { attributes, line }: Mention,
  file: Checked,
  locale: string,
  today: string,
  problems: Problem[],
): void {
  const from = { file: file.file, line: line + file.bodyLine - 1, field: '<Show>' };
  const [[what = '', id = ''] = [], ...others] = Object.entries(attributes);
  const ways = [...Object.keys(shown), 'survey', 'page'];
  if (others.length > 0 || !ways.includes(what)) {
    problems.push({
      ...from,
      what: `it shows "${Object.keys(attributes).join(' ')}"; expected one of ${ways.join(', ')}`,
      todo: 'Write it like <Show story="helene" />.',
    });
  } else if (what === 'survey' ? !['before', 'after'].includes(id) : what === 'page' && !hasPage(content, id)) {
    problems.push({
      ...from,
      what: `"${id}" cannot be shown`,
      todo: what === 'survey' ? 'Write before or after.' : 'Write the address of a page of ours, such as /help/.',
    });
  } else if (what in shown) {
    mustExist(content, shown[what as keyof typeof shown], id, from, problems);
    const story = what === 'story' ? id : (content.facts.aloud.get(what === 'aloud' ? id : '')?.valid?.story as string);
    if (story) mayBeTold(content, story, 'packs', locale, today, from, problems);
  }
}

/**
 * A story that is used elsewhere must be one that may be told there: says so, naming the story and the file that uses it.
 * @param use `packs` where it is shown in a kit: kits are handed on as files
 */
function mayBeTold(
  content: Content,
  id: string,
  use: 'text' | 'packs',
  locale: string,
  today: string,
  from: Pick<Problem, 'file' | 'line' | 'field'>,
  problems: Problem[],
): void {
  const story = content.facts.stories.get(id)?.valid as Story | undefined;
  const no = story && (refusal(story.consent, 'text', today, locale) ?? refusal(story.consent, use, today, locale));
  if (no)
    problems.push({
      ...from,
      what: `content/${from.file} uses the story "${id}", which may not be told here (${no}${use === 'packs' ? '; kits are handed on as files, so its consent must name text and packs' : ''})`,
      todo: `Take it out of content/${from.file} and choose another story; content/facts/stories/${id}.yaml says why.`,
    });
}

function checkSteps(content: Content, file: Checked, named: readonly Mention[], say: Say): void {
  const session = content.facts.sessions.get(file.id)?.valid as Session | undefined;
  const steps = named.filter(({ component }) => component === 'Step');
  const found = steps.map(({ attributes }) => attributes.id).join(', ');
  const expected = session?.steps.map(({ id }) => id).join(', ');
  if (expected !== undefined && found !== expected)
    say(
      steps[0]?.line ?? 1,
      '<Step>',
      `the steps are ${found || 'missing'}; expected ${expected} as in content/facts/sessions/${file.id}.yaml`,
      'Bring the text and the facts into the same order.',
    );
  for (const { component, attributes, line } of named)
    if ((component === 'Step' || component === 'Slide') && !attributes.title)
      say(line, `<${component}>`, 'it has no title', `Write it like <${component} title="A few words">.`);
  // Minutes and sizes of groups may stand bare; what people would call a figure may not.
  for (const { line, number } of bareNumbers(file.body, ['112']))
    if (Number(number.replace(/\D/g, '')) > 100)
      say(line, 'number', `"${number}" has no source`, 'Write it as <Figure id="…" />.');
}

const answersOf = (named: readonly Mention[]) => named.filter(({ component }) => component === 'Answer');
const placeOfRight = (answers: readonly Mention[]) => answers.findIndex(({ attributes }) => attributes.right === 'yes');

function checkAnswers(named: readonly Mention[], english: Checked | undefined, say: Say): void {
  const answers = answersOf(named);
  const right = answers.filter(({ attributes }) => attributes.right === 'yes').length;
  if (answers.length < 2 || answers.length > 4 || right !== 1)
    say(
      answers[0]?.line ?? 1,
      '<Answer>',
      `found ${answers.length} answers, ${right} of them right; expected two to four, one of them right`,
      'Write each as <Answer>…</Answer>, and the right one as <Answer right="yes">…</Answer>.',
    );
  else if (english && placeOfRight(answersOf(mentions(english.body))) !== placeOfRight(answers))
    say(
      answers[0]?.line ?? 1,
      '<Answer>',
      'the right answer stands in another place than in English',
      'Bring the answers into the order of the English text.',
    );
}

function checkAloud(content: Content, file: Checked, locale: LocaleKey, today: string, problems: Problem[]): void {
  const seconds = secondsAloud(file.body, locale);
  if (seconds < 60 || seconds > 90)
    problems.push({
      file: file.file,
      line: file.bodyLine,
      field: '',
      what: `read aloud it takes about ${seconds} seconds; expected 60 to 90`,
      todo: seconds < 60 ? 'Say a little more.' : 'Shorten it.',
    });
  const story = content.facts.aloud.get(file.id)?.valid?.story as string | undefined;
  const from = { file: file.file, line: 1, field: '' };
  if (story) mayBeTold(content, story, 'text', locale, today, from, problems);
}
