import { isVerbal, type Range } from "../phrase.ts";
import { phraseAfter } from "../phrase-after.ts";
import { phraseBefore } from "../phrase-before.ts";
import type { VerbGroup } from "../verb-group.ts";
import type { Draft, Scene } from "./rule.ts";

/** Who speaks: the noun phrase, and the draft it was taken over from when the verb has none of its own. */
export type Subject = { readonly phrase: Range; readonly continues: Draft | null; readonly own: boolean };

/** The subject of a verb of speech, before it; a verb after "and" and a participle take over the one before. */
export function subjectOf(scene: Scene, group: VerbGroup): Subject | null {
  const { line } = scene;
  const { items } = line;
  const before = items[group.from - 1];
  if (group.form === "gerund") return subjectOfGerund(scene, group);
  if (group.form === "passive") return null;
  if (before === undefined) return null;
  if (group.form === "infinitive") return takenOver(scene, group.from);
  if (before.pos === "CCONJ" || /^(?:then|and|but)$/.test(before.lower)) return takenOver(scene, group.from);
  const phrase = phraseBefore(line, group.from, 0);
  return phrase && { phrase, continues: null, own: true };
}

function subjectOfGerund(scene: Scene, group: VerbGroup): Subject | null {
  const { line } = scene;
  const { items } = line;
  const before = items[group.from - 1];
  if (before === undefined) return mainSubjectAfter(scene, group);
  if (before.lower === "as") {
    const named = items[group.from - 2];
    if (named !== undefined && !isVerbal(named)) {
      if (named.pos === "PRON")
        return { phrase: { from: group.from - 2, to: group.from - 1 }, continues: null, own: true };
      const phrase = phraseBefore(line, group.from - 1, 0);
      if (phrase !== null) return { phrase, continues: null, own: true };
    }
    return takenOver(scene, group.from - 1);
  }
  const free =
    before.lower === "," ||
    before.lower === "—" ||
    before.lower === "–" ||
    before.marked !== null ||
    before.pos === "ADP" ||
    before.pos === "SCONJ" ||
    before.pos === "CCONJ" ||
    before.pos === "ADV" ||
    isVerbal(before);
  if (free)
    return group.from <= 2 && before.lower !== ","
      ? (mainSubjectAfter(scene, group) ?? takenOver(scene, group.from))
      : takenOver(scene, group.from);
  const phrase = phraseBefore(line, group.from, 0);
  return phrase && { phrase, continues: null, own: true };
}

/** The speaker of the last draft before item `at`, else the subject of the sentence's first verb. */
function takenOver({ line, drafts }: Scene, at: number): Subject | null {
  const previous = drafts.findLast((draft) => draft.mention !== null && (draft.cue?.from ?? at) < at);
  if (previous?.mention) return { phrase: previous.mention, continues: previous, own: false };
  for (let i = 0; i < at; i++) {
    const item = line.items[i]!;
    if (!isVerbal(item) || /ing$/.test(item.lower) || line.items[i - 1]?.lower === "to") continue;
    let end = i;
    while (end > 0 && (line.items[end - 1]!.pos === "ADV" || line.items[end - 1]!.lower === "not")) end--;
    const phrase = phraseBefore(line, end, 0);
    if (phrase !== null) return { phrase, continues: null, own: true };
  }
  return null;
}

/** "Speaking in Ohio, Ms. Lee ...", "By saying so, the court ...": the subject follows the comma. */
function mainSubjectAfter({ line }: Scene, group: VerbGroup): Subject | null {
  for (let i = group.to; i < line.items.length; i++) {
    if (line.items[i]!.lower !== ",") continue;
    const phrase = phraseAfter(line, i + 1, line.items.length);
    if (phrase !== null && isVerbal(line.items[phrase.to] ?? line.items[i]!))
      return { phrase, continues: null, own: true };
  }
  return null;
}
