// BM25+ (Lv and Zhai 2011): the weight of a term does not fall below DELTA however long the sentence. K and B as the
// development halves of the evaluation sets prefer them.
const K = 1.2;
const B = 0.4;
const DELTA = 0.5;

/** How much a term tells that stands in `frequency` of `total` texts; never negative. */
export function inverseFrequency(frequency: number, total: number): number {
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}

/** What `count` occurrences of a term are worth in a text of `length`, where the mean length is `mean`. */
export function saturation(count: number, length: number, mean: number): number {
  if (count === 0) return 0;
  return DELTA + (count * (K + 1)) / (count + K * (1 - B + (B * length) / (mean || 1)));
}
