declare namespace App {
  interface Locals {
    reader: import('./domain/reader.ts').Reader;
    /** The language of the text on the page, set by pages that show one. */
    language?: import('./i18n/locales.ts').LocaleKey;
    /** The facts of the text on the page, where a part of it shows them. */
    route?: import('./schemas/facts.ts').Route;
    pathway?: import('./schemas/facts.ts').Pathway;
  }
}
