import { locales, realLocales } from '../i18n/locales.ts';
import { checkDays, checkReferences, checkServices } from './check-facts.ts';
import { checkRoom } from './check-room.ts';
import { checkSessions } from './check-sessions.ts';
import { checkStories } from './check-stories.ts';
import { checkLanguages, checkTexts } from './check-texts.ts';
import { readAllContent } from './content.ts';
import type { Problem } from './problem.ts';

/**
 * Reads every file of content and says all that is wrong with it: fields, references, sources, figures, telephone numbers, hours, consent,
 * components in texts, and whether the languages say the same. The build stops when it finds anything.
 * @param folder the content folder
 * @param today the day consent is judged on, `YYYY-MM-DD`
 * @param complete languages in which no text may be missing
 */
export function checkContent(
  folder: string,
  today: string,
  complete: readonly string[] = realLocales.filter(
    (key) => locales[key].published && locales[key].texts === 'complete',
  ),
): Problem[] {
  const problems: Problem[] = [];
  const content = readAllContent(folder, problems);
  checkDays(content, today, problems);
  checkReferences(content, problems);
  checkServices(content, problems);
  checkStories(content, today, problems);
  checkSessions(content, today, problems);
  checkRoom(content, problems);
  checkTexts(content, problems);
  checkLanguages(content, complete, problems);
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
