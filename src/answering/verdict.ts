import type { Holding } from "../holding.ts";
import { type Passage, passageAround, type Words } from "../passage.ts";
import type { Attribution } from "../reading/reading.ts";
import { overlaps, type Span, textOf } from "../span.ts";
import type { Step } from "./align-words.ts";
import type { QuoteWord } from "./quote-words.ts";

/** A quotation to be checked, with whoever is said to have said it. */
export type VerifyRequest = { readonly quote: string; readonly speaker?: string };

/** A stretch of the comparison, in order: words of the claim beside words of the article, both verbatim. */
export type Difference = { readonly kind: Step["kind"]; readonly claimed: string; readonly original: string };

export type Found = {
  /** The original, whole, with its source; `speaker` is who said the words, `null` for the article's own. */
  readonly passage: Passage;
  /** The words of the article that the quotation stands for. */
  readonly original: Words;
  /** The article sets them in quotation marks; else it gives them in its own words. */
  readonly quoted: boolean;
  /** The words are credited to somebody else than the asked speaker. */
  readonly misattributed: boolean;
};

/** What the corpus says about a quotation. Only `exact` and `credited-elsewhere` have every word as it stands. */
export type Verdict =
  /** Word for word; `typography` when case, marks or dashes differ. */
  | (Found & { readonly kind: "exact"; readonly typography: boolean })
  /** Word for word, but not by the speaker it was credited to (`claimed`). */
  | (Found & { readonly kind: "credited-elsewhere"; readonly claimed: string; readonly typography: boolean })
  | (Found & { readonly kind: "altered"; readonly differences: readonly Difference[] })
  /** Its words stand there, but some between, before or after them are left out. */
  | (Found & {
      readonly kind: "cut";
      readonly omitted: readonly Words[];
      readonly differences: readonly Difference[];
    })
  /** Put together from words of several quotations or places. */
  | (Found & { readonly kind: "spliced"; readonly parts: readonly (Found & { readonly claimed: string })[] })
  /** `articles`: with how many it was compared. */
  | { readonly kind: "not-found"; readonly closest: Passage | null; readonly articles: number }
  | { readonly kind: "refused"; readonly message: string };

/** A quotation as it is compared. */
export type Claim = {
  readonly text: string;
  readonly words: readonly QuoteWord[];
  readonly claimant: string | null;
  /** The names that the claimed speaker may stand for. */
  readonly meant: readonly string[];
};

/** What the article says about the words in `span`. */
export function describe({ claimant, meant }: Claim, holding: Holding, span: Span): Found {
  const { article, reading } = holding;
  const saying = reading.attributions.filter((attribution) => attribution.spans.some((part) => overlaps(part, span)));
  const shared = ({ spans }: Attribution) =>
    spans.reduce((sum, part) => sum + Math.max(0, Math.min(part.end, span.end) - Math.max(part.start, span.start)), 0);
  const said = saying.sort((a, b) => shared(b) - shared(a))[0];
  const speaker = said?.speaker ?? null;
  return {
    passage: { ...passageAround(holding, span), speaker },
    original: { ...span, text: textOf(article.body, span) },
    quoted: said !== undefined && (said.type === "direct" || insideMarks(article.body, said, span)),
    misattributed: claimant !== null && (speaker === null || !meant.includes(speaker)),
  };
}

/** True when a quotation mark that opened since the start of the attribution is still open where the span begins. */
function insideMarks(body: string, { spans }: Attribution, span: Span): boolean {
  const part = spans.find((candidate) => overlaps(candidate, span));
  if (part === undefined) return false;
  const before = body.slice(part.start, span.start).match(/["“”«»„]/g)?.length ?? 0;
  return before % 2 === 1;
}
