import { isClause, opensClause } from "../clause.ts";
import type { Item, Line } from "../line.ts";
import { isVerbal, type Range } from "../phrase.ts";
import { phraseAfter } from "../phrase-after.ts";
import type { Draft, LineRule } from "./rule.ts";

/** According to NP, C; C, according to NP. */
export const accordingTo: LineRule = {
  name: "according-to",
  find({ line }) {
    const { items } = line;
    const found: Omit<Draft, "rule">[] = [];
    for (let i = 0; i + 2 < items.length; i++) {
      if (items[i]!.lower !== "according" || items[i + 1]!.lower !== "to") continue;
      const from = clauseStart(items, i);
      const opening =
        i - from <= 2 && items.slice(from, i).every(({ lower }) => /^(?:but|and|yet|however|,)$/.test(lower));
      const mention = mentionAt(line, i, opening);
      if (mention === null) continue;
      let end = items.length;
      while (end > 0 && /^[.!?)]+$/.test(items[end - 1]!.lower)) end--;
      const comma = items.findIndex(({ lower }, at) => at >= mention.to && lower === ",");
      const behind = comma >= 0 && comma + 1 < end ? { from: comma + 1, to: end } : null;
      let head = i;
      while (head > from && /^[,—–]$/.test(items[head - 1]!.lower)) head--;
      const ahead = opening ? null : { from: sideClauseEnd(items, from, head), to: head };
      const contents = saidAround(line, ahead, behind);
      if (contents.length === 0) continue;
      found.push({ contents, cue: { from: i, to: i + 2 }, mention, stance: "said", continues: null });
    }
    return found;
  },
};

function saidAround(line: Line, ahead: Range | null, behind: Range | null): Range[] {
  if (ahead === null || ahead.from >= ahead.to) return behind === null ? [] : [behind];
  const closed = line.items[ahead.to]?.lower === ",";
  if (behind === null || !closed || isClause(line, ahead)) return [ahead];
  // "Over the long term, according to the office, the debt will rise"; "Sales, according to the office, have risen"
  return isVerbal(line.items[behind.from]!) ? [ahead, behind] : [behind];
}

/** Behind a semicolon that is no list's, a bracket or a colon that stands just before. */
function clauseStart(items: readonly Item[], at: number): number {
  if (/^[(:]$/.test(items[at - 1]?.lower ?? "")) return at;
  const semicolon = items.findLastIndex(({ lower }, i) => i < at && lower === ";");
  return items[semicolon + 1]?.lower === "and" ? 0 : semicolon + 1;
}

/** "Though she was ill, | she won": what is granted first is not from the source. */
function sideClauseEnd(items: readonly Item[], from: number, to: number): number {
  if (!/^(?:though|although|despite)$/.test(items[from]?.lower ?? "")) return from;
  const comma = items.findIndex(({ lower }, i) => i > from && i < to - 2 && lower === ",");
  return comma < 0 ? from : comma + 1;
}

/** The phrase behind "according to"; the comma behind it may open the content already. */
function mentionAt(line: Line, at: number, opening: boolean): Range | null {
  const { items } = line;
  const whole = phraseAfter(line, at + 2, items.length);
  if (whole === null) return null;
  const comma = items.findIndex(({ lower }, i) => i > at && lower === ",");
  if (comma < 0 || comma >= whole.to) return whole;
  const explained = items.slice(comma + 1, whole.to);
  if (opening) {
    const closed = items[whole.to]?.lower === "," && opensClause(line, { from: whole.to + 1, to: items.length });
    return closed ? whole : { from: whole.from, to: comma };
  }
  const relative = /^(?:who|whose|which)$/.test(explained[0]!.lower);
  return !relative && explained.some(isVerbal) ? { from: whole.from, to: comma } : whole;
}
