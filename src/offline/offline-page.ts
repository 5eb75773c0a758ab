/** The offline page: another try, and what of this language is on the phone, by title; of a language kept as a whole the ways in. */
import { openShelf } from './shelf.ts';

/** More pages than somebody reads one by one: then the language was kept. */
const many = 60;

const shelf = openShelf(import.meta.env.BASE_URL);
const box = document.querySelector<HTMLElement>('[data-kept]');
const locale = box?.dataset.kept ?? '';

const again = document.querySelector<HTMLButtonElement>('[data-again]');
if (again) {
  again.hidden = false;
  again.addEventListener('click', () => location.reload());
}

async function show(): Promise<void> {
  const there = [...(await shelf.index()).keys()].filter(
    (path) => path.startsWith(`${locale}/`) && path.endsWith('/') && !/\/(offline|calendar)\/$/.test(path),
  );
  if (!box || there.length === 0) return;
  box.hidden = false;
  if (there.length > many) {
    box.querySelector('[data-all]')?.removeAttribute('hidden');
    return;
  }
  for (const path of there) {
    const page = await shelf.take(path);
    const title = page && /<title>([^<]*)<\/title>/.exec(new TextDecoder().decode(page.bytes))?.[1];
    if (!title) continue;
    const item = document.createElement('li');
    const link = item.appendChild(document.createElement('a'));
    link.href = import.meta.env.BASE_URL + path;
    // The title as it stands in our own page, without the name of the site: no tags, but its signs are written as HTML writes them.
    link.innerHTML = title.replace(/ · [^·]*$/, '');
    box.querySelector('[data-titles]')?.append(item);
  }
}

if ('caches' in window) void show();
