import type { Passage } from "../passage.ts";

/** What the member asked, as understood; every field but `text` may be unknown. */
export type Understood = {
  readonly text: string;
  readonly speaker: string | null;
  readonly topic: string | null;
  /** ISO dates, both inclusive. */
  readonly since: string | null;
  readonly until: string | null;
};

/** Why there is no answer. Each must be true when it is said. */
export type Reason = "unknown-speaker" | "speaker-not-on-topic" | "words-absent" | "outside-dates" | "low-confidence";

type Asked = {
  readonly question: Understood;
  /** 0..1, calibrated. */
  readonly confidence: number;
};

export type Answer =
  | (Asked & { readonly kind: "passages"; readonly passages: readonly Passage[] })
  | (Asked & { readonly kind: "which-speaker"; readonly passages: readonly []; readonly candidates: readonly string[] })
  | (Asked & {
      readonly kind: "nothing-found";
      readonly passages: readonly [];
      readonly reason: Reason;
      /** The nearest there is, to be shown as that and never as an answer. */
      readonly closest: readonly Passage[];
    });

/** A question with the options a surface offers; `today` (ISO) resolves "last week" in them. */
export type AskRequest = {
  readonly text: string;
  readonly speaker?: string;
  readonly outlet?: string;
  readonly since?: string;
  readonly until?: string;
  readonly today: string;
};
