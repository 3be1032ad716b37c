import type { Analysis, Finding } from "./analysis.ts";
import { accordingTo } from "./attributions/according-to.ts";
import { asReported } from "./attributions/as-reported.ts";
import { claim } from "./attributions/claim.ts";
import { colon } from "./attributions/colon.ts";
import { contentThenSpeaker } from "./attributions/content-then-speaker.ts";
import { dashName } from "./attributions/dash-name.ts";
import { attachFloating } from "./attributions/floating.ts";
import { gap } from "./attributions/gap.ts";
import { passive } from "./attributions/passive.ts";
import { type Draft, type LineRule, type Scene, spanOf, type VerbRule } from "./attributions/rule.ts";
import { speakerThenContent } from "./attributions/speaker-then-content.ts";
import { speakerThenObject } from "./attributions/speaker-then-object.ts";
import { findTurns } from "./attributions/turns.ts";
import { verbFirst } from "./attributions/verb-first.ts";
import { type Line, maskQuotations } from "./line.ts";
import type { Range } from "./phrase.ts";
import type { QuotationType, Stance } from "./reading.ts";
import { isSilence } from "./stance.ts";
import { findVerbGroups } from "./verb-group.ts";

/** In order of precision: the first rule that recognises a verb of speech has it. */
const VERB_RULES: readonly VerbRule[] = [
  asReported, // before all: "as Lee said" would pass for a tag
  contentThenSpeaker, // next: its tag is closed on both sides, so nothing else can be meant
  verbFirst, // nor can anything else be meant here
  passive, // its subject does not speak
  gap, // a clause without its subject can only be that, and
  speakerThenContent, // a clause or a quotation is surer than
  speakerThenObject, // a mere phrase
];

const LINE_RULES: readonly LineRule[] = [accordingTo, claim, colon, dashName];

/** The names of all rules, as attributions carry them. */
export const RULE_NAMES: readonly string[] = [...VERB_RULES, ...LINE_RULES]
  .map(({ name }) => name)
  .concat("announced", "floating", "turn");

/** Everything the article quotes or reports, in reading order. */
export function findAttributions(analysis: Analysis): Finding[] {
  const findings: Finding[] = [];
  const lines = maskQuotations(analysis.body, analysis.sentences, analysis.marked);
  const turns = findTurns(analysis);
  for (const [i, line] of lines.entries()) {
    const turn = turns.get(line.paragraph);
    if (turn !== undefined && lines[i - 1]?.paragraph !== line.paragraph) findings.push(turn);
    const all = findDrafts(line);
    // The colon behind a label opens the whole turn, not its first sentence alone.
    const drafts = turn === undefined ? all : all.filter(({ rule }) => rule !== colon.name);
    if (drafts.length === 0) continue;
    const places = new Map(drafts.map((draft, i) => [draft, findings.length + i]));
    for (const draft of drafts) {
      const continues = draft.continues === null ? null : (places.get(draft.continues) ?? null);
      findings.push(findingOf(line, draft, stanceWithin(draft, drafts), continues));
    }
  }
  return attachFloating(lines, findings);
}

function findDrafts(line: Line): Draft[] {
  const groups = findVerbGroups(line);
  const drafts: Draft[] = [];
  const scene: Scene = { line, groups, drafts };
  for (const group of groups) {
    if (isSilence(line, group)) continue;
    for (const rule of VERB_RULES) {
      const draft = rule.find(scene, group);
      if (draft === null) continue;
      drafts.push(draftOf(rule.name, draft));
      break;
    }
  }
  for (const { name, find } of LINE_RULES) for (const draft of find(scene)) drafts.push(draftOf(name, draft));
  if (drafts.length < 2) return drafts;
  return drafts
    .filter(
      (draft) =>
        draft.rule !== speakerThenObject.name || !drafts.some((other) => other !== draft && holds(other, draft)),
    )
    .sort((a, b) => a.contents[0]!.from - b.contents[0]!.from);
}

/** Field by field: a spread would make drafts of as many shapes as there are rules. */
function draftOf(rule: string, { contents, cue, mention, stance, continues }: Omit<Draft, "rule">): Draft {
  return { rule, contents, cue, mention, stance, continues };
}

/** "She denied that she said ...": what stands in words that are denied, asked or supposed was not said either. */
function stanceWithin(draft: Draft, drafts: readonly Draft[]): Stance {
  if (draft.stance !== "said") return draft.stance;
  return drafts.find((other) => other !== draft && other.stance !== "said" && holds(other, draft))?.stance ?? "said";
}

/** What is merely mentioned inside another one's words is not worth an entry of its own. */
function holds(outer: Draft, inner: Draft): boolean {
  const { from, to } = inner.contents[0]!;
  return outer.contents.some(
    (content) => content.from <= from && to <= content.to && (content.from < from || to < content.to),
  );
}

function findingOf(line: Line, draft: Draft, stance: Stance, continues: number | null): Finding {
  const { rule, contents, cue, mention } = draft;
  return {
    spans: contents.map((range) => spanOf(line, range)),
    type: typeOf(line, contents),
    stance,
    speech: !isThought(line, cue),
    cue: cue && spanOf(line, cue),
    mention: mention && spanOf(line, mention),
    rule,
    continues,
  };
}

/** Verbs of thought, and of results that nobody utters: "believed that", "polls show". */
const THOUGHT =
  /^(?:think|believe|know|hope|fear|expect|find|show|indicate|demonstrate|signal|mean|decide|plan|remember|wonder)$/;

function isThought({ items }: Line, cue: Range | null): boolean {
  let thought = false;
  for (let i = cue?.from ?? 0; i < (cue?.to ?? 0); i++) {
    const verb = items[i]!.cue;
    if (verb === undefined) continue;
    if (!THOUGHT.test(verb.lemma)) return false;
    thought = true;
  }
  return thought;
}

/** Wholly, partly or not in marks; punctuation and a joining "and" do not count. */
function typeOf({ items }: Line, contents: readonly Range[]): QuotationType {
  let marked = false;
  let plain = false;
  for (const { from, to } of contents) {
    for (let i = from; i < to; i++) {
      const { marked: mark, lower, pos } = items[i]!;
      if (mark !== null) marked = true;
      else if (pos !== "PUNCT" && !(/^(?:and|but|or)$/.test(lower) && items[i + 1]?.marked != null)) plain = true;
    }
  }
  return marked ? (plain ? "mixed" : "direct") : "indirect";
}
