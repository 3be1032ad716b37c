import type { Stretch } from "./quote-stretches.ts";
import { quoteWords } from "./quote-words.ts";
import { type Claim, describe, type Found } from "./verdict.ts";

/** The shortest part of a splice, in words. */
export const PART = 3;

/** The claim as two to four parts that each stand somewhere in a row, not all in one quotation in their order. */
export function spliceOf(claim: Claim, stretches: readonly Stretch[]): (Found & { claimed: string })[] | null {
  const parts: (Found & { claimed: string })[] = [];
  for (let at = 0; at < claim.words.length; ) {
    let longest: { stretch: Stretch; place: number; length: number } | null = null;
    for (const stretch of stretches) {
      for (let place = 0; place < stretch.words.length; place++) {
        let length = 0;
        while (
          at + length < claim.words.length &&
          stretch.words[place + length]?.form === claim.words[at + length]!.form
        ) {
          length++;
        }
        if (length > (longest?.length ?? 0)) longest = { stretch, place, length };
      }
    }
    if (longest === null || longest.length < PART) {
      // One joining word ("and") may stand between two parts.
      if (parts.length === 0 || !joined(parts, claim, ++at)) return null;
      continue;
    }
    const { stretch, place, length } = longest;
    const span = { start: stretch.words[place]!.start, end: stretch.words[place + length - 1]!.end };
    const claimed = claim.text.slice(claim.words[at]!.start, claim.words[at + length - 1]!.end);
    parts.push({ ...describe(claim, stretch.holding, span), claimed });
    at += length;
  }
  return parts.length >= 2 && parts.length <= 4 ? parts : null;
}

function joined(parts: readonly { claimed: string }[], claim: Claim, at: number): boolean {
  const before = parts.reduce((sum, { claimed }) => sum + quoteWords(claimed).length, 0);
  return at - before <= parts.length && /^(?:and|but|so|or|because|that)$/.test(claim.words[at - 1]!.form);
}
