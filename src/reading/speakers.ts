/** A person or body over all articles of one scope. */
export type Speaker = {
  readonly name: string;
  readonly kind: "person" | "organisation" | "place";
  /** Every form that means this one and nobody else in the scope, the name included. */
  readonly aliases: readonly string[];
  /** As written, most frequent first. */
  readonly roles: readonly string[];
  readonly mentions: number;
  readonly quotations: number;
  /** Ids of the articles that name this one. */
  readonly articles: readonly string[];
};
