import { isClause, opensClause } from "../clause.ts";
import { contentEnd } from "../content-end.ts";
import { addresseeEnd, type ContentStart, contentStart, quotationAtEnd } from "../content-start.ts";
import type { Line } from "../line.ts";
import { canSpeak, isVerbal, type Range } from "../phrase.ts";
import { stanceOf } from "../stance.ts";
import type { VerbGroup } from "../verb-group.ts";
import type { Scene, VerbRule } from "./rule.ts";
import { type Subject, subjectOf } from "./subject.ts";

/** Lee said (that) ...; Lee told reporters ...; adding that ...; Lee, a teacher, said: "..." */
export const speakerThenContent: VerbRule = {
  name: "speaker-then-content",
  find(scene, group) {
    const { line } = scene;
    const { frames } = group.verb;
    const clausal = frames.includes("clause") || frames.includes("tell");
    const later = scene.groups.some(({ head }) => head > group.head);
    const start = startOf(line, group) ?? (clausal && !later ? quotationAtEnd(line, group.to) : null);
    if (start === null) return null;
    if (!start.strong && (!clausal || start.comma)) return null;
    if (group.form === "infinitive" && !start.strong) return null;
    // "Writing in the Evening Courier, he argued": a gerund before the subject says only how.
    if (group.form === "gerund" && group.from === 0 && !start.strong) return null;
    const subject = subjectOf(scene, group) ?? looseSubject(scene, group, start);
    if (subject === null) return null;
    // "The deal adds 14 turbines that will power ...": nothing is said.
    if (group.verb.lemma === "add" && !start.strong && !canSpeak(line, subject.phrase)) return null;
    const content = contentOf(scene, group, start);
    if (content === null) return null;
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

/** "All the experts I interviewed | said ...", "nine out of ten | say ...": no phrase, but what else should it be before a clause. */
function looseSubject({ line, groups }: Scene, group: VerbGroup, start: ContentStart): Subject | null {
  const { items } = line;
  if (group.form !== "finite" || group.verb.lemma !== "say" || group.from === 0) return null;
  const end = contentEnd(line, start.at, group, groups);
  if (!start.strong && !opensClause(line, { from: start.at, to: end })) return null;
  let from = group.from;
  while (
    from > 0 &&
    items[from - 1]!.marked === null &&
    !/^(?:[,;:—–]|--|that|but|while|as|when|if|because)$/.test(items[from - 1]!.lower)
  )
    from--;
  while (from < group.from && /^(?:CCONJ|PUNCT)$/.test(items[from]!.pos)) from++;
  const phrase = { from, to: group.from };
  if (
    from >= group.from ||
    (items[from]!.pos === "ADP" && !/^(?:about|around|at|over)$/.test(items[from]!.lower)) ||
    items[group.from - 1]!.pos === "CCONJ"
  )
    return null;
  const named = items.slice(from, group.from).some(({ pos }) => /^(?:NOUN|PROPN|PRON|NUM|DET)$/.test(pos));
  return named && phrase.to - phrase.from < 16 ? { phrase, continues: null, own: true } : null;
}

function startOf(line: Line, group: VerbGroup): ContentStart | null {
  if (!group.verb.frames.includes("tell")) return contentStart(line, group.to);
  const end = addresseeEnd(line, group.to);
  if (end === group.to && !group.verb.frames.includes("clause")) return contentStart(line, group.to);
  const plain = contentStart(line, group.to);
  if (plain?.strong) return plain;
  const asked = group.verb.lemma === "ask" ? questionAfter(line, group.to) : null;
  if (asked !== null) return { at: asked, strong: true, comma: false };
  return contentStart(line, end);
}

/** "asked the three remaining candidates | why they left": past whom the question goes to. */
function questionAfter({ items }: Line, from: number): number | null {
  for (let i = from; i < Math.min(items.length, from + 14); i++) {
    const { lower, pos, marked } = items[i]!;
    if (/^(?:whether|if|why|how|what|where)$/.test(lower)) return i;
    if (lower === "to") return null;
    if (marked !== null || pos === "AUX" || pos === "PUNCT" || (pos === "PRON" && i > from)) return null;
    if (pos === "VERB" && !/^(?:NOUN|PROPN)$/.test(items[i + 1]?.pos ?? "")) return null;
  }
  return null;
}

function contentOf({ line, groups }: Scene, group: VerbGroup, start: ContentStart): Range | null {
  const { items } = line;
  const end = contentEnd(line, start.at, group, groups);
  if (end <= start.at) return null;
  const first = items[start.at]!;
  if (first.marked !== null) {
    const text = line.body.slice(first.start, first.end);
    const that = items[start.at - 1]!.lower === "that";
    const whole =
      start.comma ||
      /[.?!…]["”’'»]+$/.test(text) ||
      (!that && /,["”’'»]+$/.test(text) && !isVerbal(items[start.at + 1] ?? first));
    if (whole) return { from: start.at, to: quotesFrom(line, start.at, end) };
    return { from: start.at, to: end };
  }
  const range = { from: start.at, to: end };
  // "what he says is": the verb's object came before it.
  if (!start.strong && (first.pos === "AUX" || first.pos === "PART")) return null;
  // "has not said which", "read that too": nothing is left to show.
  if (
    end - start.at === 1 &&
    (first.pos === "ADV" || /^(?:which|why|how|what|who|where|whether|if)$/.test(first.lower))
  )
    return null;
  if (start.strong) return range;
  // wink-nlp misses verbs: "said all staffers sign papers"; but "said no", "said so".
  if (group.verb.lemma === "say") return isClause(line, range) || end - start.at > 3 ? range : null;
  return opensClause(line, range) ? range : null;
}

function quotesFrom({ items }: Line, at: number, end: number): number {
  let to = at + 1;
  while (to + 1 < end && /^(?:and|but|,|or)$/.test(items[to]!.lower) && items[to + 1]!.marked !== null) to += 2;
  return to;
}
