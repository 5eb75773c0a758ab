import type { Story } from '../schemas/facts.ts';
import { isDue } from './freshness.ts';

/** Why a story may not be shown; nothing when it may. */
export type Refusal = 'withdrawn' | 'review-due' | 'out-of-scope';

/** Whether the consent record lets us use a story this way on this day. */
export function refusal(
  consent: Story['consent'],
  use: Story['consent']['scope'][number],
  today: string,
): Refusal | undefined {
  if (consent.withdrawn) return 'withdrawn';
  if (isDue(consent.review_by, today)) return 'review-due';
  return consent.scope.includes(use) ? undefined : 'out-of-scope';
}
