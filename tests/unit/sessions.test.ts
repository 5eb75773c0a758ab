/** The clock of a session, and what is done to its PDFs. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secondsAloud } from '../../src/domain/aloud.ts';
import { runningClock, stepTimes } from '../../src/domain/clock.ts';
import { dated, outlineInOrder } from '../../src/publish/pdf-bytes.ts';
import { fillPdfLinks, pagesToPrint, pdfName } from '../../src/publish/pdf-links.ts';

describe('the clock of a session', () => {
  it('runs in hours and minutes', () => {
    expect([0, 8, 60, 75, 120].map(runningClock)).toEqual(['0:00', '0:08', '1:00', '1:15', '2:00']);
  });

  it('says when each step begins and ends, and refuses one that does not exist', () => {
    const steps = [
      { id: 'a', minutes: 10 },
      { id: 'b', minutes: 5 },
      { id: 'c', minutes: 20 },
    ];
    expect(steps.map(({ id }) => stepTimes(steps, id))).toEqual([
      { from: 0, to: 10 },
      { from: 10, to: 15 },
      { from: 15, to: 35 },
    ]);
    expect(() => stepTimes(steps, 'd')).toThrow('no such step');
  });
});

describe('reading aloud', () => {
  it('counts words, a number as three, and pauses; the tags and addresses are not read', () => {
    const words = 'word '.repeat(138);
    expect(secondsAloud(words, 'en')).toBe(60);
    expect(secondsAloud(`${words}\n\n<Pause />\n\n<Pause />`, 'en')).toBe(63);
    expect(secondsAloud(`${words} <Figure id="some-long-figure" plain />`, 'en')).toBe(61);
    expect(secondsAloud(`${words} [word](/a/very/long/address/)`, 'en')).toBe(60);
  });
});

describe('links to PDFs', () => {
  let site: string;
  const page = '<a class="btn" hidden data-pdf="/sessions/cards/" data-pagefind-ignore>PDF, <bdi>0</bdi> kB</a>';
  beforeAll(() => {
    site = mkdtempSync(join(tmpdir(), 'byg-pdf-'));
    for (const locale of ['en', 'ar']) {
      mkdirSync(join(site, locale));
      writeFileSync(join(site, locale, 'index.html'), `<p>${page}${page.replace('cards', 'pocket/cm')}</p>`);
    }
    mkdirSync(join(site, 'pdf'));
  });
  afterAll(() => rmSync(site, { recursive: true }));

  it('are found wherever a page offers one, once each', () => {
    expect(pagesToPrint(site)).toEqual([
      { locale: 'ar', path: '/sessions/cards/' },
      { locale: 'ar', path: '/sessions/pocket/cm/' },
      { locale: 'en', path: '/sessions/cards/' },
      { locale: 'en', path: '/sessions/pocket/cm/' },
    ]);
  });

  it('show with address and size when the file is there, stay hidden when not, and follow when it changes or goes', () => {
    const html = () => readFileSync(join(site, 'en/index.html'), 'utf8');
    const before = html();
    expect(fillPdfLinks(site, '/')).toBe(0);
    expect(html()).toBe(before);
    const file = join(site, 'pdf', pdfName('en', '/sessions/cards/'));
    for (const [bytes, kb] of [
      [213_400, 213],
      [99_600, 100],
      [12, 1],
    ] as const) {
      writeFileSync(file, Buffer.alloc(bytes));
      expect(fillPdfLinks(site, '/sub/')).toBe(1);
      expect(html()).toContain(
        `<a class="btn" href="/sub/pdf/before-you-go-en-sessions-cards.pdf" data-pdf="/sessions/cards/" data-pagefind-ignore>PDF, <bdi>${kb}</bdi> kB</a>`,
      );
      expect(html()).toContain('hidden data-pdf="/sessions/pocket/cm/"');
    }
    rmSync(file);
    fillPdfLinks(site, '/');
    expect(html()).toBe(before);
  });
});

describe('the bytes of a PDF', () => {
  const title = (text: string) =>
    `/Title <${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

  it('get the words of an Arabic outline into the order of its heading, and nothing else is touched', () => {
    const pdf = Buffer.from(`x ${title('السفر قبل')} y ${title('غير معروف')}`, 'latin1');
    const after = outlineInOrder(pdf, ['قبل السفر', 'عنوان آخر']);
    expect(after.toString('latin1')).toBe(`x ${title('قبل السفر')} y ${title('غير معروف')}`);
    expect(after.length).toBe(pdf.length);
  });

  it('are dated with the day of the build', () => {
    const pdf = Buffer.from("/CreationDate (D:20261130050421+00'00')\n/ModDate (D:20261130050421+00'00')", 'latin1');
    expect(dated(pdf, '2027-01-02').toString('latin1')).toBe(
      "/CreationDate (D:20270102000000+00'00')\n/ModDate (D:20270102000000+00'00')",
    );
  });
});
