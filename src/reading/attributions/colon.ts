import { isVerbal } from "../phrase.ts";
import { phraseBefore } from "../phrase-before.ts";
import type { LineRule } from "./rule.ts";

// What stands before a colon and is no speaker, lower-cased.
const LABELS = new Set(
  `image images photo photos picture pictures video videos source sources credit note update updated file copyright graphic map watch read more related live breaking
  exclusive correction clarification editor by from date time where when subject re tel email contact phone address q a question answer summary conclusion result results
  analysis opinion fact facts verdict background context tip warning pros cons winner loser rating title location venue highlights takeaway
  example headline caption review comment interview profile explainer timeline issue problem solution reason plus also finally first second third today
  tomorrow yesterday facebook instagram website online tickets duration next previously disclosure disclaimer advertisement total average format topic`.split(
    /\s+/,
  ),
);

/** True for a word before a colon that names no speaker: "Summary". */
export function isLabel(word: string): boolean {
  return LABELS.has(word);
}

/** Lee: "..."; Jones, CNN: "..."; Lee: the plan failed (a headline). */
export const colon: LineRule = {
  name: "colon",
  find({ line, drafts, groups }) {
    const { items } = line;
    const at = items.findIndex(({ lower }) => lower === ":");
    if (at < 1 || at > 14 || at + 1 >= items.length) return [];
    if (groups.some(({ head }) => head < at) || drafts.some(({ cue }) => cue !== null && cue.from < at)) return [];
    const quoted = items[at + 1]!.marked !== null;
    // Without marks only a bare name opens speech: "Note: ...", "The result: ..." do not.
    const name = items.slice(0, at);
    if (isLabel(items[at - 1]!.lower)) return [];
    const bare = at <= 4 && name.every(({ pos, marked }) => pos === "PROPN" && marked === null);
    if (!quoted && !bare) return [];
    // "Of Lee: “...”": the one who spoke before goes on.
    if (items[0]!.pos === "ADP") return [];
    // "Lee could not be happier: “...”": the subject of the clause speaks.
    const verb = items.findIndex((item, i) => i > 0 && i < at && isVerbal(item) && !/ing$/.test(item.lower));
    const listed =
      quoted && verb < 0 && name.every(({ pos, lower }) => pos === "PROPN" || pos === "NOUN" || lower === ",");
    // "Ann Lee, CNN: “...”"
    const mention = listed ? { from: 0, to: at } : phraseBefore(line, verb > 0 ? verb : at, 0);
    if (mention === null) return [];
    if (verb > 0 && /^(?:it|this|that|there|which)$/.test(items[mention.from]!.lower)) return [];
    if (!line.items.slice(mention.from, mention.to).some(({ pos }) => pos === "PROPN" || pos === "NOUN")) return [];
    let end = items.length;
    if (!quoted) while (end > at + 1 && /^[.!?…]+$/.test(items[end - 1]!.lower)) end--;
    // "Mr. Hart: ?"
    if (end === at + 1) return [];
    const content = { from: at + 1, to: quoted ? at + 2 : end };
    return [{ contents: [content], cue: { from: at, to: at + 1 }, mention, stance: "said", continues: null }];
  },
};
