import { addHands, type Hands, handsKey, readHands } from '../domain/hands.ts';

/** Hands as this window keeps them. */
export interface Counting {
  hands(): Hands;
  /** Takes over what another window counted. */
  take(hands: Hands): void;
  /** Turns to the counts of another session. */
  open(kit: string): void;
  clear(): void;
}

/**
 * Wakes the counters of a page: + and − for what each is named after. Kept in this window only (`sessionStorage`), or in memory
 * where that is forbidden.
 * @param changed is called after each change that was made here
 */
export function countHands(kit: string, changed: (hands: Hands) => void = () => {}): Counting {
  const counters = Array.from(document.querySelectorAll<HTMLElement>('[data-hands]'));
  let hands: Hands = {};
  let key = handsKey(kit);
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
  };
  const take = (now: Hands) => {
    hands = now;
    attempt(() => sessionStorage.setItem(key, JSON.stringify(hands)));
    print();
  };
  for (const counter of counters) {
    counter.hidden = false;
    counter.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-add]');
      if (!button) return;
      take(addHands(hands, counter.dataset.hands ?? '', Number(button.dataset.add)));
      changed(hands);
    });
  }
  const open = (name: string) => {
    key = handsKey(name);
    hands = {};
    attempt(() => {
      hands = readHands(sessionStorage.getItem(key));
    });
    print();
  };
  open(kit);
  return {
    hands: () => hands,
    take,
    open,
    clear: () => {
      hands = {};
      attempt(() => sessionStorage.removeItem(key));
      print();
    },
  };
}
