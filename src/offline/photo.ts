/** A link to a photo shows it in its place. Where this does not run, the link opens it. */

for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-photo]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const { photo = '', width, height, alt = '' } = link.dataset;
    const picture = document.createElement('picture');
    const source = document.createElement('source');
    const image = new Image(Number(width), Number(height));
    source.type = 'image/avif';
    source.srcset = photo;
    image.alt = alt;
    image.tabIndex = -1;
    // A line that breaks gives the link back, to try again.
    image.onerror = () => {
      picture.replaceWith(link);
      link.focus();
    };
    picture.append(source, image);
    link.replaceWith(picture);
    // Last of all: named earlier, the other format would be fetched too.
    image.src = link.href;
    image.focus();
  });
}
