import type { Passage } from "../passage.ts";
import { quoteWords } from "./quote-words.ts";
import type { Difference, Verdict } from "./verdict.ts";
import { count } from "./wording.ts";

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
      if (verdict.articles === 0) return "Nothing to compare it with: there are no articles here yet.";
      return verdict.closest === null
        ? "Not found: nothing like it stands in these articles."
        : "Not found in these articles. The closest there is, which is not the same:";
    case "refused":
      return verdict.message;
    default:
      return verdict satisfies never;
  }
}

/** Why `passage` was set beside the checked quotation, as one sentence; `null` when it was not. Plain text, not escaped. */
export function wordCompared(verdict: Verdict, passage: Passage): string | null {
  switch (verdict.kind) {
    case "exact":
    case "credited-elsewhere":
      return `The ${count(quoteWords(verdict.original.text).length, "word")} checked stand in it in a row.`;
    case "altered": {
      const checked = wordsOf(verdict.differences, () => true);
      const same = wordsOf(verdict.differences, ({ kind }) => kind === "same");
      return `${same} of the ${count(checked, "word")} checked stand in it, in their order.`;
    }
    case "cut": {
      const checked = wordsOf(verdict.differences, () => true);
      return `The ${count(checked, "word")} checked stand in it, in their order; what was left out stands between them or beside them.`;
    }
    case "spliced": {
      const part = verdict.parts.find(
        (one) => one.passage.article === passage.article && one.passage.start === passage.start,
      );
      return part === undefined
        ? null
        : `${count(quoteWords(part.claimed).length, "word")} of those checked stand in it in a row.`;
    }
    case "not-found":
      return verdict.closest === null ? null : "Of the sentences that share words with the quotation it fits best.";
    case "refused":
      return null;
    default:
      return verdict satisfies never;
  }
}

/** How many words were claimed in those stretches. */
function wordsOf(differences: readonly Difference[], counts: (difference: Difference) => boolean): number {
  return differences.filter(counts).reduce((sum, { claimed }) => sum + quoteWords(claimed).length, 0);
}
