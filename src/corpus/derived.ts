import type { Article } from "../article.ts";
import { read } from "../reading/read.ts";
import type { Corrections, Reading } from "../reading/reading.ts";
import { printOf } from "./duplicate.ts";

/** What is derived from one article and kept: its reading, and the print of its body. */
export type Derived = { readonly reading: Reading; readonly print: string };

/** The same, with what names everything it was derived from. */
export type Keyed = Derived & { readonly key: string };

/** A pure function of what a reading depends on. */
export function derive({ body, published }: Pick<Article, "body" | "published">, corrections: Corrections): Derived {
  return { reading: read(body, published, corrections), print: printOf(body) };
}
