import { opensClause } from "../clause.ts";
import { isClaim } from "../cues.ts";
import type { Item, Line } from "../line.ts";
import { isVerbal, type Range } from "../phrase.ts";
import { phraseBefore } from "../phrase-before.ts";
import type { Draft, LineRule } from "./rule.ts";

const DENIAL = /^denials?$/;

/** Lee's claim that the plan failed; her repeated warnings that it would fail. */
export const claim: LineRule = {
  name: "claim",
  find({ line }) {
    const { items } = line;
    const found: Omit<Draft, "rule">[] = [];
    for (let i = 1; i + 2 < items.length; i++) {
      const { lower } = items[i]!;
      if (items[i + 1]!.lower !== "that" || !isClaim(lower)) continue;
      const mention = possessorBefore(line, i);
      if (mention === null) continue;
      const to = endOfClause(items, mention.from, i + 2);
      if (to === null || !opensClause(line, { from: i + 2, to })) continue;
      found.push({
        contents: [{ from: i + 2, to }],
        cue: { from: i, to: i + 1 },
        mention,
        stance: DENIAL.test(lower) ? "denied" : "said",
        continues: null,
      });
    }
    return found;
  },
};

function possessorBefore(line: Line, noun: number): Range | null {
  const { items } = line;
  let at = noun - 1;
  while (at > 0 && items[at]!.pos === "ADJ") at--;
  if (/^(?:his|her)$/.test(items[at]!.lower)) return { from: at, to: at + 1 };
  if (!/^['’]s?$/.test(items[at]!.lower)) return null;
  const phrase = phraseBefore(line, at, 0);
  if (phrase === null) return null;
  // "inconsistencies with | North Korea's claim"
  const preposition = items.findLastIndex(({ pos, lower }, i) => i < at && pos === "ADP" && lower !== "of");
  return { from: Math.max(phrase.from, preposition + 1), to: phrase.to };
}

/** The end of the sentence or, when the claim is what the sentence is about, where its own verb begins; `null`: not to be told. */
function endOfClause(items: readonly Item[], subject: number, from: number): number | null {
  let end = items.length;
  while (end > from && /^[.!?…]+$/.test(items[end - 1]!.lower)) end--;
  if (items.slice(0, subject).some(isVerbal)) {
    const stop = items.findIndex(({ lower }, i) => i > from && /^(?:[,;(—–]|--)$/.test(lower));
    return stop > 0 && stop < end ? stop : end;
  }
  let verb = from;
  while (verb < end && !isVerbal(items[verb]!)) verb++;
  while (verb < end && (isVerbal(items[verb]!) || /^(?:ADV|PART)$/.test(items[verb]!.pos))) verb++;
  for (let i = verb; i < end; i++) {
    const { lower, pos } = items[i]!;
    if (pos === "CCONJ" || pos === "SCONJ" || /^(?:,|;|who|which|that|to)$/.test(lower)) return null;
    if (pos === "AUX" || (pos === "VERB" && !/ing$/.test(lower))) return i;
  }
  return null;
}
