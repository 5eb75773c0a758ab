import { countriesWithHelp } from '../domain/facts.ts';
import type { Reader } from '../domain/reader.ts';
import type { PackBook, PackChapter } from './pack-plan.ts';

/** What people say, and what we know: it gives way where a file of a whole language would grow too big. */
export const claimsChapter = ({ t }: Reader): PackChapter => ({
  id: 'claims',
  title: t('sections.sessions.title'),
  groups: [{ pages: ['/sessions/claims/'] }],
  shrinks: true,
});

/**
 * What a volunteer takes along to a group: whom to call, how to lead, the kits, and their parts.
 * @param sheets those to read aloud that may be handed on
 */
export function sessionBook(
  kits: readonly { readonly slug: string }[],
  sheets: readonly { readonly slug: string }[],
  { t, facts, country, compare }: Reader,
): PackBook {
  const codes = countriesWithHelp(facts).sort((a, b) => compare(country(a), country(b)));
  return {
    kind: 'sessions',
    part: 'sessions',
    name: t('sections.sessions.title'),
    chapters: [
      {
        id: 'now',
        title: t('frame.now'),
        groups: [
          { pages: ['/help/now/'] },
          { title: t('now.byCountry'), pages: codes.map((code) => `/help/now/${code.toLowerCase()}/`) },
        ],
      },
      {
        id: 'sessions',
        title: t('session.kits'),
        note: t('sections.sessions.lead'),
        address: '/sessions/',
        groups: [{ pages: ['/pages/facilitating/', ...kits.map(({ slug }) => `/sessions/${slug}/`)] }],
      },
      {
        id: 'parts',
        title: t('session.pieces'),
        groups: [{ pages: ['/sessions/claims/', '/sessions/quiz/', '/sessions/survey/'] }],
      },
      {
        id: 'aloud',
        title: t('session.aloud.title'),
        note: t('session.aloud.lead'),
        address: '/sessions/aloud/',
        groups: [{ pages: sheets.map(({ slug }) => `/sessions/aloud/${slug}/`) }],
      },
    ],
  };
}
