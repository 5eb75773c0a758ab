import { createHash } from 'node:crypto';

const style = /<style>([\s\S]*?)<\/style>/g;
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A rule or a block of rules, as `[what stands before the bracket, what stands in it]`. */
function* blocks(css: string): Generator<[string, string]> {
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf('{', at);
    if (open < 0) return;
    let depth = 1;
    let end = open + 1;
    for (; depth > 0 && end < css.length; end += 1) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0;
    yield [css.slice(at, open).trim(), css.slice(open + 1, end - 1)];
    at = end;
  }
}

/** Leaves of minified CSS only what names classes and ids that `present` knows. Other conditions are taken as true. */
function prune(css: string, present: (name: string) => boolean): string {
  let kept = '';
  for (const [head, body] of blocks(css)) {
    if (head.startsWith('@media') || head.startsWith('@supports')) {
      const inner = prune(body, present);
      if (inner) kept += `${head}{${inner}}`;
    } else if (head.startsWith('@')) kept += `${head}{${body}}`;
    else {
      const selectors = head
        .split(/,(?![^(]*\))/)
        .filter((one) =>
          [...one.replace(/\([^)]*\)|\[[^\]]*\]/g, '').matchAll(/[.#]([\w-]+)/g)].every(([, name = '']) =>
            present(name),
          ),
        );
      if (selectors.length > 0) kept += `${selectors.join(',')}{${body}}`;
    }
  }
  return kept;
}

/**
 * Takes out of a page's own styles what matches nothing on it: a page carries the rules of every kind of page, and each byte is
 * paid for. A class that stands anywhere outside the styles, in a script too, counts as present. Pages that load a script are
 * left alone: it may draw what is not there yet.
 */
export function pruneStyles(html: string): string {
  if (/<script[^>]* src=/.test(html)) return html;
  const names = new Set(html.replace(style, '').match(/[\w-]+/g));
  let policy = html;
  const pruned = html.replace(style, (_all, css: string) => `<style>${prune(css, (name) => names.has(name))}</style>`);
  for (const [, css = ''] of html.matchAll(style))
    policy = policy.replace(hash(css), hash(prune(css, (name) => names.has(name))));
  const head = /<meta http-equiv="content-security-policy"[^>]*>/i;
  return pruned.replace(head, () => head.exec(policy)?.[0] ?? '');
}
