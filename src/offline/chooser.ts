/** Marks the first language of the browser that we have. It only points; the choice stays with the reader. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-tag]')];
const wanted = navigator.languages.map((tag) => tag.split('-')[0]);
links
  .find(
    (link) =>
      link.dataset.tag?.split('-')[0] ===
      wanted.find((tag) => links.some((one) => one.dataset.tag?.split('-')[0] === tag)),
  )
  ?.classList.add('yours');
