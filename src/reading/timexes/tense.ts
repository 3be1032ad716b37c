import type { Span } from "../../span.ts";
import type { Token } from "../wink.ts";

/** `future`: "will", "is due to"; `infinitive`: "to meet" alone; `null`: no verb near. */
export type Tense = "past" | "present" | "future" | "infinitive" | null;

const REACH = 30;
const PLANNED =
  /^(?:expected|scheduled|due|set|slated|planned|plans?|planning|likely|hopes?|intends?|going|wants?|supposed|about|bound|vowed|pledged|promised|agreed|decided)$/;
const IRREGULAR = new Set(
  "was were had did said told went came took made gave got saw met left held kept led lost won felt found sent built spent stood sat ran rose fell grew knew threw drew flew wrote spoke broke chose drove began sang rang sank drank swam became brought bought caught fought sought taught thought heard paid laid struck shot hung dug stuck slept swept wept dealt meant lent bent shook forsook forgave withdrew undertook arose bore tore wore swore ate beat bid bound bled bred fed fled sped slid hid lay rode shone shut cut put hit hurt let set quit cost cast burst spread split".split(
    " ",
  ),
);

/**
 * The tense that governs a date: that of the verb group before it in its sentence, else of the one after it
 * (HeidelTime's rule for news). Looks at a bounded number of words.
 */
export function tenseAround(tokens: readonly Token[], span: Span): Tense {
  const at = firstFrom(tokens, span.start);
  if (/^(?:until|till)$|^(?:soon|early) as$/i.test(wordsBefore(tokens, at))) return "future";
  const ahead = () => tenseAfter(tokens, firstFrom(tokens, span.end), at);
  // "..., but in March a judge ruled": what begins a clause belongs to the verb that follows.
  if (beginsClause(tokens, at)) {
    const tense = ahead();
    if (tense !== null) return tense;
  }
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    if (!isVerb(tokens[i]!)) continue;
    const tense = tenseOf(tokens, i);
    if (tense !== null) return tense;
  }
  return ahead();
}

/** The tense of the first verb group from `from` on. */
function tenseAfter(tokens: readonly Token[], from: number, at: number): Tense {
  for (let i = from; i < Math.min(tokens.length, at + REACH); i++) {
    if (!isVerb(tokens[i]!)) continue;
    let end = i;
    while (end + 1 < tokens.length && end - i < 8 && inGroup(tokens[end + 1]!)) end++;
    while (!isVerb(tokens[end]!)) end--;
    return tenseOf(tokens, end);
  }
  return null;
}

/** The word before `at`, two of them for "as soon as". */
function wordsBefore(tokens: readonly Token[], at: number): string {
  const last = tokens[at - 1]?.text ?? "";
  return last === "as" ? `${tokens[at - 2]?.text ?? ""} as` : last;
}

const PREPOSITION = /^(?:in|on|by|at|during|since|late|early|last|next|the|also|then|only)$/i;

function beginsClause(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before <= 3 && PREPOSITION.test(tokens[before]!.text)) before--;
  return before < 0 || /^(?:[,;:–—]|--|but|and|that|when|while)$/i.test(tokens[before]!.text);
}

/** Tense of the verb group that ends with `tokens[end]`. */
function tenseOf(tokens: readonly Token[], end: number): Tense {
  let start = end;
  while (start > 0 && end - start < 8 && inGroup(tokens[start - 1]!)) start--;
  const words = tokens.slice(start, end + 1).map(({ lower }) => lower);
  const has = (...some: string[]) => some.some((word) => words.includes(word));
  if (has("will", "shall", "'ll", "’ll", "wo")) return "future";
  if (has("would")) return has("have") ? "past" : "future";
  if (has("could", "might", "may", "should", "must", "can")) return has("have") ? "past" : "present";
  const to = words.lastIndexOf("to");
  if (to >= 0 && to < words.length - 1) {
    if (words[to + 1] === "have") return "past";
    const before = words.slice(0, to);
    if (before.some((word) => PLANNED.test(word)) || has("is", "are")) return "future";
    return "infinitive";
  }
  if (words.some((word) => /^(?:due|scheduled|slated)$/.test(word)) && has("is", "are", "be")) return "future";
  // "A summit set for April".
  if (
    /^(?:set|due|slated|scheduled|planned|expected|postponed|delayed|extended)$/.test(words.at(-1)!) &&
    /^(?:for|until|to)$/i.test(tokens[end + 1]?.text ?? "")
  ) {
    return "future";
  }
  // "Has scheduled a talk on Thursday".
  if (/^(?:planned|scheduled)$/.test(words.at(-1)!)) return "future";
  if (has("was", "were", "had", "did")) return "past";
  if (has("has", "have", "'ve", "’ve")) return "past";
  if (has("is", "are", "am", "'s", "'re", "do", "does", "be")) return "present";
  const last = words.at(-1)!;
  if (/^(?:plans?|schedules?)$/.test(last)) return "future";
  if (/ed$/.test(last) || IRREGULAR.has(last)) return "past";
  if (/ing$/.test(last)) return null;
  return "present";
}

function isVerb({ pos }: Token): boolean {
  return pos === "VERB" || pos === "AUX";
}

function inGroup({ pos, text }: Token): boolean {
  return (
    pos === "VERB" ||
    pos === "AUX" ||
    pos === "PART" ||
    pos === "ADV" ||
    /^(?:to|not|n't|due|likely|about)$/i.test(text)
  );
}

/** Index of the first token that starts at or after `offset`. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
