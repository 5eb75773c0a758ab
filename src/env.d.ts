declare namespace App {
  interface Locals {
    reader: import('./domain/reader.ts').Reader;
    /** The language of the text on the page, set by pages that show one. */
    language?: import('./i18n/locales.ts').LocaleKey;
    /** The facts of the text on the page, where a part of it shows them. */
    route?: import('./schemas/facts.ts').Route;
    /** The map of that route. */
    map?: import('./maps/route-map.ts').RouteMap;
    /** The page that lists the sources, where it is not this one. */
    sourcesAt?: string;
    session?: import('./schemas/facts.ts').Session;
    /** What that session shows, as `library/sessions.ts` finds it. */
    shown?: ReadonlyMap<string, import('./library/sessions.ts').Shown>;
    pathway?: import('./schemas/facts.ts').Pathway;
  }
}

/** Described here, or TypeScript would make a type of its 750 kB. */
declare module 'world-atlas/countries-50m.json' {
  const atlas: unknown;
  export default atlas;
}
