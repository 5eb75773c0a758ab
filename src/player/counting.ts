import { addHands, type Hands, handsKey, readHands } from '../domain/hands.ts';
import { follow, type Told } from './channel.ts';

/** Hands as this window keeps them. */
export interface Counting {
  hands(): Hands;
  /** Turns to the counts of another session. */
  open(kit: string): void;
  clear(): void;
  /** Says something to the other windows of this device. */
  tell(told: Omit<Told, 'kit'>): void;
}

/**
 * Wakes the counters of a page: + and − for what each is named after. Kept in this window only (`sessionStorage`), or in memory
 * where that is forbidden; other windows of this device that show the same session count along.
 * @param changed is called after each change of the counts
 * @param hear is called with what other windows tell
 */
export function countHands(
  kit: string,
  changed: () => void = () => {},
  hear: (told: Told) => void = () => {},
): Counting {
  const counters = Array.from(document.querySelectorAll<HTMLElement>('[data-hands]'));
  let hands: Hands = {};
  let now = kit;
  const attempt = (action: () => void) => {
    try {
      action();
    } catch {
      // Storage is full or forbidden: the counts live as long as the page.
    }
  };
  const print = () => {
    for (const counter of counters) {
      const output = counter.querySelector('output');
      if (output) output.textContent = String(hands[counter.dataset.hands ?? ''] ?? 0);
    }
    changed();
  };
  const take = (next: Hands) => {
    hands = next;
    const none = Object.keys(hands).length === 0;
    attempt(() =>
      none ? sessionStorage.removeItem(handsKey(now)) : sessionStorage.setItem(handsKey(now), JSON.stringify(hands)),
    );
    print();
  };
  const tell = follow(
    () => now,
    (told) => {
      if (told.ask) tell({ hands, answer: true });
      const mine = Object.keys(hands).length > 0;
      if (told.hands && !(told.answer && mine)) take(readHands(JSON.stringify(told.hands)));
      hear(told);
    },
  );
  const open = (name: string) => {
    now = name;
    hands = {};
    attempt(() => {
      hands = readHands(sessionStorage.getItem(handsKey(now)));
    });
    print();
    tell({ ask: true });
  };
  for (const counter of counters) {
    counter.hidden = false;
    counter.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-add]');
      if (!button) return;
      take(addHands(hands, counter.dataset.hands ?? '', Number(button.dataset.add)));
      tell({ hands });
    });
  }
  open(kit);
  return {
    hands: () => hands,
    open,
    tell,
    clear: () => {
      take({});
      tell({ hands });
    },
  };
}
