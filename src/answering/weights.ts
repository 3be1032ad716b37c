/**
 * How much each kind of evidence counts, as `npm run fit` finds it: a listwise fit on the development halves of
 * trecqa, wikiqa, newsqa-mini and squad2 together, one table for all; `words` is 1 by definition.
 */
export const FITTED: Readonly<Record<string, number>> = {
  words: 1,
  coverage: 1.49,
  article: 1.81,
  title: 1.04,
  neighbours: 1.33,
  expected: 1.14,
  definition: 0.97,
  lead: 0.28,
  question: -0.47,
};

/** Those sets have no speakers, dates or quoted words, so these are set by hand: each outweighs `expected`. */
export const WEIGHTS: Readonly<Record<string, number>> = { ...FITTED, phrase: 2, statement: 1.2, latest: 1.2 };
