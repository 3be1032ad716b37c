import { contentEnd } from "../content-end.ts";
import type { Item } from "../line.ts";
import { isVerbal, type Range } from "../phrase.ts";
import { stanceOf } from "../stance.ts";
import type { VerbRule } from "./rule.ts";
import { subjectOf } from "./subject.ts";

const RELATIVE = /^(?:who|which|that|whom)$/;

/** His daughters, who Lee said lived in Oslo; a race that she says will last: what is said is said of whom stands before. */
export const gap: VerbRule = {
  name: "gap",
  find(scene, group) {
    const { line, groups } = scene;
    const { items } = line;
    const at = group.to;
    if (group.form !== "finite" || !group.verb.frames.includes("clause")) return null;
    if (items[at] === undefined || !isVerbal(items[at]!) || /ing$/.test(items[at]!.lower)) return null;
    const subject = subjectOf(scene, group);
    const mention = subject?.own ? behindRelative(items, subject.phrase) : null;
    if (mention === null) return null;
    return {
      contents: [{ from: at, to: Math.min(contentEnd(line, at, group, groups), predicateEnd(items, at)) }],
      cue: { from: group.from, to: group.to },
      mention,
      stance: stanceOf(line, group, mention.from),
      continues: null,
    };
  },
};

/** The subject without the noun and the relative pronoun before it; `null` when there is no such pronoun. */
function behindRelative(items: readonly Item[], { from, to }: Range): Range | null {
  for (let i = to - 2; i >= from - 1 && i >= 0; i--) {
    if (RELATIVE.test(items[i]!.lower) && items[i]!.marked === null) return { from: i + 1, to };
  }
  return null;
}

/** A comma ends it, another relative clause, or the verb of the sentence: "was dead | is back". */
function predicateEnd(items: readonly Item[], from: number): number {
  let complement = false;
  for (let i = from + 1; i < items.length; i++) {
    const { lower, pos } = items[i]!;
    if (lower === "," || (lower === "and" && RELATIVE.test(items[i + 1]?.lower ?? ""))) return i;
    if (pos === "AUX" && complement && !isVerbal(items[i - 1]!)) return i;
    complement ||= pos === "ADJ";
    if (!/^(?:ADJ|ADV|AUX|VERB|PART)$/.test(pos)) complement = false;
  }
  return items.length;
}
