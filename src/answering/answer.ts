import type { Passage } from "../passage.ts";
import type { Related } from "./related-words.ts";
import type { Respelt } from "./respell.ts";
import type { Found } from "./why.ts";

/** What the member asked, as understood; every field but `text` may be unknown. */
export type Understood = {
  readonly text: string;
  readonly speaker: string | null;
  readonly topic: string | null;
  /** ISO dates, both inclusive. */
  readonly since: string | null;
  readonly until: string | null;
  /** What was published last is wanted. */
  readonly latest?: boolean;
  /** What kind of question it is. */
  readonly frame?: Frame;
  /** The question as completed from the conversation, when it was a follow-up. */
  readonly completed?: string;
  /** What the conversation was about besides, where the completed question does not tell. */
  readonly context?: readonly string[];
  /** The words that the conversation added, in order; empty or absent when it stood alone. */
  readonly carried?: readonly string[];
  /** Words that occur nowhere, and what was looked for instead. */
  readonly respelt?: readonly Respelt[];
  /** A word that nothing answered, and what was looked for in its place because it tells the same. */
  readonly related?: Related;
};

/** What is asked for: whose words, what somebody said, a date, a place, a number, a reason, a thing, or just words. */
export type Frame = "who-said" | "what-said" | "who" | "when" | "where" | "how-many" | "why" | "what" | "keywords";

/** Why there is no answer. Each must be true when it is said. */
export type Reason =
  /** There is no article to look in. */
  | "no-articles"
  /** The question is in another language than the articles. */
  | "not-english"
  /** No article quotes anybody of that name. */
  | "unknown-speaker"
  | "speaker-not-on-topic"
  | "words-absent"
  | "outside-dates"
  | "low-confidence"
  /** All that answers was shown before ("what else?"). */
  | "nothing-more";

type Asked = {
  readonly question: Understood;
  /** 0..1, calibrated. */
  readonly confidence: number;
};

export type Answer =
  | (Asked & { readonly kind: "passages"; readonly passages: readonly Found[] })
  | (Asked & { readonly kind: "which-speaker"; readonly passages: readonly []; readonly candidates: readonly string[] })
  | (Asked & {
      readonly kind: "nothing-found";
      readonly passages: readonly [];
      readonly reason: Reason;
      /** The nearest there is, to be shown as that and never as an answer. */
      readonly closest: readonly Found[];
      /** Words of the question that no article has. */
      readonly absent: readonly string[];
    })
  /** Not to be answered as it stands (empty, far too long); `message` says what to do, in one sentence. */
  | (Asked & { readonly kind: "refused"; readonly passages: readonly []; readonly message: string });

/** A question with the options a surface offers; `today` (ISO) resolves "last week" in them. */
export type AskRequest = {
  readonly text: string;
  readonly speaker?: string;
  readonly outlet?: string;
  readonly since?: string;
  readonly until?: string;
  readonly today: string;
};

/** An answer that was given before, newest last: what a follow-up may refer to. Places only, no text of articles. */
export type Turn = {
  readonly question: Understood;
  readonly kind: Answer["kind"];
  readonly shown: readonly Pick<Passage, "article" | "start" | "end" | "speaker">[];
};
