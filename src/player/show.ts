/** The slides of a kit on the wall. */
import { stayAwake } from './awake.ts';
import { countHands } from './counting.ts';
import { play } from './slides.ts';

const main = document.querySelector<HTMLElement>('[data-show]');
if (main) {
  const slides = Array.from(main.querySelectorAll<HTMLElement>('[data-slide]'));
  let now = 1;
  let tell: ReturnType<typeof countHands>['tell'] = () => {};
  const show = play({
    slides,
    words: main.dataset.at ?? '',
    moved: (slide) => {
      now = slide;
      tell({ slide });
    },
  });
  tell = countHands(
    main.dataset.show ?? '',
    () => {},
    ({ slide, ask }) => {
      if (ask) tell({ slide: now });
      if (!slide) return;
      now = Math.min(Math.max(Math.trunc(slide) || 1, 1), slides.length);
      show(now);
    },
  ).tell;
  tell({ slide: now });
  stayAwake();
}
