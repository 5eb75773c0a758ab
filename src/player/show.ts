/** The slides of a kit on the wall. */
import { stayAwake } from './awake.ts';
import { follow } from './channel.ts';
import { countHands } from './counting.ts';
import { play } from './slides.ts';

const main = document.querySelector<HTMLElement>('[data-show]');
if (main) {
  const kit = main.dataset.show ?? '';
  const slides = Array.from(main.querySelectorAll<HTMLElement>('[data-slide]'));
  let now = 1;
  const tell = follow(kit, ({ slide, ask, hands }) => {
    if (slide) go(Math.min(Math.max(slide, 1), slides.length));
    if (hands) counting.take(hands);
    if (ask) tell({ slide: now, hands: counting.hands() });
  });
  const counting = countHands(kit, (hands) => tell({ hands }));
  const show = play({
    slides,
    words: main.dataset.at ?? '',
    moved: (slide) => {
      now = slide;
      tell({ slide });
    },
  });
  const go = (slide: number) => {
    now = slide;
    show(slide);
  };
  stayAwake();
}
