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

/** How many of the words of `claimed` stand in `original`, in whatever order; no alignment has more of them the same. */
export function sharedWords(claimed: readonly QuoteWord[], original: readonly QuoteWord[]): number {
  const left = new Map<string, number>();
  for (const { form } of claimed) left.set(form, (left.get(form) ?? 0) + 1);
  let shared = 0;
  for (const { form } of original) {
    const count = left.get(form) ?? 0;
    if (count === 0) continue;
    left.set(form, count - 1);
    shared++;
  }
  return shared;
}

/** What an alignment scores at most in which `same` of so many words are the same. */
export function mostFor(same: number, words: number): number {
  return same * SAME + (words - same) * CHANGED;
}

/** How a cell was come to, in two bits; then whether from a gap, and whether its gap goes on. */
const MATCH = 1;
const CHANGE = 2;
const EXTRA = 3;
const FROM_GAP = 4;
const LONGER = 8;

/**
 * Lays all of `claimed` over the stretch of `original` that it fits best; what stands before and after is free.
 *
 * Takes time and memory in the product of the two lengths.
 */
export function alignWords(claimed: readonly QuoteWord[], original: readonly QuoteWord[]): Alignment {
  const width = original.length + 1;
  const wanted = numbered(claimed, original);
  const have = wanted.subarray(claimed.length);
  const trace = new Uint8Array((claimed.length + 1) * width);
  // Two layers: `on` ends with a claimed word or at the start, `gap` ends within an omission from the original.
  let on = new Float64Array(width);
  let gap = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  let [nextOn, nextGap] = [new Float64Array(width), new Float64Array(width)];
  for (let i = 1; i <= claimed.length; i++) {
    const word = wanted[i - 1]!;
    nextGap[0] = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < width; j++) {
      let value = Math.max(on[j]!, gap[j]!) + PUT_IN;
      let how = EXTRA | (gap[j]! > on[j]! ? FROM_GAP : 0);
      if (j > 0) {
        const same = word === have[j - 1]!;
        const matched = Math.max(on[j - 1]!, gap[j - 1]!) + (same ? SAME : CHANGED);
        if (matched >= value) {
          value = matched;
          how = (same ? MATCH : CHANGE) | (gap[j - 1]! > on[j - 1]! ? FROM_GAP : 0);
        }
        const opened = nextOn[j - 1]! + GAP;
        const continued = nextGap[j - 1]! + LONGER_GAP;
        nextGap[j] = Math.max(opened, continued);
        if (continued > opened) how |= LONGER;
      }
      nextOn[j] = value;
      trace[i * width + j] = how;
    }
    [on, nextOn, gap, nextGap] = [nextOn, on, nextGap, gap];
  }
  let j = 0;
  for (let k = 1; k < width; k++) if (on[k]! > on[j]!) j = k;
  const score = on[j]!;
  const steps: Step[] = [];
  let inGap = false;
  for (let i = claimed.length; i > 0; ) {
    const how = trace[i * width + j]!;
    if (inGap) {
      steps.push({ kind: "left-out", claimed: -1, original: j - 1 });
      inGap = (how & LONGER) !== 0;
      j--;
      continue;
    }
    inGap = (how & FROM_GAP) !== 0;
    if ((how & EXTRA) === EXTRA) steps.push({ kind: "put-in", claimed: i - 1, original: -1 });
    else {
      steps.push({ kind: (how & EXTRA) === MATCH ? "same" : "changed", claimed: i - 1, original: j - 1 });
      j--;
    }
    i--;
  }
  return { score, steps: steps.reverse() };
}

/** The forms of both, one after the other, as numbers: the same for the same form. */
function numbered(...lists: (readonly QuoteWord[])[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(lists.flat(), ({ form }) => {
    const number = numbers.get(form) ?? numbers.size;
    numbers.set(form, number);
    return number;
  });
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
