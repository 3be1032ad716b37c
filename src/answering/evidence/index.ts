import { definition } from "./definition.ts";
import type { EvidenceKind } from "./evidence.ts";
import { expected } from "./expected.ts";
import { phrase } from "./phrase.ts";
import { latest, lead, question } from "./place.ts";
import { statement } from "./statement.ts";
import { article, coverage, neighbours, title, words } from "./words.ts";

/** Every kind of evidence; the order means nothing. */
export const EVIDENCE: readonly EvidenceKind[] = [
  words,
  coverage,
  article,
  title,
  neighbours,
  expected,
  definition,
  lead,
  question,
  phrase,
  statement,
  latest,
];
