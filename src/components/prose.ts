import Answer from './Answer.astro';
import Branch from './Branch.astro';
import Figure from './Figure.astro';
import Hard from './Hard.astro';
import Help from './Help.astro';
import Links from './Links.astro';
import Part from './Part.astro';
import Pause from './Pause.astro';
import ProseLink from './ProseLink.astro';
import Say from './Say.astro';
import Show from './Show.astro';
import Slide from './Slide.astro';
import Step from './Step.astro';
import Stop from './Stop.astro';
import WriteToUs from './WriteToUs.astro';

/** What a text may use, handed in through `<Content components>`: texts import nothing. */
export const components = {
  a: ProseLink,
  Answer,
  Branch,
  Figure,
  Hard,
  Help,
  Links,
  Part,
  Pause,
  Say,
  Show,
  Slide,
  Step,
  Stop,
  WriteToUs,
};
