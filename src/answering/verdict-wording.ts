import type { Verdict } from "./verdict.ts";

/** A verdict as one sentence. Plain text, not escaped; it never repeats words of an article. */
export function wordVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case "exact": {
      const who = verdict.quoted ? "" : " in the article's own words, not between quotation marks";
      return verdict.typography
        ? `Word for word${who}; only capitals, quotation marks or dashes differ.`
        : `Word for word${who}.`;
    }
    case "credited-elsewhere": {
      const speaker = verdict.passage.speaker;
      const by = speaker === null ? "the article does not say so of" : `these are the words of ${speaker}, not of`;
      return `Word for word, but ${by} ${verdict.claimed}.`;
    }
    case "altered":
      return "Altered: the article has other words.";
    case "cut":
      return "Cut: words were left out.";
    case "spliced":
      return "Spliced: put together from different places.";
    case "not-found":
      return verdict.closest === null
        ? "Not found: nothing like it stands in these articles."
        : "Not found in these articles. The closest there is, which is not the same:";
    case "refused":
      return verdict.message;
    default:
      return verdict satisfies never;
  }
}
