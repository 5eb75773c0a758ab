import { published } from '../../src/i18n/locales.ts';

/** One page of every kind, without its language. */
export const kinds = [
  '/',
  '/routes/',
  '/routes/sahara/',
  '/routes/sahara/sources/',
  '/routes/eastern/',
  '/routes/gulf/',
  '/routes/compare/',
  '/stories/',
  '/stories/pierre-roland/',
  '/stories/jean-marc/',
  '/stories/by/women/',
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
  '/pages/tell-your-story/',
  '/sources/',
  '/sources/stories/',
  '/sources/pathways-work/',
  '/sources/help-horn/',
  '/sessions/the-road/show/',
  '/sessions/the-road/lead/',
  '/sessions/count/',
  '/sessions/make/',
  '/sessions/',
  '/sessions/the-road/',
  '/sessions/claims/',
  '/sessions/quiz/',
  '/sessions/survey/',
  '/sessions/aloud/mary/',
  '/sessions/pocket/ly/',
  '/search/',
  '/take/',
  '/calendar/',
] as const;

/** Every published language. */
export const languages = published;

/** Runs in the page: elements whose text does not fit, and whether the page scrolls sideways. */
export const clipped = () => {
  const root = document.documentElement;
  const bad = root.scrollWidth > root.clientWidth + 1 ? [`page ${root.scrollWidth} > ${root.clientWidth}`] : [];
  for (const element of document.querySelectorAll<HTMLElement>('body *:not(.hush, .hush *, .skip, svg *, option)')) {
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const cut = style.overflowX !== 'visible' || style.textOverflow === 'ellipsis';
    const box = element.getBoundingClientRect();
    const outside = box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
    if ((cut && element.scrollWidth > element.clientWidth + 1) || (outside && style.position !== 'absolute'))
      bad.push(`${element.tagName}.${element.className} "${element.textContent?.trim().slice(0, 40)}"`);
  }
  return bad;
};
