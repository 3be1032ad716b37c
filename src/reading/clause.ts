import type { Line } from "./line.ts";
import { isVerbal, type Range } from "./phrase.ts";
import { phraseAfter } from "./phrase-after.ts";

/** Whether a subject and its finite verb open the range: "the plan would fail", not "the plan to build". */
export function opensClause(line: Line, { from, to }: Range): boolean {
  const { items } = line;
  let at = from;
  while (at < to && (items[at]!.pos === "ADV" || items[at]!.pos === "CCONJ" || items[at]!.lower === ",")) at++;
  if (at >= to) return false;
  if (items[at]!.pos === "ADP" || items[at]!.pos === "SCONJ") return isClause(line, { from: at, to });
  const subject = phraseAfter(line, at, to);
  // "The firm that wrote it, Callow, declined", but "he, too, would go".
  const next = items[subject?.to ?? to];
  if (subject !== null && items[at]!.pos === "PRON" && next?.lower === "," && items[subject.to + 1]?.pos !== "ADV")
    return false;
  if (subject === null)
    return isVerbal(items[at]!) && /ing$/.test(items[at]!.lower) ? isClause(line, { from: at + 1, to }) : false;
  for (let i = subject.to; i < Math.min(to, subject.to + 12); i++) {
    const item = items[i]!;
    if (item.pos === "AUX" || (item.pos === "VERB" && !/ing$/.test(item.lower))) return true;
    if ((item.pos === "PART" && item.lower === "to") || /^(?:who|which|that|whose)$/.test(item.lower)) return false;
  }
  return false;
}

/** Whether the items hold a verb or a quotation: a clause, not a mere phrase. */
export function isClause({ items }: Line, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (isVerbal(items[i]!) || items[i]!.marked !== null) return true;
  return false;
}
