/** A mistake in the content, in words an editor understands. */
export interface Problem {
  /** Path from the content folder. */
  readonly file: string;
  readonly line: number;
  /** Which field or component it is about; empty for the whole file. */
  readonly field: string;
  /** What is wrong, and what was expected. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

/** One problem as printed: where, what, and what to do. */
export function show({ file, line, field, what, todo }: Problem): string {
  return `content/${file}:${line}${field ? `  ${field}` : ''}\n    ${what}\n    → ${todo}`;
}
