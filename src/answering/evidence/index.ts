import type { EvidenceKind } from "./evidence.ts";
import { definition, expected, lead, question, short } from "./expected.ts";
import { article, coverage, neighbours, phrase, title, words } from "./words.ts";

export const EVIDENCE: readonly EvidenceKind[] = [
  words,
  coverage,
  article,
  title,
  neighbours,
  phrase,
  expected,
  definition,
  lead,
  question,
  short,
];
