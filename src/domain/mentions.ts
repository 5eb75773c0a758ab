/** A component named in a text, such as `<Figure id="x" />`. */
export interface Mention {
  readonly component: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Line in the given text, from 1. */
  readonly line: number;
}

/** The components a text names, in order, with their attributes. Code blocks do not occur in our texts. */
export function mentions(text: string): Mention[] {
  return [...text.matchAll(/<([A-Z][A-Za-z]*)((?:\s+[a-z]+(?:="[^"]*")?)*)\s*\/?>/g)].map((match) => ({
    component: match[1] ?? '',
    attributes: Object.fromEntries(
      [...(match[2] ?? '').matchAll(/([a-z]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, value]),
    ),
    line: text.slice(0, match.index).split('\n').length,
  }));
}
