import { isClaim } from "./cues.ts";
import type { Item, Line } from "./line.ts";
import { isTime, isVerbal } from "./phrase.ts";

/** Where what was said begins behind its verb, and how surely. */
export type ContentStart = {
  readonly at: number;
  /** "that", "how", a colon or a quotation opens it: the verb can mean nothing else. */
  readonly strong: boolean;
  /** A comma or colon stands before it. */
  readonly comma: boolean;
};

const OPENER = /^(?:that|how|why|what|whether|if|who|where|which)$/;
const SUBORDINATE = /^(?:when|after|before|as|because|while|since|during|following|citing|in|at|on|amid|despite)$/;

/** Where the content begins at or after item `at`, past times, places and "in a statement"; `null`: nothing follows. */
export function contentStart(line: Line, at: number, ceiling = line.items.length): ContentStart | null {
  const { items } = line;
  let i = at;
  let comma = false;
  while (i < ceiling) {
    const item = items[i]!;
    if (item.marked !== null) return { at: i, strong: true, comma };
    if (item.lower === ":") return i + 1 < ceiling ? { at: i + 1, strong: true, comma: true } : null;
    if (item.lower === "that" && isAnothersClaim(items, i - 1)) return null;
    if (item.lower === "that" && items[i + 1] !== undefined && items[i + 1]!.lower !== "of" && !isEnd(items[i + 1]!))
      return { at: i + 1, strong: true, comma };
    if (OPENER.test(item.lower) && !comma) return { at: i, strong: true, comma };
    if (isEnd(item)) return null;
    if (item.lower === ",") {
      if (items[i + 1]?.marked != null) return { at: i + 1, strong: true, comma: true };
      if (comma) return null;
      comma = true;
      // Behind a comma only what reaches "that" or marks counts: "said, in Ohio, that".
      const opened = openerWithin(line, i + 1, ceiling, 16);
      return opened;
    }
    if (
      (isTime(item) && isDate(items, i, at)) ||
      (item.pos === "ADV" &&
        !/^(?:not|no|none|neither|both|only|even|nearly|roughly|about|almost|there|now|then|here|more|far|too|less)$/.test(
          item.lower,
        ))
    ) {
      i++;
      continue;
    }
    if (item.pos === "DET" && items[i + 1] !== undefined && isTime(items[i + 1]!)) {
      i += 2;
      continue;
    }
    if (item.pos === "PART" && item.lower === "to") return { at: i, strong: false, comma };
    // "said about half of them"
    if (/^(?:about|around)$/.test(item.lower) && isQuantity(items[i + 1], items[i + 2]))
      return { at: i, strong: false, comma };
    if (item.pos === "ADP" || SUBORDINATE.test(item.lower)) {
      const opened = openerWithin(line, i, ceiling, 16);
      if (opened !== null) return opened;
      if (item.pos === "SCONJ") return null;
      const next = behindPreposition(items, i, ceiling);
      if (next === null) return null;
      i = next;
      continue;
    }
    return { at: i, strong: false, comma };
  }
  return null;
}

function isQuantity(first: Item | undefined, second: Item | undefined): boolean {
  const fraction = /^(?:half|third|quarter|fifth|tenth|dozen|hundred|thousand|million)$/;
  return (
    first?.pos === "NUM" ||
    fraction.test(first?.lower ?? "") ||
    (first?.lower === "a" && fraction.test(second?.lower ?? ""))
  );
}

