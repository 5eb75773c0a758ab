/**
 * Which plural form each number takes, worked out at build time because many phones lack the rules.
 * `categories` has a letter a number from 0 to 199 (z o t f m x: zero one two few many other); above that the last two
 * digits decide, as in all our languages. `samples` has one number of each form, to take the phrase from.
 */
export function pluralTable(tag: string): { categories: string; samples: Record<string, number> } {
  const rules = new Intl.PluralRules(tag);
  const samples: Record<string, number> = {};
  let categories = '';
  for (let number = 0; number < 200; number += 1) {
    const category = rules.select(number);
    const letter = category === 'other' ? 'x' : category.charAt(0);
    samples[letter] ??= number;
    categories += letter;
  }
  return { categories, samples };
}

/** The form of a number, from the table of its language. */
export function pluralOf(number: number, categories: string): string {
  return categories.charAt(number < 200 ? number : 100 + (number % 100));
}
