import { isVerbal, phraseBefore } from "../mention.ts";
import type { LineRule } from "./rule.ts";

const LABEL =
  /^(?:images?|photos?|pictures?|videos?|source|sources|credit|note|update|updated|file|copyright|graphic|map|watch|read|more|related|live|breaking|exclusive|correction|editor|by|from|date|time|where|when|subject|re|tel|email|contact|q|a|question|answer)$/;

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
    if (LABEL.test(items[at - 1]!.lower)) return [];
    const bare = at <= 4 && name.every(({ pos, marked }) => pos === "PROPN" && marked === null);
    if (!quoted && !bare) return [];
    // "Lee could not be happier: “...”": the subject of the clause speaks.
    const verb = items.findIndex((item, i) => i > 0 && i < at && isVerbal(item) && !/ing$/.test(item.lower));
    const mention = phraseBefore(line, verb > 0 ? verb : at, 0);
    if (mention === null) return [];
    if (verb > 0 && /^(?:it|this|that|there|which)$/.test(items[mention.from]!.lower)) return [];
    if (!line.items.slice(mention.from, mention.to).some(({ pos }) => pos === "PROPN" || pos === "NOUN")) return [];
    let end = items.length;
    if (!quoted) while (end > at + 1 && /^[.!?…]+$/.test(items[end - 1]!.lower)) end--;
    const content = { from: at + 1, to: quoted ? at + 2 : end };
    return [{ contents: [content], cue: { from: at, to: at + 1 }, mention, stance: "said", continues: null }];
  },
};
