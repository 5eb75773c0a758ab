/** Valid HTML on every page, in a file of its own because it takes as long as all the rest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, type ResolvedConfig, StaticConfigLoader } from 'html-validate';
import { expect, it } from 'vitest';
import { filesOf } from './site.ts';

/** One set of rules for all pages; the validator's own loaders make it anew for each. */
class SameForAll extends StaticConfigLoader {
  #config: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    this.#config ??= super.getConfigFor(handle);
    return this.#config;
  }
}

const validator = new HtmlValidate(
  new SameForAll({
    extends: ['html-validate:standard'],
    rules: {
      'require-sri': 'off',
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      'tel-non-breaking': 'off',
      'doctype-style': 'off',
    },
  }),
);

/** What is wrong with a page, each with its place and rule. */
async function mistakes(html: string, file: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId} ${message}`),
  );
}

it('HTML is valid on every page', async () => {
  const found: string[] = [];
  for (const file of filesOf('dist')) found.push(...(await mistakes(readFileSync(join('dist', file), 'utf8'), file)));
  expect(found.slice(0, 20)).toEqual([]);
  // Thousands of pages: a quarter of a minute on a quiet machine.
}, 180_000);

it('HTML that is not valid is noticed, from the first page to the last', async () => {
  const wrong =
    '<!doctype html><html lang="en"><head><title>A page</title></head><body><p><div></div></p><img></body></html>';
  const rules = (await mistakes(wrong, 'wrong.html')).map((one) => one.split(' ')[1]);
  expect(rules).toContain('close-order');
  expect(rules).toContain('element-required-attributes');
});
