/** One page of each kind that a reader meets, without its language. */
export const measuredKinds = {
  home: '/',
  routes: '/routes/',
  route: '/routes/sahara/',
  story: '/stories/pierre-roland/',
  pathway: '/pathways/voluntary-return/',
  help: '/help/',
  now: '/help/now/',
  point: '/help/cm-1503/',
  country: '/countries/cm/',
  page: '/pages/about/',
} as const;

export const measuredLanguages = ['en', 'fr', 'ar'] as const;
