import { HTMLElement, type Node, NodeType } from 'node-html-parser';

/** Elements that stay, and the shorter name of two that mean the same. Of all others only the content stays. */
const kept: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'p ul ol li dl dt dd table tr th td caption a b i small br bdi details summary blockquote sup h1 h2 h3 h4 h5 h6 span'
      .split(' ')
      .map((name) => [name, name]),
    ['strong', 'b'],
    ['em', 'i'],
    ['h1', 'h1'],
  ].map(([from = '', to = '']) => [from.toUpperCase(), to]),
);
const block = /^(p|ul|ol|dl|table|details|blockquote|h\d|div|section|aside|figure|header)$/i;
/** Whose end the next tag tells, as HTML allows. */
const endless = /^(li|dt|dd|tr|th|td)$/;
const rightToLeft = /[\u0590-\u08ff]/;

export interface Writing {
  readonly dir: 'ltr' | 'rtl';
  readonly tag: string;
  /** Where a link leads in this file; nothing when only its words stay. */
  href(link: HTMLElement): string | undefined;
  /** The id of an element in this file, when something leads there. */
  id(element: HTMLElement): string | undefined;
  /** How deep the first heading of a page stands here. */
  readonly level: number;
}

const quoted = (value: string) => (/^[^\s"'=<>`]+$/.test(value) ? value : `"${value.replaceAll('"', '&quot;')}"`);

/** Words of the other direction, or with signs between numbers, must be kept together. */
const needsIsolation = (text: string, dir: Writing['dir']) =>
  dir === 'ltr' ? rightToLeft.test(text) : /[A-Za-z+–-]|\d[^\d.,]+\d/.test(text);

function attributes(element: HTMLElement, name: string, writing: Writing): string {
  const lang = element.getAttribute('lang');
  const other = lang && lang !== writing.tag ? lang : undefined;
  const values: Record<string, string | undefined> = {
    id: writing.id(element),
    href: name === 'a' ? writing.href(element) : undefined,
    lang: other,
    dir: other || name === 'bdi' ? (element.getAttribute('dir') ?? undefined) : undefined,
  };
  return Object.entries(values)
    .map(([key, value]) => (value ? ` ${key}=${quoted(value)}` : ''))
    .join('');
}

/** Whether the end tag of a paragraph may be left out: a block or the end of its parent follows. */
function endsByItself(element: HTMLElement): boolean {
  const siblings = element.parentNode?.childNodes ?? [];
  const next = siblings
    .slice(siblings.indexOf(element) + 1)
    .find((node) => node.nodeType !== NodeType.TEXT_NODE || node.rawText.trim() !== '');
  return next instanceof HTMLElement && /^(p|ul|ol|dl|table|details|blockquote|h\d)$/i.test(next.tagName);
}

/** The text of a page with as few signs as HTML allows. */
export function write(node: Node, writing: Writing): string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.rawText.replace(/\s+/g, ' ');
  if (!(node instanceof HTMLElement)) return '';
  const inner = node.childNodes
    .map((child) => write(child, writing))
    .join('')
    .replace(/ {2,}/g, ' ');
  const shifted = node.tagName?.replace(
    /^H([1-6])$/,
    (_, depth) => `H${Math.min(6, Number(depth) - 1 + writing.level)}`,
  );
  const name = kept[shifted ?? ''];
  if (!name) return block.test(node.tagName ?? '') ? inner.trim() : inner;
  if (name === 'br') return '<br>';
  const given = attributes(node, name, writing);
  if (name === 'a' && !given.includes(' href=')) return inner;
  if (name === 'span' && given === '') return inner;
  if (name === 'bdi' && !given.includes(' lang') && !needsIsolation(node.text, writing.dir)) return inner;
  const whole = block.test(name) || endless.test(name) || name === 'summary' ? inner.trim() : inner;
  const end = endless.test(name) || (name === 'p' && endsByItself(node)) ? '' : `</${name}>`;
  return `<${name}${given}>${whole}${end}`;
}

const blocks = 'p|li|ul|ol|dl|dt|dd|h\\d|table|tr|th|td|caption|details|summary|blockquote';
const aroundBlocks = new RegExp(` ?(</?(?:${blocks})(?: [^>]*)?>) ?`, 'g');

/** The same without the spaces that no reader sees. */
export const tight = (html: string) => html.replace(/\s+/g, ' ').replace(aroundBlocks, '$1').trim();
