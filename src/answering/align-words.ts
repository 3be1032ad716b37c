import type { QuoteWord } from "./quote-words.ts";

/** One step from the original to what is claimed; indices into the two lists of words, -1 where there is none. */
export type Step = {
  readonly kind: "same" | "changed" | "left-out" | "put-in";
  readonly claimed: number;
  readonly original: number;
};

export type Alignment = { readonly score: number; readonly steps: readonly Step[] };

const SAME = 2;
const CHANGED = -1.5;
const PUT_IN = -1.5;
/** One long omission is likelier than many short ones, so a gap costs mostly at its start (Gotoh 1982). */
const GAP = -1.5;
const LONGER_GAP = -0.05;

/**
 * Lays all of `claimed` over the stretch of `original` that it fits best; what stands before and after is free.
 *
 * Takes time and memory in the product of the two lengths.
 */
export function alignWords(claimed: readonly QuoteWord[], original: readonly QuoteWord[]): Alignment {
  const width = original.length + 1;
  const size = (claimed.length + 1) * width;
  // Two layers: `on` ends with a claimed word or at the start, `gap` ends within an omission from the original.
  const on = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const gap = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const how = new Uint8Array(size);
  const fromGap = new Uint8Array(size);
  const longer = new Uint8Array(size);
  on.fill(0, 0, width);
  for (let i = 1; i <= claimed.length; i++) {
    for (let j = 0; j <= original.length; j++) {
      const at = i * width + j;
      const above = at - width;
      const aboveBest = Math.max(on[above]!, gap[above]!);
      on[at] = aboveBest + PUT_IN;
      how[at] = 3;
      fromGap[at] = gap[above]! > on[above]! ? 1 : 0;
      if (j === 0) continue;
      const diagonal = above - 1;
      const same = claimed[i - 1]!.form === original[j - 1]!.form;
      const matched = Math.max(on[diagonal]!, gap[diagonal]!) + (same ? SAME : CHANGED);
      if (matched >= on[at]!) {
        on[at] = matched;
        how[at] = same ? 1 : 2;
        fromGap[at] = gap[diagonal]! > on[diagonal]! ? 1 : 0;
      }
      const opened = on[at - 1]! + GAP;
      const continued = gap[at - 1]! + LONGER_GAP;
      gap[at] = Math.max(opened, continued);
      longer[at] = continued > opened ? 1 : 0;
    }
  }
  let j = 0;
  for (let k = 1; k <= original.length; k++) {
    if (on[claimed.length * width + k]! > on[claimed.length * width + j]!) j = k;
  }
  const score = on[claimed.length * width + j]!;
  const steps: Step[] = [];
  let inGap = false;
  for (let i = claimed.length; i > 0; ) {
    const at = i * width + j;
    if (inGap) {
      steps.push({ kind: "left-out", claimed: -1, original: j - 1 });
      inGap = longer[at] === 1;
      j--;
      continue;
    }
    inGap = fromGap[at] === 1;
    if (how[at] === 3) steps.push({ kind: "put-in", claimed: i - 1, original: -1 });
    else {
      steps.push({ kind: how[at] === 1 ? "same" : "changed", claimed: i - 1, original: j - 1 });
      j--;
    }
    i--;
  }
  return { score, steps: steps.reverse() };
}

/** Consecutive steps of one kind. */
export type Run = { readonly kind: Step["kind"]; readonly steps: Step[] };

/** The steps of an alignment, those of one kind in a row together. */
export function runs(steps: readonly Step[]): Run[] {
  const found: Run[] = [];
  for (const step of steps) {
    if (found.at(-1)?.kind === step.kind) found.at(-1)!.steps.push(step);
    else found.push({ kind: step.kind, steps: [step] });
  }
  return found;
}
