import type { Expression } from "./expression.ts";

/** What a rule makes of a match; `type` is DATE unless said. */
export type Draft = Pick<Expression, "meaning"> & Partial<Pick<Expression, "type" | "mod" | "clock">>;

/** The named groups of a match; a group that took no part is undefined. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** A few words on either side of a match, in its sentence. */
export type Context = { readonly match: string; readonly before: string; readonly after: string };

/** One way to say a date. `read` gives `null` when the words turn out to mean something else. */
export type Rule = {
  readonly name: string;
  /** A plain list of words, or their beginnings, one of which each match has; where the list of its group says too little. */
  readonly likely?: RegExp;
  readonly pattern: RegExp;
  readonly read: (groups: Groups, context: Context) => Draft | null;
};

export const fixed = (value: string): Expression["meaning"] => ({ kind: "fixed", value });
