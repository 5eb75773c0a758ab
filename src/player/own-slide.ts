import type { OwnSlide } from '../domain/own-slides.ts';
import { sizeOf } from '../domain/wall.ts';

/** An element with words in it; words are never read as HTML. */
function element(name: string, kind: string, words = ''): HTMLElement {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.textContent = words;
  return made;
}

/**
 * A slide of a session of one's own, as the kits' slides look.
 * @param right what the right answer is called
 * @param hands a counter to copy, with `{what}` for what it counts
 */
export function ownSlide(slide: OwnSlide, right: string, hands: Element | null | undefined): HTMLElement {
  const { kind, over, title, text, answers = [], lang } = slide;
  const section = element('section', `slide ${kind}`);
  section.dataset.slide = '';
  section.tabIndex = -1;
  if (lang) section.lang = lang;
  if (over) section.append(element('p', 'over', over));
  const heading = element('h2', '', title);
  // Words of one's own may be in another language than the page.
  if (kind === 'words') heading.dir = 'auto';
  section.append(heading);
  const list = element('ol', kind === 'hands' ? 'answers scale' : 'answers');
  answers.forEach((answer, index) => {
    const told = slide.right === undefined ? '' : slide.right === index ? 'right' : 'wrong';
    const item = element('li', told);
    item.append(element('span', '', told === 'right' ? `✓ ${right}: ${answer}` : answer));
    const counter = slide.at !== undefined && (hands?.cloneNode(true) as HTMLElement | undefined);
    if (counter) {
      counter.dataset.hands = `${slide.at}.${index}`;
      for (const button of counter.querySelectorAll('button'))
        button.setAttribute('aria-label', (button.getAttribute('aria-label') ?? '').split('{what}').join(answer));
      item.append(counter);
    }
    list.append(item);
  });
  if (answers.length > 0) section.append(list);
  if (text) section.append(element('p', '', text));
  // Measured by its words, as the kits' slides are.
  section.classList.add(sizeOf([title, text ?? '', ...answers].map((one) => `<p>${one.replace(/</g, ' ')}`).join('')));
  return section;
}
