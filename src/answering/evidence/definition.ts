import { termsOf } from "../../retrieval/terms.ts";
import { type EvidenceKind, share } from "./evidence.ts";

const COPULA =
  /\b(?:is|are|was|were|be)\b(?:( (?:an?|the|one|any|defined|usually|often|known))\b)?|\b((?:means?|refers? to|stands? for|denotes?|describes?))\b/;

/** True for `the foreign minister, Edda Kranz` and `Edda Kranz, the foreign minister`, when that person is asked for. */
function explains(text: string, question: string): boolean {
  const name = /^who(?:'s|’s| is| was) (\p{L}+(?:[ -]\p{L}+){1,3})[\s?!.]*$/iu.exec(question.trim())?.[1];
  const at = name === undefined ? -1 : text.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return false;
  return (
    /\p{Ll}{3,}, $/u.test(text.slice(0, at)) || /^, (?:who |an? |the |\p{Ll})/u.test(text.slice(at + name!.length))
  );
}

/**
 * `X is a ...`, `X (...) means`: the sentence begins with the topic and says what it is; or it explains a name in
 * apposition.
 */
export const definition: EvidenceKind = {
  kind: "definition",
  measure({ text }, { query, terms, worth }) {
    if (query.expects !== "definition") return 0;
    if (explains(text, query.topic)) return 1;
    const copula = COPULA.exec(text.slice(0, 250));
    if (copula === null) return 0;
    const subject = new Set(termsOf(text.slice(0, copula.index)).map(({ term }) => term));
    const held = terms.map(({ term }) => Number(subject.has(term)));
    return ((copula[1] ?? copula[2]) === undefined ? 0.5 : 1) * share(held, worth);
  },
};
