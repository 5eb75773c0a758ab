import { published } from '../../src/i18n/locales.ts';

/** One page of every kind, without its language. */
export const kinds = [
  '/',
  '/routes/',
  '/routes/sahara/',
  '/stories/',
  '/stories/pierre-roland/',
  '/stories/jean-marc/',
  '/pathways/',
  '/pathways/voluntary-return/',
  '/pathways/us-diversity-visa/',
  '/pathways/return-safe/',
  '/helper/',
  '/helper/q5/',
  '/helper/a11/',
  '/helper/tree/',
  '/help/',
  '/help/now/',
  '/help/now/tn/',
  '/help/in/',
  '/help/in/tn/',
  '/help/in/cm/health/',
  '/help/in/eg/sheet/',
  '/help/tn-ctr-tunis/',
  '/data/',
  '/help/cm-1503/',
  '/help/cm-iom-yaounde/',
  '/countries/',
  '/countries/cm/',
  '/countries/er/',
  '/pages/about/',
  '/pages/how-figures/',
  '/sources/',
  '/sources/routes/',
  '/sources/pathways-work/',
  '/sources/help-horn/',
  '/search/',
  '/calendar/',
] as const;

/** Every published language. */
export const languages = published;
