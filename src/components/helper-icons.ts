import type { Helper, Pathway } from '../schemas/facts.ts';
import { type IconName, icons } from './icons.ts';
import { wayIcons } from './way-icons.ts';

/** The pictogram of what an answer leads to, where it is not that of the first page it names. */
const own: Readonly<Record<string, IconName>> = {
  emergency: 'danger',
  where: 'countries',
  'where-they': 'family',
  why: 'routes',
  work: 'work',
  study: 'study',
  'study-level': 'study',
  family: 'family',
  'danger-home': 'protection',
  road: 'movement',
  europe: 'pathways',
  gulf: 'work',
  back: 'reintegration',
  return: 'return',
  home: 'jobs',
  missing: 'family',
  trafficking: 'trafficking',
  'help-nearby': 'help',
  'offer-kind': 'search',
  'offer-check': 'search',
  'offer-stop': 'danger',
  'offer-proceed': 'check',
  'risks-then-options': 'routes',
};

/** The drawing for an answer: a question mark for "not sure", else what it leads to. */
export function answerIcon(tree: Helper, kindOf: (slug: string) => Pathway['kind'] | undefined) {
  return (to: string, unsure: boolean): string => {
    const kind = kindOf(tree.outcomes[to]?.pages[0] ?? '');
    return icons[unsure ? 'unsure' : (own[to] ?? (kind ? wayIcons[kind] : 'information'))];
  };
}
