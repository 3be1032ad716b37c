import type { EvidenceKind } from "./evidence.ts";

/** How near the beginning of its article the sentence stands: 1, 1/2, 1/3, ... */
export const lead: EvidenceKind = {
  kind: "lead",
  measure: ({ match }) => 1 / (1 + match.sentence),
};

/** Against it: the sentence asks something itself. */
export const question: EvidenceKind = {
  kind: "question",
  measure: ({ text }) => (/\?["”']?$/.test(text) ? 1 : 0),
};

/** When the latest was asked for: how few of those that hold the words as well were published later: 1, 1/2, 1/3, ... */
export const latest: EvidenceKind = {
  kind: "latest",
  measure({ holding }, { query, dates }) {
    const published = holding.article.published?.value;
    if (query.latest !== true || published === undefined) return 0;
    return 1 / (1 + dates.filter((date) => date > published).length);
  },
};
