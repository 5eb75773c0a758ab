/** The slides of a session of one's own on the wall: what it holds stands in the address, its words in one small file. */
import { decodeSession, encodeSession } from '../domain/own-session.ts';
import { hasThing, type OwnThings, type OwnWords, ownSlides } from '../domain/own-slides.ts';
import { stayAwake } from './awake.ts';
import { countHands } from './counting.ts';
import { ownSlide } from './own-slide.ts';
import { play } from './slides.ts';

interface Props {
  readonly parts: string;
  readonly countries: readonly (readonly [string, string])[];
  readonly failed: string;
  readonly unknown: string;
  readonly words: OwnWords;
}

const place = document.getElementById('own');
const main = document.querySelector<HTMLElement>('[data-show]');
const json = place?.querySelector('script')?.textContent;
if (place && main && json) {
  const { parts: file, countries, failed, unknown, words } = JSON.parse(json) as Props;
  const hands = place.querySelector('template')?.content.querySelector('[data-hands]');
  const note = (what: string) => {
    const made = document.createElement('p');
    made.className = 'note';
    made.textContent = what;
    main.querySelector('.slide')?.append(made);
  };
  addEventListener('hashchange', ({ oldURL, newURL }) => {
    const choiceOf = (url: string) => (url.split('#')[1] ?? '').split('/')[0];
    // Another session in the same window.
    if (choiceOf(oldURL) !== choiceOf(newURL)) location.reload();
  });
  const start = (things: OwnThings | undefined) => {
    const [choice = '', at = ''] = location.hash.slice(1).split('/');
    if (things) {
      const asked = decodeSession(choice, hasThing(things));
      if (asked.unknown.length > 0) note(unknown.split('{what}').join(asked.unknown.join(', ')));
      const country = (code: string) => countries.find(([one]) => one === code)?.[1] ?? '';
      place.before(...ownSlides(asked.parts, things, words, country).map((one) => ownSlide(one, words.right, hands)));
      history.replaceState(history.state, '', `#${encodeSession(asked.parts)}/${at}`);
    } else note(failed);
    place.remove();
    const slides = Array.from(main.querySelectorAll<HTMLElement>('[data-slide]'));
    slides.forEach((slide, index) => {
      slide.id = String(index + 1);
    });
    countHands('own');
    play({ slides, words: main.dataset.at ?? '', before: location.hash.slice(1).split('/')[0] ?? '' });
    stayAwake();
  };
  fetch(file)
    .then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json() as Promise<OwnThings>;
    })
    .then(start, () => start(undefined));
}
