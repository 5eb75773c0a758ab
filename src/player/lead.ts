/** The facilitator's notes: one step at a time, in step with the wall. */
import { slideAsked } from '../domain/player.ts';
import { stayAwake } from './awake.ts';
import { runClock } from './clock.ts';
import { countHands } from './counting.ts';

const root = document.querySelector<HTMLElement>('[data-lead]');
const clockBar = root?.querySelector<HTMLElement>('.clock');
const turn = root?.querySelector<HTMLElement>('.turn');
if (root && clockBar && turn) {
  const kit = root.dataset.lead ?? '';
  const minutes = (root.dataset.minutes ?? '').split(',').map(Number);
  const slides = Array.from(root.querySelectorAll<HTMLElement>('[data-slide]'));
  const notes = Array.from(root.querySelectorAll<HTMLElement>('.note'));
  const place = turn.querySelector('.place');
  const then = turn.querySelector<HTMLElement>('.then');
  const title = (slide: HTMLElement | undefined) => slide?.querySelector('h3')?.textContent ?? '';
  const enter = runClock(clockBar, kit, minutes);
  let now = 0;

  const show = (asked: number) => {
    const slide = Math.min(Math.max(Math.trunc(asked) || 1, 1), slides.length);
    const current = slides[slide - 1];
    if (slide === now || !current) return;
    now = slide;
    const here = current.closest<HTMLElement>('.note');
    const moved = here?.hidden !== false;
    for (const note of notes) note.hidden = note !== here;
    slides.forEach((one, index) => {
      if (index + 1 === slide) one.setAttribute('aria-current', 'step');
      else one.removeAttribute('aria-current');
    });
    enter(Number(here?.dataset.part ?? 0));
    if (place) place.textContent = `${slide} / ${slides.length}`;
    const next = title(slides[slide]);
    if (then) then.hidden = next === '';
    const named = then?.querySelector('[data-then]');
    if (named) named.textContent = next;
    for (const button of turn.querySelectorAll<HTMLButtonElement>('[data-by]'))
      button.disabled = !slides[slide - 1 + Number(button.dataset.by)];
    history.replaceState(history.state, '', `#${slide}`);
    // A new step is read from its top; within a step what is on the wall comes into sight.
    if (moved && here?.querySelector('[data-slide]') === current) here.scrollIntoView({ block: 'start' });
    else current.scrollIntoView({ block: 'center' });
  };

  const { tell } = countHands(
    kit,
    () => {},
    ({ slide }) => {
      if (slide) show(slide);
    },
  );
  const go = (slide: number) => {
    show(slide);
    tell({ slide: now });
  };
  turn.hidden = false;
  turn.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-by]');
    if (button) go(now + Number(button.dataset.by));
  });
  addEventListener('hashchange', () => {
    if (/^#\d+$/.test(location.hash)) go(slideAsked(location.hash, slides.length));
  });
  document.body.classList.add('leading');
  show(slideAsked(location.hash, slides.length));
  stayAwake(() => root.querySelector('[data-awake]')?.removeAttribute('hidden'));
}
