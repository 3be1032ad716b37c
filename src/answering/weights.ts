/** How much each kind of evidence counts, as `npm run fit` finds it on the development halves of the evaluation sets. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  words: 1,
  coverage: 0.2,
  article: 1.6,
  title: 0.65,
  neighbours: 0.3,
  phrase: 0,
  expected: 0.4,
  definition: 0.25,
  lead: 0,
  question: -0.15,
  short: -0.15,
};
