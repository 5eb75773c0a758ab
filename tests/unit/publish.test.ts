/** What is done to pages after they exist, on small ones. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pageText, room } from '../../src/domain/sms.ts';
import { relativeLinks, withoutWithheld } from '../../src/publish/copies.ts';
import { pruneCsp } from '../../src/publish/csp.ts';
import { pruneStyles } from '../../src/publish/styles.ts';

describe('a page as a text message', () => {
  const address = 'https://example.org/fr/pathways/home-senegal-gambia-mauritania/';
  it.each([
    ['Crossing the Sahara', false],
    [
      'Work, training and loans in Senegal, The Gambia and Mauritania, and what those who came home did with them in the end',
      true,
    ],
    ['عبور الصحراء الكبرى', true],
    ['Où demander de l’aide à Niamey', false],
  ])('%s: the address is whole, and it is said when the title is not (%s)', (title, shortened) => {
    const sms = pageText(title, address);
    expect(sms.text.endsWith(address)).toBe(true);
    expect(sms.text.length).toBeLessThanOrEqual(room(sms.text));
    expect(sms.shortened).toBe(shortened);
  });

  it('an address too long for a title beside it stands alone', () => {
    const long = `https://example.org/${'a'.repeat(200)}/`;
    expect(pageText('Title', long)).toEqual({ text: long, shortened: true });
  });
});

describe('the styles of a page', () => {
  const page = (css: string, body: string) =>
    `<head><meta http-equiv="content-security-policy" content="style-src 'self'"><style>${css}</style></head><body>${body}</body>`;

  it('lose the rules of what is not on it, in queries too, and keep all others', () => {
    const css =
      'a{b:c}.here{d:e}.gone{f:g}.gone,.here p{h:i}@media print{.gone{j:k}}@media print{#here{l:m}}a:not(.gone){n:o}[hidden]{p:q}@page{size:A4}';
    expect(pruneStyles(page(css, '<p class="here" id="x">'))).toContain(
      '<style>a{b:c}.here{d:e}.here p{h:i}@media print{#here{l:m}}a:not(.gone){n:o}[hidden]{p:q}@page{size:A4}</style>',
    );
  });

  it('stay whole on a page that loads a script, and count what an inline script names', () => {
    const css = '.late{a:b}';
    const loading = page(css, '<script type="module" src="/x.js"></script>');
    expect(pruneStyles(loading)).toBe(loading);
    expect(pruneStyles(page(css, '<script>add("late")</script>'))).toContain(css);
    expect(pruneStyles(page(css, ''))).not.toContain(css);
  });

  it('keep the policy in step: the hash is that of the rules left', () => {
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const css = '.here{a:b}.gone{c:d}';
    const before = page(css, '<p class="here">').replace("'self'", `'self' ${hash(css)}`);
    expect(before).toContain(hash(css));
    const after = pruneCsp(pruneStyles(before));
    expect(after).toContain(`style-src 'self' ${hash('.here{a:b}')}`);
    expect(after).not.toContain(hash(css));
  });
});

describe('a page to hand on', () => {
  const home = new URL('https://example.org/base/');
  const there = new Set(['en/index.html', 'en/routes/sahara/index.html', 'media/a.webp', 'en/help/x/contact.vcf']);
  const link = (href: string, file = 'en/routes/sahara/index.html') =>
    / href="([^"]*)"/.exec(relativeLinks(`<a href="${href}">`, file, home, (path) => there.has(path)))?.[1];

  it.each([
    ['/base/en/', '../../index.html'],
    ['/base/en/routes/sahara/', 'index.html'],
    ['/base/en/routes/sahara/#deaths', 'index.html#deaths'],
    ['/base/media/a.webp', '../../../media/a.webp'],
    ['/base/en/help/x/contact.vcf', '../../help/x/contact.vcf'],
    ['/base/fr/', 'https://example.org/base/fr/'],
    ['/base/en/help/?need=jobs&amp;x=1', 'https://example.org/base/en/help/?need=jobs&amp;x=1'],
    ['/base/en/?a=b&amp;c=d#e', '../../index.html?a=b&amp;c=d#e'],
    ['#deaths', '#deaths'],
    ['tel:112', 'tel:112'],
    ['https://iom.int/', 'https://iom.int/'],
  ])('%s leads to %s', (from, to) => {
    expect(link(from)).toBe(to);
  });

  it('says nothing of a story that may not be handed on, nor of its source', () => {
    const about = { three: 'eng', name: '', library: '', readme: '', withheld: ['amina'], withheldSources: ['paper'] };
    const html =
      '<ul><li><a href="/en/stories/amina/">Amina</a></li><li><a href="/en/stories/ben/">Ben</a></li></ul><ul><li id="s-paper">Paper</li><li id="s-other">Other</li></ul>';
    expect(withoutWithheld(html, about)).toBe(
      '<ul><li><a href="/en/stories/ben/">Ben</a></li></ul><ul><li id="s-other">Other</li></ul>',
    );
    expect(withoutWithheld(html, { ...about, withheld: [], withheldSources: [] })).toBe(html);
  });
});
