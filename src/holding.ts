import type { Article } from "./article.ts";
import type { Facts } from "./reading/facts.ts";
import type { Reading } from "./reading/reading.ts";

/** One article of the corpus as it is held in memory: with its reading and which revision it is. */
export type Holding = {
  readonly article: Article;
  readonly reading: Reading;
  /** The first 12 hex digits of the SHA-256 of the article's file. */
  readonly revision: string;
  /** What the reading tells about everybody it names, when that was gathered with it. */
  readonly facts?: Facts;
};
