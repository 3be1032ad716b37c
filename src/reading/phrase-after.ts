import type { Item, Line } from "./line.ts";
import { isPartOfPhrase, isTime, isVerbal, PERSONAL, type Range } from "./phrase.ts";

/** The noun phrase that begins at item `start`, behind the verb: "said Ann Lee, a teacher, on Monday". */
export function phraseAfter(line: Line, start: number, ceiling: number): Range | null {
  const { items } = line;
  let to = start;
  let depth = 0;
  if (start < ceiling && /day$/.test(items[start]!.lower) && isTime(items[start]!)) return null;
  while (to < ceiling) {
    const item = items[to]!;
    if (/^[([]$/.test(item.lower)) depth++;
    else if (/^[)\]]$/.test(item.lower)) {
      if (depth === 0) break;
      depth--;
    } else if (depth > 0) {
      if (to - start > 40) break;
    } else if (item.pos === "PRON" && PERSONAL.test(item.lower)) {
      if (to === start) return { from: start, to: start + 1 };
      break;
    } else if (to > start && isTime(item) && !/^\d+$/.test(item.lower) && item.pos !== "PROPN") break;
    else if (to > start && isTime(item) && /day$/.test(item.lower)) break;
    // "said the owner of a shop | that sells shoes"
    else if (to > start && item.lower === "that") break;
    else if (isPartOfPhrase(item)) {
      // A stretch in marks goes on with a name only as a nickname.
      if (item.marked !== null && (to === start || items[to + 1]?.pos !== "PROPN")) break;
    } else if (item.pos === "CCONJ" && item.lower === "and") {
      if (items[to + 1] === undefined || !isPartOfPhrase(items[to + 1]!) || isVerbal(items[to + 2] ?? items[to + 1]!))
        break;
    } else if (item.pos === "ADP" && /^(?:of|for|at|from|with|to|in)$/.test(item.lower) && to > start) {
      if (!continuesWith(items, to)) break;
    } else break;
    to++;
  }
  while (to > start && /^(?:\.|-|–|&|\/|['’])$/.test(items[to - 1]!.lower)) to--;
  if (to === start) return null;
  // Its apposition or relative clause, up to the next comma or the end.
  if (items[to]?.lower === "," && to + 1 < ceiling && beginsExplanation(items, to + 1)) {
    let end = to + 1;
    while (end < ceiling && !/^[,;.—]$/.test(items[end]!.lower) && items[end]!.marked === null) end++;
    // "Carl Novak, 61, a retired postman"
    if (end - to === 2 && items[to + 1]!.pos === "NUM" && items[end]?.lower === "," && items[end + 1]?.pos === "DET") {
      end += 2;
      while (end < ceiling && !/^[,;.—]$/.test(items[end]!.lower) && items[end]!.marked === null) end++;
    }
    if (end - to < 40) to = end;
  }
  return { from: start, to };
}

function continuesWith(items: readonly Item[], at: number): boolean {
  const preposition = items[at]!.lower;
  if (preposition === "of") return true;
  const next = items[at + 1];
  if (next === undefined || isTime(next)) return false;
  if (preposition === "in" || preposition === "to" || preposition === "with")
    return items[at - 1]!.pos === "NOUN" && next.pos === "PROPN" && preposition !== "to";
  return items[at - 1]!.pos === "NOUN" || (preposition === "from" && next.pos === "PROPN");
}

function beginsExplanation(items: readonly Item[], at: number): boolean {
  const { pos, lower, marked } = items[at]!;
  if (marked !== null || (isTime(items[at]!) && pos !== "NUM")) return false;
  if (/^(?:who|whose|which)$/.test(lower)) return true;
  if (pos === "DET" || pos === "NUM") return true;
  if ((pos === "NOUN" || pos === "ADJ" || pos === "PROPN") && !/ing$/.test(lower)) return true;
  return false;
}
