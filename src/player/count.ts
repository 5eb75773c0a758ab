/** Hands before and after a session, and the card that says how it went. Nothing leaves the phone unless somebody sends it. */
import { type ResultRow, resultRows, resultText } from '../domain/hands.ts';
import { type CardHead, drawCard } from './card.ts';
import { type Counting, countHands } from './counting.ts';
import { save } from './save.ts';

const root = document.querySelector<HTMLElement>('[data-count]');
const select = root?.querySelector('select');
const canvas = root?.querySelector('canvas');
if (root && select && canvas) {
  const field = (name: string) => root.querySelector<HTMLInputElement>(`input[name=${name}]`);
  const button = (name: string) => root.querySelector<HTMLButtonElement>(`[data-do=${name}]`);
  const status = root.querySelector('[role=status]');
  const {
    copied = '',
    cleared = '',
    failed = '',
    legend = '',
    site = '',
    date = '',
    people = '',
    colon = ': ',
  } = root.dataset;
  const say = (what: string) => {
    if (status) status.textContent = what;
  };
  const questions = Array.from(root.querySelectorAll<HTMLElement>('[data-question]')).map((box) => ({
    id: box.dataset.question ?? '',
    text: box.querySelector('legend')?.textContent ?? '',
    answers: Array.from(box.querySelectorAll<HTMLElement>('li')).map((answer) => ({
      id: answer.querySelector<HTMLElement>('[data-hands]')?.dataset.hands?.split('.')[2] ?? '',
      label: answer.querySelector('span')?.textContent ?? '',
    })),
  }));
  const kits = Array.from(select.options).map(({ value }) => value);
  const asked = () => (kits.includes(location.hash.slice(1)) ? location.hash.slice(1) : (kits[0] ?? ''));

  const result = (): { head: CardHead; rows: ResultRow[] } => {
    const day = new Date().toLocaleDateString(root.dataset.format, { year: 'numeric', month: 'long', day: 'numeric' });
    const where = field('place')?.value.trim() ?? '';
    const many = Number(field('people')?.value) || 0;
    const lines = [
      select.selectedOptions[0]?.textContent?.trim() ?? '',
      `${date}${colon}${day}`,
      many > 0 ? `${people}${colon}${many}` : '',
      where,
    ].filter(Boolean);
    return { head: { site, legend, lines }, rows: resultRows(counting?.hands() ?? {}, questions) };
  };
  const words = () => {
    const { head, rows } = result();
    const arrow = document.documentElement.dir === 'rtl' ? '←' : '→';
    return resultText([head.site, ...head.lines, head.legend], rows, arrow, colon);
  };
  const draw = () => {
    const { head, rows } = result();
    drawCard(canvas, head, rows);
  };
  select.value = asked();
  // The first drawing comes before there is anything to draw from.
  let counting: Counting | undefined;
  counting = countHands(select.value, draw);
  const open = () => {
    select.value = asked();
    counting?.open(select.value);
  };

  const name = () => `${select.value}-${new Date().toISOString().slice(0, 10)}`;
  const actions: Readonly<Record<string, () => void>> = {
    picture: () => canvas.toBlob((file) => (file ? save(file, `${name()}.png`) : say(failed))),
    text: () => save(new Blob([words()], { type: 'text/plain;charset=utf-8' }), `${name()}.txt`),
    copy: () =>
      void navigator.clipboard.writeText(words()).then(
        () => say(copied),
        () => say(failed),
      ),
    // A share that is broken off is no failure.
    share: () => void navigator.share({ text: words() }).catch(() => {}),
    clear: () => {
      counting?.clear();
      for (const one of ['people', 'place']) {
        const input = field(one);
        if (input) input.value = '';
      }
      draw();
      say(cleared);
    },
  };
  const able: Readonly<Record<string, boolean>> = { copy: 'clipboard' in navigator, share: 'share' in navigator };
  for (const [what, act] of Object.entries(actions)) {
    const one = button(what);
    if (!one || able[what] === false) continue;
    one.hidden = false;
    one.addEventListener('click', act);
  }
  root.hidden = false;
  select.addEventListener('change', () => {
    history.replaceState(history.state, '', `#${select.value}`);
    open();
  });
  addEventListener('hashchange', open);
  root.addEventListener('input', draw);
  draw();
}
