import type { Article } from "../article.ts";
import { gatherFacts } from "../reading/facts.ts";
import { read } from "../reading/read.ts";
import type { Corrections } from "../reading/reading.ts";
import type { Derived } from "./derived.ts";
import { printOf } from "./duplicate.ts";

/** What is derived from; `print` where it was found before. */
export type ToRead = Pick<Article, "body" | "published"> & { readonly print?: string };

/** A pure function of what a reading depends on. */
export function derive({ body, published, print = printOf(body) }: ToRead, corrections: Corrections): Derived {
  const reading = read(body, published, corrections);
  return { reading, facts: gatherFacts(body, reading), print };
}
