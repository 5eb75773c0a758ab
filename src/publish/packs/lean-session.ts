import type { HTMLElement } from 'node-html-parser';

/** Makes the pages of sessions ready: what the wall shows stands apart, paper has lines to write on, and each part can be led to. */
export function session(main: HTMLElement): void {
  const all = (selector: string) => main.querySelectorAll(selector);
  // Squares to scan are drawings.
  for (const codes of all('section.paper')) codes.remove();
  // Where to go on is hidden on paper, not here. What is read aloud has it as a button.
  for (const on of all('p.screen, section.screen')) on.classList.remove('screen');
  for (const button of all('.btn.quiet[href*="/stories/"], .btn.quiet[href*="/claims/"]'))
    button.classList.remove('quiet');
  for (const slide of all('.slide')) {
    const [sign, title] = [slide.querySelector('small'), slide.querySelector('b')];
    const head = `<p>${sign?.outerHTML ?? ''} ${title?.outerHTML ?? ''}</p>`;
    sign?.remove();
    title?.remove();
    slide.replaceWith(`<blockquote>${head}${slide.innerHTML}</blockquote>`);
  }
  for (const line of all('.lines > span')) line.replaceWith(`<span>${line.innerHTML} ________ </span>`);
  // An article or a section does not stay an element of its own: its heading keeps its id.
  for (const part of all('article[id], section[id]')) {
    part.querySelector('h2, h3')?.setAttribute('id', part.id);
    part.removeAttribute('id');
  }
}
