import type { Route } from '../schemas/facts.ts';

/** The stops of a branch with those where its line begins and ends, by file name. */
export function wholeBranch({ from, stops, to }: Pick<Route['branches'][number], 'from' | 'stops' | 'to'>): string[] {
  return [...(from ? [from] : []), ...stops, ...(to ? [to] : [])];
}

/** All places of a route, each once. */
export function placesOf(route: Pick<Route, 'branches'>): string[] {
  return [...new Set(route.branches.flatMap(wholeBranch))];
}
