import type { HTMLElement } from 'node-html-parser';
import type { PackPlan } from '../../exports/pack-plan.ts';
import { session } from './lean-session.ts';

/** What a file needs nothing of: drawings, buttons, forms, ways to pass on, what leads elsewhere on the site. */
const useless =
  'svg, script, style, nav, button, audio, figure.map, .screen, .eyebrow, .pass, .btn.quiet, [hidden], [data-aloud], [data-kept]';

const bare = (element: HTMLElement) => element.text.replace(/\s+/g, ' ').trim();
const all = (root: HTMLElement, selector: string) => root.querySelectorAll(selector);
const dropEmpty = (root: HTMLElement, selector: string) => {
  for (const element of all(root, selector)) if (bare(element) === '') element.remove();
};

/** Cards become their title as a link, and the number where they show one. */
function cards(root: HTMLElement): void {
  for (const card of all(root, 'a.card')) {
    const title = card.querySelector('b');
    const line = card.querySelector('.line');
    const lang = title?.getAttribute('lang') ? ` lang="${title.getAttribute('lang')}"` : '';
    card.replaceWith(
      `<a href="${card.getAttribute('href')}"${lang}>${title?.innerHTML ?? card.innerHTML}</a>${line ? ` ${line.innerHTML}` : ''}`,
    );
  }
}

/** The buttons to call become the number as a link; what it reaches follows in brackets. */
function calls(root: HTMLElement): void {
  for (const phone of all(root, '.phone')) {
    const dial = phone.querySelector('a');
    const href = dial?.getAttribute('href') ?? '';
    const number = dial?.querySelector('bdi')?.toString() ?? '';
    const word = href.startsWith('tel:') ? '' : `${bare(dial as HTMLElement).replace(/[\d+].*$/, '')} `;
    const reach = phone.querySelector('.small');
    phone.replaceWith(`<p><a href="${href}">${word}${number}</a> ${reach?.innerHTML.trim() ?? ''}</p>`);
  }
  for (const say of all(root, '.say > div')) {
    const [who, what] = [say.querySelector('b'), say.querySelector('p')];
    if (who && what) say.replaceWith(`<p><b>${who.innerHTML}:</b> ${what.innerHTML}</p>`);
  }
}

/** A list of a word or two becomes one line. */
function lines(root: HTMLElement): void {
  for (const list of all(root, 'ul.tags, ul.needs, ol.trip')) {
    const sign = list.tagName === 'OL' ? ' → ' : ' · ';
    list.replaceWith(
      `<p>${all(list, 'li')
        .map((item) => item.innerHTML.trim())
        .join(sign)}</p>`,
    );
  }
}

/** A help point says the same as many others, or what its first lines have said: once is enough. */
function point(root: HTMLElement, { unsaid, words }: PackPlan): void {
  const tags = all(root, 'ul.tags li').map(bare);
  for (const name of all(root, 'dl.facts dt')) {
    const value = name.nextElementSibling;
    const known = value && (unsaid.includes(bare(value)) || tags.includes(bare(value)));
    if (value && (known || bare(name) === words.asWritten)) {
      value.remove();
      name.remove();
    }
  }
  for (const text of all(root, '.notice > p')) if (unsaid.includes(bare(text))) text.remove();
  for (const heading of all(root, 'h2')) if (bare(heading) === words.does) heading.remove();
  for (const element of all(root, '.next, p.small')) if (element.closest('.call') === null) element.remove();
}

/** The lines that work everywhere stand once, among the help points. */
function numbersOfCountry(root: HTMLElement, { words }: PackPlan): void {
  const heading = all(root, 'h2').find((one) => bare(one) === words.everywhere);
  for (let next = heading?.nextElementSibling; next; next = heading?.nextElementSibling) next.remove();
  heading?.remove();
}

/** The groups of a country's ways are short here: no need to fold them. */
function unfold(root: HTMLElement): void {
  for (const group of all(root, 'details.pick'))
    group.replaceWith(
      `<p><b>${group.querySelector('b')?.innerHTML ?? ''}</b></p>${group.querySelector('ul')?.toString() ?? ''}`,
    );
}

/** Takes out of the text of a page what a file of words has no use for. Links and ids stay for `link.ts`. */
export function lean(main: HTMLElement, path: string, plan: PackPlan): void {
  if (/^\/help\/now\/..\/$/.test(path)) numbersOfCountry(main, plan);
  if (/^\/help\/(?!now)[^/]+\/$/.test(path)) point(main, plan);
  if (path.startsWith('/countries/')) for (const one of all(main, '.lead, .help li:nth-child(n+3)')) one.remove();
  // What to do next is said in the text; whose story it is, and by whose leave, at the head of the stories.
  if (path.startsWith('/pathways/')) for (const one of all(main, '.next')) one.remove();
  if (path.startsWith('/stories/')) {
    for (const one of all(main, '.next, .next ~ p.small')) one.remove();
    for (const fact of all(main, 'dl.facts dd').filter((one) => one.querySelector('a'))) {
      fact.previousElementSibling?.remove();
      fact.remove();
    }
  }
  if (path.startsWith('/sessions/')) session(main);
  for (const element of all(main, useless)) element.remove();
  for (const note of all(main, 'aside.notice')) if (bare(note).startsWith(plan.words.notice ?? ' ')) note.remove();
  // What a withheld story is called is part of it.
  for (const address of plan.withheld)
    for (const link of all(main, `a[href$="${address}"]`)) (link.closest('li, p.shown') ?? link).remove();
  for (const note of all(main, 'p.notice'))
    note.innerHTML = note.innerHTML.replace(plan.words.decides ?? '\0', '').trim();
  unfold(main);
  cards(main);
  calls(main);
  lines(main);
  dropEmpty(main, 'p, li, ul, ol, dl, section, div');
}
