import WallFigure from './WallFigure.astro';
import WallLink from './WallLink.astro';
import WallPart from './WallPart.astro';
import WallShow from './WallShow.astro';
import WallSlide from './WallSlide.astro';
import WallStep from './WallStep.astro';

/** What the text of a kit becomes on the wall. */
export const wall = {
  a: WallLink,
  Figure: WallFigure,
  Part: WallPart,
  Show: WallShow,
  Slide: WallSlide,
  Step: WallStep,
};
