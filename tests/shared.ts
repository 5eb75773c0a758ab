/**
 * Files that the site was made from and that do not come with it: lists and notes of those who collected the facts, and the
 * standard's own schemas. Where they lie (SHARED, or beside the site), the tests compare with them; elsewhere those tests are
 * skipped, so their names say which file they need.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.SHARED ?? '../shared';

/** A file or folder of those, whether it is missing here, and the words for the name of a test that needs it. */
export function shared(path: string): { path: string; missing: boolean; needed: string } {
  const whole = join(folder, path);
  return { path: whole, missing: !existsSync(whole), needed: `(needs ${whole})` };
}
