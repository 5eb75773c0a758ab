/** Ticks on a checklist: kept on this phone only when the reader asks, and erased in one tap. */

for (const list of document.querySelectorAll<HTMLElement>('[data-checklist]')) {
  const name = `ticks:${list.dataset.checklist ?? ''}`;
  const boxes = Array.from(list.querySelectorAll('input'));
  const status = list.querySelector<HTMLElement>('[role=status]');
  const say = (what: string | undefined) => {
    if (status && what) status.textContent = what;
  };
  const ticks = () => boxes.map((box) => (box.checked ? 1 : 0)).join('');
  // A phone that is full or forbids storage says so; the list works all the same.
  const attempt = (action: () => void, done: string | undefined) => {
    try {
      action();
      say(done);
    } catch {
      say(status?.dataset.failed);
    }
  };
  let kept = false;
  attempt(() => {
    const before = localStorage.getItem(name);
    kept = before !== null;
    boxes.forEach((box, index) => {
      box.checked = before?.charAt(index) === '1';
    });
  }, undefined);
  const keep = () => {
    kept = true;
    attempt(() => localStorage.setItem(name, ticks()), status?.dataset.kept);
  };
  list.querySelector('[data-ticks]')?.removeAttribute('hidden');
  list.querySelector('[data-keep]')?.addEventListener('click', keep);
  list.querySelector('[data-erase]')?.addEventListener('click', () => {
    kept = false;
    for (const box of boxes) box.checked = false;
    attempt(() => localStorage.removeItem(name), status?.dataset.erased);
  });
  list.addEventListener('change', () => {
    if (kept) keep();
  });
}
