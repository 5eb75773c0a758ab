/** What a number may be without a source, in the languages we write: taken out before looking. */
const allowed = [
  // A day of a month, or a month: 3 May 2026, 1er mai, 3 مايو.
  /\d{1,2}(?:er|st|nd|rd|th)?[ \u00A0](?:January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)/gi,
  // Law and article numbers: Law 19 of 2010, Loi n° 2015-36, المادة 23.
  /(?:law|act|article|art\.|decree|loi|décret|قانون|القانون|المادة|المرسوم)(?:[ \u00A0](?:no\.?|n°|number|رقم))?[ \u00A0]\d[\d/.-]*/gi,
  // Ages: under 18, aged 14, 17 years old, moins de 18 ans, 18 سنة. Of numbers after "under" only 18: "under 50" may be a count.
  /(?:under|below|moins de|دون|دون سن|سن|عمر)[ \u00A0]?(?:ال)?18(?![\d%])/gi,
  /\bagée?s?[ \u00A0](?:de[ \u00A0])?\d{1,2}(?![\d%])|\baged?[ \u00A0]\d{1,2}(?![\d%])/gi,
  /\d{1,2}[- \u00A0](?:years?[- ]olds?|ans\b|سنة|عاما|عامًا|أعوام)/gi,
  // Years and spans of them; 2000 is more often a round number.
  /\b(?!2000\b)(?:19|20)\d{2}(?:[–-](?:19|20)?\d{2})?\b/g,
];

/** A number in a text, on a line (from 1). */
export interface BareNumber {
  readonly line: number;
  readonly number: string;
}

/**
 * The numbers of a text that stand without a source: every digit outside a `<Figure>` that is not a year, a day of a
 * month, an age, a number of a law or article, the number of a list item, or one of the given telephone numbers.
 * @param known telephone numbers that may be named
 */
export function bareNumbers(body: string, known: readonly string[]): BareNumber[] {
  return body.split('\n').flatMap((text, index) => {
    const said = text
      .replace(/they="([^"]*)"/g, '>$1<')
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\]\([^)]*\)/g, '] ')
      .replace(/^\s*\d+\.\s/, '');
    const rest = allowed.reduce((left, one) => left.replace(one, ' '), said);
    return [...rest.matchAll(/\d[\d.,  \u00A0\u202F]*\d|\d/g)]
      .map(([number]) => number.trim())
      .filter((number) => !known.includes(number.replace(/\D/g, '')))
      .map((number) => ({ line: index + 1, number }));
  });
}
