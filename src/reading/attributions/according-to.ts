import { opensClause } from "../content.ts";
import type { Line } from "../line.ts";
import { phraseAfter, type Range } from "../mention.ts";
import type { Draft, LineRule } from "./rule.ts";

/** The phrase behind "according to"; at the head of a sentence the comma behind it may open the content already. */
function mentionAt(line: Line, at: number): Range | null {
  const { items } = line;
  const whole = phraseAfter(line, at + 2, items.length);
  if (whole === null || at > 1) return whole;
  const comma = items.findIndex(({ lower }, i) => i > at && lower === ",");
  if (comma < 0 || comma >= whole.to) return whole;
  const closed = items[whole.to]?.lower === "," && opensClause(line, { from: whole.to + 1, to: items.length });
  return closed ? whole : { from: whole.from, to: comma };
}

/** According to NP, C; C, according to NP. */
export const accordingTo: LineRule = {
  name: "according-to",
  find({ line }) {
    const { items } = line;
    const found: Omit<Draft, "rule">[] = [];
    for (let i = 0; i + 2 < items.length; i++) {
      if (items[i]!.lower !== "according" || items[i + 1]!.lower !== "to") continue;
      const mention = mentionAt(line, i);
      if (mention === null) continue;
      let end = items.length;
      while (end > 0 && /^[.!?]+$/.test(items[end - 1]!.lower)) end--;
      const comma = items.findIndex(({ lower }, at) => at >= mention.to && lower === ",");
      const behind = comma >= 0 && comma + 1 < end ? { from: comma + 1, to: end } : null;
      let head = i;
      while (head > 0 && /^[,—–]$/.test(items[head - 1]!.lower)) head--;
      let from = 0;
      for (let j = 0; j < head; j++) if (items[j]!.lower === ";") from = j + 1;
      const opening = from < head && /^(?:but|and|yet|however)$/.test(items[from]!.lower) && head - from <= 2;
      const ahead = head > from && !opening ? { from, to: head } : null;
      const contents = ahead === null ? (behind === null ? [] : [behind]) : [ahead];
      if (contents.length === 0) continue;
      found.push({ contents, cue: { from: i, to: i + 2 }, mention, stance: "said", continues: null });
    }
    return found;
  },
};
