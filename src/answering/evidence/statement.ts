import { overlaps } from "../../span.ts";
import type { EvidenceKind } from "./evidence.ts";

/** Somebody says it: the asked speaker, or anybody known by name when a question asks what was said. */
export const statement: EvidenceKind = {
  kind: "statement",
  measure({ attribution, holding, span }, { query }) {
    if (attribution !== null) return attribution.speech && attribution.stance === "said" ? 1 : 0.5;
    if (query.expects !== "statement") return 0;
    const named = holding.reading.attributions.some(
      ({ speaker, speech, spans }) => speaker !== null && speech && spans.some((part) => overlaps(part, span)),
    );
    return named ? 1 : 0;
  },
};
