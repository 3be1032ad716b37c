import type { Span } from "../span.ts";

/** direct: wholly in quotation marks; mixed: the governed clause is partly in marks; indirect: no marks. */
export type QuotationType = "direct" | "mixed" | "indirect";

/** How the article stands to the words: a denial, question or condition is never shown as a statement. */
export type Stance = "said" | "denied" | "asked" | "conditional";

/** How the speaker was found; `unnamed` when the mention resolves to nobody ("officials"). */
export type SpeakerBasis = "name" | "organisation" | "pronoun" | "role" | "continued" | "unnamed" | "corrected";

/** A quotation with what the article says about its origin. */
export type Attribution = {
  /** In reading order, not overlapping; marks are inside, an introducing "that" is not. */
  readonly spans: readonly Span[];
  readonly type: QuotationType;
  readonly stance: Stance;
  /** An utterance, as against a thought or a poll result. */
  readonly speech: boolean;
  readonly cue: Span | null;
  /** The whole noun phrase that names the speaker, as written: "Peskov", "he", "the Presidential Spokesperson". */
  readonly mention: Span | null;
  /** The resolved name, or `null` when unknown. */
  readonly speaker: string | null;
  readonly speakerBasis: SpeakerBasis;
  /** Name of the rule that found it. */
  readonly rule: string;
};

/** A person or body the article names. */
export type Person = {
  /** The fullest form used: "Dmitry Peskov". */
  readonly name: string;
  readonly kind: "person" | "organisation" | "place";
  /** Told by titles, forename or roles; `null` when nothing tells it. */
  readonly gender: "f" | "m" | null;
  /** Other forms that mean the same here: "Peskov". */
  readonly aliases: readonly string[];
  /** Titles and roles the article gives, as written: "Russian Presidential Spokesperson". */
  readonly roles: readonly string[];
  /** Every mention by name, in reading order. */
  readonly mentions: readonly Span[];
};

/** What a date expression was resolved against. */
export type Anchor = {
  readonly value: string;
  readonly basis: "published" | "mentioned";
  /** Where the date stands in the body when it was mentioned there. */
  readonly span: Span | null;
};

/** A date expression and its resolved value (TIMEX3). */
export type Timex = Span & {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** `2022-01-10`, `2022-01`, `2022`, `2021-Q4`, `2022-W02`, `PRESENT_REF`, `P5Y`; `null` when it cannot be resolved. */
  readonly value: string | null;
  /** TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, ... */
  readonly mod: string | null;
  readonly anchor: Anchor | null;
  /** Lies after the publication date by what the sentence says ("is due on", "will"). */
  readonly scheduled: boolean;
  /** Name of the rule that resolved it. */
  readonly rule: string;
};

/** Everything that was understood of one article. Standoff: every span points into its body. */
export type Reading = {
  readonly paragraphs: readonly Span[];
  /** The units that are indexed; in order, not overlapping, each inside one paragraph, edges without white space. */
  readonly sentences: readonly Span[];
  readonly attributions: readonly Attribution[];
  readonly people: readonly Person[];
  readonly timexes: readonly Timex[];
};

/** What moderators corrected in one article. Applied while reading, so they survive a new reading. */
export type Corrections = {
  /** The attribution that overlaps `quotation` (verbatim text of its first span) gets this speaker; `null`: nobody. */
  readonly speakers: readonly { readonly quotation: string; readonly speaker: string | null }[];
  /** The timex with this text at this offset gets this value; `null`: not a date. */
  readonly dates: readonly { readonly text: string; readonly start: number; readonly value: string | null }[];
};

export const NO_CORRECTIONS: Corrections = { speakers: [], dates: [] };
