import { contentEnd } from "../content-end.ts";
import { contentStart } from "../content-start.ts";
import { phraseAfter } from "../phrase-after.ts";
import { stanceOf } from "../stance.ts";
import type { VerbRule } from "./rule.ts";

const LEMMAS = /^(?:ask|report|say|allege|announce|claim|suggest|estimate|predict)$/;

/** He was asked whether ...; it was reported that ...; asked if ..., Lee said: nobody, or whoever follows "by", speaks. */
export const passive: VerbRule = {
  name: "passive",
  find({ line, groups }, group) {
    const { items } = line;
    const opening =
      group.verb.lemma === "ask" &&
      group.verb.forms.includes("participle") &&
      (group.head === 0 || /^(?:when|after|,|if)$/.test(items[group.head - 1]!.lower));
    if (!opening && (group.form !== "passive" || !LEMMAS.test(group.verb.lemma))) return null;
    const by = items[group.to]?.lower === "by" ? phraseAfter(line, group.to + 1, items.length) : null;
    const start = contentStart(line, by?.to ?? group.to);
    if (start === null || !start.strong || items[start.at]!.marked !== null) return null;
    let to = contentEnd(line, start.at, group, groups);
    if (opening) {
      const comma = items.findIndex(({ lower }, i) => i > start.at && lower === ",");
      if (comma > 0) to = Math.min(to, comma);
    }
    if (to <= start.at) return null;
    const stance = stanceOf(line, group, null);
    return {
      contents: [{ from: start.at, to }],
      cue: { from: group.from, to: group.to },
      mention: by,
      stance,
      continues: null,
    };
  },
};
