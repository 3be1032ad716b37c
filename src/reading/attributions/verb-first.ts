import { phraseAfter } from "../phrase-after.ts";
import { stanceOf } from "../stance.ts";
import type { VerbRule } from "./rule.ts";

/** Said Lee, "Q"; Continued Lee: "Q". */
export const verbFirst: VerbRule = {
  name: "verb-first",
  find({ line }, group) {
    const { items } = line;
    if (group.head !== 0 || group.form !== "finite" || group.verb.forms.includes("base")) return null;
    const mention = phraseAfter(line, group.to, items.length);
    if (mention === null || !/^[,:]$/.test(items[mention.to]?.lower ?? "")) return null;
    const at = mention.to + 1;
    if (items[at]?.marked == null) return null;
    const cue = { from: group.from, to: group.to };
    return { contents: [{ from: at, to: at + 1 }], cue, mention, stance: stanceOf(line, group, null), continues: null };
  },
};
