/** Stands between words that are only for the index: an excerpt that holds it is not for readers. */
export const unseen = '\u2063';

const letters: Record<string, string> = {
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  Ɓ: 'B',
  Ɗ: 'D',
  Ƙ: 'K',
  Ƴ: 'Y',
  ሐ: 'ሀ',
  ሑ: 'ሁ',
  ሒ: 'ሂ',
  ሓ: 'ሃ',
  ሔ: 'ሄ',
  ሕ: 'ህ',
  ሖ: 'ሆ',
  ኀ: 'ሀ',
  ኁ: 'ሁ',
  ኂ: 'ሂ',
  ኃ: 'ሃ',
  ኄ: 'ሄ',
  ኅ: 'ህ',
  ኆ: 'ሆ',
  ሠ: 'ሰ',
  ሡ: 'ሱ',
  ሢ: 'ሲ',
  ሣ: 'ሳ',
  ሤ: 'ሴ',
  ሥ: 'ስ',
  ሦ: 'ሶ',
  ዐ: 'አ',
  ዑ: 'ኡ',
  ዒ: 'ኢ',
  ዓ: 'ኣ',
  ዔ: 'ኤ',
  ዕ: 'እ',
  ዖ: 'ኦ',
  ኣ: 'አ',
  ፀ: 'ጸ',
  ፁ: 'ጹ',
  ፂ: 'ጺ',
  ፃ: 'ጻ',
  ፄ: 'ጼ',
  ፅ: 'ጽ',
  ፆ: 'ጾ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
};
const pattern = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/**
 * Brings spellings together that a person cannot or need not type apart: Hausa hooks, Ethiopic letters of one sound,
 * curly apostrophes, Ethiopic punctuation without a space, Arabic-Indic digits. The same fold is applied to the index and to the query.
 */
export function fold(text: string): string {
  return text
    .replace(pattern, (letter) => letters[letter] ?? letter)
    .replace(/ዓ|ኣ/g, 'አ')
    .replace(/[።፣፤፥፡]/g, (mark) => `${mark} `)
    .replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
}

/** The words of a text that the fold changes, folded: what the index must also hold. */
export function foldedWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}'’‘ʼ]+/gu) ?? [];
  return [...new Set(words.filter((word) => fold(word) !== word).map(fold))];
}
