import { isClause } from "../clause.ts";
import { endsTag } from "../content-end.ts";
import type { Line } from "../line.ts";
import { phraseAfter } from "../phrase-after.ts";
import { phraseBefore } from "../phrase-before.ts";
import type { VerbGroup } from "../verb-group.ts";
import type { VerbRule } from "./rule.ts";

/** As Lee noted, the plan failed; the plan, as Lee noted, failed; the plan failed, as Lee has said. */
export const asReported: VerbRule = {
  name: "as-reported",
  find({ line }, group) {
    const { items } = line;
    if (items[group.head - 1]?.lower === "as" && items[group.to]?.lower === "by") return asReportedBy(line, group);
    if (group.form !== "finite") return null;
    const mention = phraseBefore(line, group.from, 0);
    if (mention === null || mention.from === 0) return null;
    let as = mention.from - 1;
    if (items[as]!.lower !== "as") return null;
    if (!endsTag(line, group)) return null;
    let end = items.length;
    while (end > 0 && /^[.!?…]+$/.test(items[end - 1]!.lower)) end--;
    const comma = items.findIndex(
      ({ lower, marked }, at) => at >= group.to && (lower === "," || lower === ":" || marked !== null),
    );
    const from = comma < 0 ? end : items[comma]!.marked === null ? comma + 1 : comma;
    while (as > 0 && /^(?:,|and|but|just|however)$/.test(items[as - 1]!.lower)) as--;
    const ahead = { from: 0, to: as };
    const behind = { from, to: end };
    const contents = [ahead, behind].filter((range) => range.to - range.from > 2 && isClause(line, range));
    if (contents.length === 0) return null;
    return { contents, cue: { from: group.from, to: group.to }, mention, stance: "said", continues: null };
  },
};

/** As reported by the Post, the plan failed. */
function asReportedBy(line: Line, group: VerbGroup): ReturnType<VerbRule["find"]> {
  const { items } = line;
  const comma = group.head === 1 ? items.findIndex(({ lower }, i) => i > group.to && lower === ",") : -1;
  const mention = comma < 0 ? null : phraseAfter(line, group.to + 1, comma);
  if (mention === null || mention.to !== comma) return null;
  let end = items.length;
  while (end > 0 && /^[.!?…]+$/.test(items[end - 1]!.lower)) end--;
  const contents = [{ from: mention.to + 1, to: end }];
  if (end <= mention.to + 1 || !isClause(line, contents[0]!)) return null;
  return { contents, cue: { from: group.from, to: group.to }, mention, stance: "said", continues: null };
}
