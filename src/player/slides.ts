import { type Move, moveOf, slideAfter, slideAsked, swipe } from '../domain/player.ts';

/** What a show needs to know of its page. */
export interface Show {
  readonly slides: readonly HTMLElement[];
  /** "Slide {n} of {all}" */
  readonly words: string;
  /** What stands in the address before the number, such as the choice of one's own session. */
  readonly before?: string;
  /** Is called with each slide that comes on the wall, from 1. */
  moved?(slide: number): void;
}

const rtl = () => document.documentElement.dir === 'rtl';
const busy = (target: EventTarget | null) =>
  (target as Element | null)?.closest?.('button, a, input, select, textarea');

/** What is done, one after the other, until all of a slide is in sight: smaller letters, less air, and at last less than we want. */
const sizes = ['big', 'mid', 'small'];
const squeezes = ['fit1', 'fit2', 'fit3'];

/** Makes a slide smaller, step by step, until all of it is in sight. */
function shrink(slide: HTMLElement): void {
  const root = document.documentElement;
  const fits = () => slide.scrollHeight <= slide.clientHeight + 1 && slide.scrollWidth <= slide.clientWidth + 1;
  slide.dataset.size = slide.dataset.size || sizes.find((size) => slide.classList.contains(size)) || 'small';
  root.classList.remove(...squeezes);
  for (const size of sizes.slice(sizes.indexOf(slide.dataset.size))) {
    slide.classList.remove(...sizes);
    slide.classList.add(size);
    if (fits()) return;
  }
  for (const squeeze of squeezes) {
    root.classList.remove(...squeezes);
    root.classList.add(squeeze);
    if (fits()) return;
  }
}

/**
 * Turns a page of slides into a show: one at a time, by finger, keyboard, clicker and button, its place in the address.
 * @returns goes to a slide without telling others
 */
export function play({ slides, words, before = '', moved = () => {} }: Show): (slide: number) => void {
  const root = document.documentElement;
  const count = slides.length;
  const status = document.querySelector('[role=status]');
  const place = document.querySelector<HTMLElement>('.place');
  const buttons = Array.from(document.querySelectorAll<HTMLButtonElement>('[data-move]'));
  const hashOf = (slide: number) => (before ? `#${before}/${slide}` : `#${slide}`);
  const asked = () => slideAsked(before ? `#${location.hash.split('/')[1] ?? ''}` : location.hash, count);
  let now = 0;

  const show = (slide: number) => {
    if (slide === now) return;
    now = slide;
    slides.forEach((one, index) => {
      one.hidden = index + 1 !== slide;
    });
    const current = slides[slide - 1];
    if (!current) return;
    current.scrollTop = 0;
    shrink(current);
    if (place) place.textContent = `${slide} / ${count}`;
    for (const button of buttons) {
      const { move } = button.dataset;
      button.disabled = (move === 'next' && slide === count) || (move === 'previous' && slide === 1);
    }
    history.replaceState(history.state, '', hashOf(slide));
  };
  const go = (slide: number) => {
    if (slide === now) return;
    show(slide);
    const heading = slides[slide - 1]?.querySelector('h1, h2')?.textContent ?? '';
    if (status)
      status.textContent = `${words.replace('{n}', String(slide)).replace('{all}', String(count))}. ${heading}`;
    moved(slide);
  };
  const fill = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => {});
  };
  const black = (on: boolean) => root.classList.toggle('black', on);
  const act = (move: Move) => {
    if (move === 'black') return black(!root.classList.contains('black'));
    black(false);
    if (move === 'full') return fill();
    go(slideAfter(now, move, count));
  };

  root.classList.add('player');
  if (place) place.hidden = false;
  for (const button of buttons) {
    if (button.dataset.move === 'full' && !document.fullscreenEnabled) continue;
    button.hidden = false;
    button.addEventListener('click', () => act(button.dataset.move as Move));
  }
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // A button or a link that has the focus keeps the keys that press it.
    if ((event.key === ' ' || event.key === 'Enter') && busy(event.target)) return;
    if (event.key === 'Escape') black(false);
    const move = moveOf(event.key, rtl(), event.shiftKey);
    if (!move) return;
    event.preventDefault();
    act(move);
  });
  let from: Touch | undefined;
  addEventListener('touchstart', ({ touches }) => {
    // Somebody who has drawn the page larger moves about in it.
    const larger = (window.visualViewport?.scale ?? 1) > 1.05;
    from = touches.length === 1 && !larger ? touches[0] : undefined;
  });
  addEventListener('touchend', ({ changedTouches: [to] }) => {
    const move = from && to && swipe(to.clientX - from.clientX, to.clientY - from.clientY, rtl());
    from = undefined;
    if (move) act(move);
  });
  // A link to another slide moves on; the browser's Back is for pages.
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a[href^="#"]');
    const id = link?.getAttribute('href')?.slice(1);
    if (!link || !id || !slides.some((slide) => slide.id === id)) return;
    event.preventDefault();
    go(Number(id));
    slides[now - 1]?.focus();
  });
  addEventListener('hashchange', () => {
    if (location.hash !== '#main') go(asked());
  });
  addEventListener('resize', () => {
    const current = slides[now - 1];
    if (current) shrink(current);
  });
  show(asked());
  moved(now);
  return show;
}
