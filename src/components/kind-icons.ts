import type { Service } from '../schemas/facts.ts';
import type { IconName } from './icons.ts';

/** The pictogram of each kind of assistance point. */
export const kindIcons: Record<Service['kind'], IconName> = {
  'anti-trafficking': 'trafficking',
  'child-protection': 'child',
  consular: 'documents',
  'employment-service': 'jobs',
  'family-tracing': 'family',
  health: 'health',
  hotline: 'phone',
  'iom-office': 'return',
  'legal-aid': 'legal',
  'migrant-resource-centre': 'information',
  'refugee-support': 'protection',
  'returnee-reintegration': 'reintegration',
  shelter: 'shelter',
  'transit-centre': 'shelter',
  'unhcr-office': 'asylum',
};
