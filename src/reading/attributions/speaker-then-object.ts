import { contentEnd } from "../content-end.ts";
import type { Item } from "../line.ts";
import { isTime, type Range } from "../phrase.ts";
import { stanceOf } from "../stance.ts";
import type { VerbRule } from "./rule.ts";
import { subjectOf } from "./subject.ts";

/** Lee criticized the plan; Lee called him "a liar"; Lee vowed to fight; Lee urged voters to stay: what was said is no clause. */
export const speakerThenObject: VerbRule = {
  name: "speaker-then-object",
  find(scene, group) {
    const { line } = scene;
    const { items } = line;
    const { frames, lemma } = group.verb;
    let at = group.to;
    while (at < items.length && (isTime(items[at]!) || (items[at]!.pos === "ADV" && items[at]!.lower !== "not"))) at++;
    const first = items[at];
    if (first === undefined) return null;
    const infinitive = frames.includes("to") ? infinitiveAfter(items, at) : null;
    const about = lemma === "ask" ? aboutAfter(items, at) : null;
    if (about !== null) {
      at = about;
    } else if (infinitive !== null) {
      // "told voters | to stay", but "urged | voters to stay": what is urged is that they stay.
      if (lemma === "tell" || lemma === "ask") at = infinitive;
    } else if (opensInfinitive(items, at)) {
      return null;
    } else {
      if (first.pos === "ADP" && PREPOSITION[lemma]?.test(first.lower)) at++;
      else if (!frames.includes("object") || !opensObject(first)) return null;
      if (items[at] === undefined) return null;
    }
    if (group.form === "infinitive" || group.form === "passive") return null;
    const subject = subjectOf(scene, group);
    if (subject === null) return null;
    // "the reports accusing Russia": a description of the noun, no speech of its own.
    if (group.form === "gerund" && subject.phrase.to === group.from) return null;
    const calling = quotationCalled(items, group.from, at);
    const content: Range = calling ?? { from: at, to: phraseEnd(items, at, contentEnd(line, at, group, scene.groups)) };
    if (content.to <= content.from) return null;
    // "Nobody called me": whom it is said to or of is not what was said.
    if (content.to - content.from === 1 && PERSONAL_OBJECT.test(items[at]!.lower)) return null;
    const stance = stanceOf(line, group, subject.own ? subject.phrase.from : null);
    return {
      contents: [content],
      cue: { from: group.from, to: group.to },
      mention: subject.phrase,
      stance,
      continues: subject.continues,
    };
  },
};

const PERSONAL_OBJECT = /^(?:me|us|you|him|her|them)$/;

/** "asked Lee | about the plan" */
function aboutAfter(items: readonly Item[], from: number): number | null {
  for (let i = from; i < Math.min(items.length, from + 8); i++) {
    const { lower, pos, marked } = items[i]!;
    if (lower === "about" && i > from) return i;
    if (marked !== null || !/^(?:NOUN|PROPN|DET|ADJ|PRON|NUM)$/.test(pos)) return null;
  }
  return null;
}

/** "what she called a “disgrace” | took place": a name for something ends with its marks. */
function quotationCalled(items: readonly Item[], verb: number, at: number): Range | null {
  if (!/^call/.test(items[verb]!.lower) && !/^call/.test(items[verb + 1]?.lower ?? "")) return null;
  const what = items.slice(Math.max(0, verb - 8), verb).some(({ lower }) => lower === "what");
  const mark = what ? items.findIndex(({ marked }, i) => i >= at && i <= at + 2 && marked !== null) : -1;
  // "the “fraudulent” vote"
  const described = mark >= 0 && /^(?:NOUN|PROPN|QUOTE)$/.test(items[mark + 1]?.pos ?? "");
  return mark < 0 || described ? null : { from: at, to: mark + 1 };
}

/** An object goes on over a list, not over an apposition or a dash. */
function phraseEnd(items: readonly Item[], from: number, end: number): number {
  for (let i = from + 1; i < end; i++) {
    const { lower, pos } = items[i]!;
    if (/^[—–―]$|^--$/.test(lower) || (lower === "-" && items[i - 1]!.end < items[i]!.start)) return i;
    const next = items[i + 1];
    if (next === undefined) return end;
    // "praised the plan but urged the council to wait"
    if (pos === "CCONJ" && next.pos === "VERB" && next.cue?.forms.includes("past")) return i;
    if (lower !== ",") continue;
    if (
      /^(?:who|which|whose|where|a|an|the|but|while|when|after|as|although|though|because)$/.test(next.lower) ||
      /ing$/.test(next.lower)
    )
      return i;
  }
  return end;
}

/** What leads to the object of a verb that does not take it bare. */
const PREPOSITION: Record<string, RegExp> = {
  talk: /^(?:about|of)$/,
  speak: /^(?:about|of)$/,
  call: /^for$/,
  point: /^to$/,
  refer: /^to$/,
  warn: /^(?:of|about|against)$/,
  complain: /^(?:about|of)$/,
  joke: /^about$/,
  boast: /^(?:about|of)$/,
  brag: /^about$/,
  comment: /^on$/,
  respond: /^to$/,
  caution: /^against$/,
  speculate: /^about$/,
  hint: /^at$/,
  report: /^on$/,
};

function opensInfinitive(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return items[at]!.lower === "to" && (next?.pos === "VERB" || next?.marked != null);
}

/** "to stay", "voters in Ohio to stay": where the infinitive begins. */
function infinitiveAfter(items: readonly Item[], at: number): number | null {
  for (let i = at; i < Math.min(items.length - 1, at + 12); i++) {
    if (opensInfinitive(items, i)) return i;
    const { pos, lower, marked } = items[i]!;
    if (pos === "VERB" || pos === "AUX" || marked !== null || lower === "," || lower === "that") return null;
  }
  return null;
}

function opensObject({ pos, lower, marked }: Item): boolean {
  if (marked !== null) return true;
  if (/^(?:that|to|as|if|for|by|,)$/.test(lower)) return false;
  return pos === "DET" || pos === "NOUN" || pos === "PROPN" || pos === "ADJ" || pos === "NUM" || pos === "PRON";
}
