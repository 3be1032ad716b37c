import type { Passage } from "../passage.ts";
import type { AnswerKind } from "./answer-kind.ts";
import type { Evidence } from "./rank.ts";

/** What speaks for a passage as an answer. */
export type Why = {
  /** The words looked for; "" for everything a speaker said. */
  readonly topic: string;
  readonly expects: AnswerKind | null;
  /** Of the sentence that was found, weighted. */
  readonly evidence: readonly Evidence[];
  /** Where the words looked for stand when the passage does not have them itself. */
  readonly beside?: Beside;
};

/** In the title of the article or its first sentence, or in the sentence right before or after. */
export type Beside = "title" | "lead" | "before" | "after";

/** A passage of an answer; without `why` where nothing was searched for. */
export type Found = Passage & { readonly why?: Why };
