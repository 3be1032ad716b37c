import { termsOf } from "../../retrieval/terms.ts";
import type { EvidenceKind } from "./evidence.ts";

const MARKED = /["“”«»]([^"“”«»]{2,300})["“”«»]/g;

/** What the question puts in quotation marks stands here word for word; case, accents and inflection aside. */
export const phrase: EvidenceKind = {
  kind: "phrase",
  measure({ text }, { query }) {
    const phrases = [...query.topic.matchAll(MARKED)].map((match) => sequence(match[1]!));
    if (phrases.length === 0) return 0;
    const here = sequence(text);
    return phrases.filter((words) => here.includes(words)).length / phrases.length;
  },
};

function sequence(text: string): string {
  return ` ${termsOf(text)
    .map(({ term }) => term)
    .join(" ")} `;
}
