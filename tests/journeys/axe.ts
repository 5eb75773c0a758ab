/** Axe, told to do no more than is read of it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** WCAG 2.2 AA, and what axe counts as good practice. */
export const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong on a page, each with the rule and the element.
 * @param rules chooses what is looked for
 * @throws on a page with a frame, which is not looked into
 */
export async function violations(page: Page, rules: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} holds a frame: axe must be told to look into it`);
  const there = await page.evaluate(() => 'axe' in window);
  // On the page itself, not by way of an empty one for each look; and sent to a page once.
  const axe = new AxeBuilder({ page, ...(there && { axeSource: ';' }) }).setLegacyMode();
  const { violations: found } = await rules(axe.options({ resultTypes: ['violations'], iframes: false })).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`),
  );
}
