import { phraseAfter } from "../phrase-after.ts";
import type { LineRule } from "./rule.ts";

/** "..." -- Ann Lee, a teacher */
export const dashName: LineRule = {
  name: "dash-name",
  find({ line, groups }) {
    const { items } = line;
    if (items[0]?.marked == null || groups.length > 0) return [];
    let at = 1;
    while (at < items.length && /^[—–―-]+$/.test(items[at]!.lower)) at++;
    if (at === 1 || items[at]?.pos !== "PROPN") return [];
    const mention = phraseAfter(line, at, items.length);
    if (mention === null) return [];
    return [{ contents: [{ from: 0, to: 1 }], cue: null, mention, stance: "said", continues: null }];
  },
};
