import type { Pathway } from '../schemas/facts.ts';
import type { IconName } from './icons.ts';

/** The pictogram of each kind of way. */
export const wayIcons: Record<Pathway['kind'], IconName> = {
  movement: 'movement',
  visas: 'pathways',
  documents: 'documents',
  work: 'work',
  study: 'study',
  family: 'family',
  protection: 'protection',
  offers: 'search',
  return: 'return',
  reintegration: 'reintegration',
  home: 'jobs',
};
