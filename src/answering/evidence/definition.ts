import { termsOf } from "../../retrieval/terms.ts";
import { type EvidenceKind, share } from "./evidence.ts";

const COPULA =
  /\b(?:is|are|was|were|be)\b(?:( (?:an?|the|one|any|defined|usually|often|known))\b)?|\b((?:means?|refers? to|stands? for|denotes?|describes?))\b/;

/** `X is a ...`, `X (...) means`: the sentence begins with the topic and says what it is. */
export const definition: EvidenceKind = {
  kind: "definition",
  measure({ text }, { query, terms, worth }) {
    if (query.expects !== "definition") return 0;
    const copula = COPULA.exec(text.slice(0, 250));
    if (copula === null) return 0;
    const subject = new Set(termsOf(text.slice(0, copula.index)).map(({ term }) => term));
    const held = terms.map(({ term }) => Number(subject.has(term)));
    return ((copula[1] ?? copula[2]) === undefined ? 0.5 : 1) * share(held, worth);
  },
};
