import type { Service } from '../schemas/facts.ts';
import type { IconName } from './icons.ts';

/** The pictogram of each need. */
export const needIcons: Record<Service['needs'][number], IconName> = {
  danger: 'danger',
  trafficking: 'trafficking',
  violence: 'violence',
  child: 'child',
  health: 'health',
  listening: 'listening',
  shelter: 'shelter',
  food: 'food',
  asylum: 'asylum',
  legal: 'legal',
  family: 'family',
  return: 'return',
  reintegration: 'reintegration',
  jobs: 'jobs',
  documents: 'documents',
  information: 'information',
};
