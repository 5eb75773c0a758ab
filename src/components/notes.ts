import Figure from './Figure.astro';
import NotePart from './NotePart.astro';
import NoteShow from './NoteShow.astro';
import NoteSlide from './NoteSlide.astro';
import NoteStep from './NoteStep.astro';
import ProseLink from './ProseLink.astro';

/** What the text of a kit becomes in the facilitator's notes. */
export const notes = {
  a: ProseLink,
  Figure,
  Part: NotePart,
  Show: NoteShow,
  Slide: NoteSlide,
  Step: NoteStep,
};