/** "laughed at Lee's claim that": Lee says it. */
function isAnothersClaim(items: readonly Item[], noun: number): boolean {
  return isClaim(items[noun]?.lower ?? "") && /^['’]s?$/.test(items[noun - 1]?.lower ?? "");
}

/** "said March 3", but "said 14 people": a number alone is part of what was said. */
function isDate(items: readonly Item[], i: number, from: number): boolean {
  return !/^\d{1,2}$/.test(items[i]!.lower) || (i > from && isTime(items[i - 1]!));
}

function isEnd({ lower }: Item): boolean {
  return /^[.!?;…]+$/.test(lower);
}

/** "said in the spring, when the story broke, “...”": the quotation that ends the sentence, behind a comma or colon. */
export function quotationAtEnd({ items }: Line, at: number): ContentStart | null {
  let last = items.length - 1;
  while (last > at && /^[.!?…]+$/.test(items[last]!.lower)) last--;
  if (last <= at || items[last]!.marked === null || !/^[,:]$/.test(items[last - 1]!.lower)) return null;
  return { at: last, strong: true, comma: true };
}

/** The first "that" or quotation within `reach` items, before any finite verb. */
function openerWithin({ items }: Line, from: number, ceiling: number, reach: number): ContentStart | null {
  for (let i = from; i < Math.min(ceiling, from + reach); i++) {
    const item = items[i]!;
    if (item.marked !== null) {
      const before = items[i - 1]!;
      // "in a "fiery" speech" does not open what was said.
      if (before.lower === "," || before.lower === ":") return { at: i, strong: true, comma: true };
      return null;
    }
    if (
      item.lower === "that" &&
      (item.pos === "SCONJ" || items[i - 1]?.lower === "," || /^(?:PROPN|PRON|DET)$/.test(items[i + 1]?.pos ?? ""))
    )
      return { at: i + 1, strong: true, comma: false };
    if (item.lower === ":") return i + 1 < ceiling ? { at: i + 1, strong: true, comma: true } : null;
    if (isVerbal(item) && (!/ing$/.test(item.lower) || items[i - 1]?.lower === ",")) return null;
    if (isEnd(item) || /^(?:who|which)$/.test(item.lower) || isAnothersClaim(items, i)) return null;
  }
  return null;
}

/** Past "in a statement", "at a rally in Ohio": where the next phrase opens; `null` at the end of the clause. */
function behindPreposition(items: readonly Item[], at: number, ceiling: number): number | null {
  let nouns = 0;
  for (let i = at + 1; i < ceiling; i++) {
    const item = items[i]!;
    const before = items[i - 1]!;
    if (item.marked !== null) {
      // "on NBC's "Meet the Press"": a name in marks.
      if (before.lower === "," || before.lower === ":") return i;
      nouns++;
      continue;
    }
    if (item.lower === "," || isEnd(item) || item.lower === ":" || item.lower === "that") return i;
    if (nouns > 0) {
      if (item.pos === "PRON" && !/^(?:his|her|their|its)$/.test(item.lower)) return i;
      if (item.pos === "ADP" || isTime(item)) return i;
      if ((item.pos === "DET" || item.pos === "PRON") && (before.pos === "NOUN" || before.pos === "PROPN")) return i;
      if (item.pos === "PROPN" && before.pos === "NOUN") return i;
      if (isTime(before) && (item.pos === "PROPN" || item.pos === "NOUN")) return i;
    }
    if (item.pos === "NOUN" || item.pos === "PROPN" || item.pos === "NUM") nouns++;
    if (isVerbal(item) && nouns > 0) return null;
  }
  return null;
}

/** The words addressed: "told | the BBC", "reminded | voters in Ohio". */
export function addresseeEnd(line: Line, at: number): number {
  const first = line.items[at];
  if (first === undefined) return at;
  const { items } = line;
  const possessive =
    /^(?:his|her|their|its|my|our|your)$/.test(first.lower) &&
    /^(?:NOUN|ADJ|PROPN)$/.test(items[at + 1]?.pos ?? "") &&
    !/^(?:story|tale|truth)$/.test(items[at + 1]!.lower);
  if (first.pos === "PRON" && !possessive) return /^(?:that|what|who|how|why)$/.test(first.lower) ? at : at + 1;
  let i = at;
  while (i < items.length) {
    const { pos, lower, marked } = items[i]!;
    if (marked !== null || lower === "," || lower === "that") break;
    const nominal =
      pos === "NOUN" ||
      pos === "PROPN" ||
      pos === "NUM" ||
      pos === "DET" ||
      pos === "ADJ" ||
      /^(?:['’]s?|-|&|his|her|their|its)$/.test(lower);
    // "told the Times | the plan", "told CNN | Russia": the next phrase is what was said.
    if (
      i > at &&
      (pos === "DET" || (pos === "PRON" && true)) &&
      (items[i - 1]!.pos === "NOUN" || items[i - 1]!.pos === "PROPN")
    )
      break;
    if (isTime(items[i]!) && i > at) break;
    if (!nominal && !(lower === "of" || (lower === "and" && i > at) || (lower === "at" && i > at))) break;
    i++;
  }
  return i;
}
