/** What a page does where scripts run: nothing a reader needs, only shorter ways. */

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-leave]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    location.replace(link.href);
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    const label = button.querySelector('[aria-live]');
    const done = () => {
      if (label) label.textContent = button.dataset.copy ?? '';
    };
    // A refused clipboard leaves the button as it was; the other ways to pass on are beside it.
    navigator.clipboard.writeText(location.href.split('?')[0] ?? '').then(done, () => {});
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

/** Older browsers do not open a folded list when a link leads into it. */
const reveal = () => {
  const target = document.getElementById(location.hash.slice(1));
  target?.closest('details')?.setAttribute('open', '');
  target?.scrollIntoView();
};
if ('serviceWorker' in navigator)
  addEventListener('load', () => {
    // A browser that refuses the worker shows the pages all the same.
    navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => {});
  });

addEventListener('hashchange', reveal);
if (location.hash) reveal();
