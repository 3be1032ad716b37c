import type { Span } from "../../span.ts";
import type { Line } from "../line.ts";
import type { Range } from "../phrase.ts";
import type { Stance } from "../reading.ts";
import type { VerbGroup } from "../verb-group.ts";

/** What a rule found in one sentence. Ranges count the sentence's items. */
export type Draft = {
  readonly rule: string;
  /** What was said, a stretch each, in order. */
  readonly contents: readonly Range[];
  readonly cue: Range | null;
  readonly mention: Range | null;
  readonly stance: Stance;
  /** The draft of the same sentence whose speaker goes on, without being named again. */
  readonly continues: Draft | null;
};

/** What the rules may know of the sentence. */
export type Scene = {
  readonly line: Line;
  /** Its verbs of speech, in order. */
  readonly groups: readonly VerbGroup[];
  /** What was found in it so far. */
  readonly drafts: readonly Draft[];
};

/** Recognises one way to report speech around one verb; `null` when the verb is used otherwise. */
export type VerbRule = {
  readonly name: string;
  readonly find: (scene: Scene, group: VerbGroup) => Omit<Draft, "rule"> | null;
};

/** Recognises reported speech without a verb of speech. */
export type LineRule = { readonly name: string; readonly find: (scene: Scene) => Omit<Draft, "rule">[] };

/** The stretch of the body that a range of items covers. */
export function spanOf({ items }: Line, { from, to }: Range): Span {
  const { text, end } = items[to - 1]!;
  // wink-nlp takes "in." for an inch: the full stop ends the sentence, not the words.
  const stop = to === items.length && /^\p{Ll}+\.$/u.test(text) ? 1 : 0;
  return { start: items[from]!.start, end: end - stop };
}
