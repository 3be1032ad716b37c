import type { Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import { termsOf } from "../retrieval/terms.ts";
import { overlaps, type Span, textOf } from "../span.ts";
import type { Step } from "./align-words.ts";
import { type QuoteWord, quoteWords } from "./quote-words.ts";
import type { Claim } from "./verdict.ts";

const CANDIDATES = 12;
/** Words of a claim that are looked for without the index. */
const BEGINNING = 12;

/** A stretch of an article that the claim may come from: consecutive words of its body, or of one split quotation. */
export type Stretch = { readonly holding: Holding; readonly words: readonly QuoteWord[] };

/** Where the claim may stand: around the sentences that match it best, and in split quotations there. */
export function stretchesFor({ text, words }: Claim, scope: Scope): Stretch[] {
  const reach = 1 + Math.ceil(words.length / 12);
  const stretches = new Map<string, Stretch>();
  for (const { article, sentence } of scope.index.search(text, CANDIDATES)) {
    const holding = scope.get(article);
    // The sentences around two that match may be the same.
    for (const stretch of holding === undefined ? [] : stretchesAround(holding, sentence, reach)) {
      const { words } = stretch;
      const key = `${article} ${words[0]?.start} ${words.at(-1)?.end} ${words.length}`;
      if (!stretches.has(key)) stretches.set(key, stretch);
    }
  }
  if (stretches.size > 0) return [...stretches.values()];
  // A word that carries meaning and stands nowhere stands in no quotation either.
  return termsOf(text).length > 0 ? [] : stretchesWithout(words, scope);
}

function stretchesAround(holding: Holding, sentence: number, reach: number): Stretch[] {
  const { article, reading } = holding;
  const { start } = reading.sentences[Math.max(0, sentence - reach)]!;
  const { end } = reading.sentences[Math.min(reading.sentences.length - 1, sentence + reach)]!;
  const split = reading.attributions.filter(
    ({ spans }) => spans.length > 1 && spans.some((span) => overlaps(span, reading.sentences[sentence]!)),
  );
  return [
    { holding, words: quoteWords(article.body.slice(start, end), start) },
    ...split.map(({ spans }) => ({
      holding,
      words: spans.flatMap((span) => quoteWords(textOf(article.body, span), span.start)),
    })),
  ];
}

/** A claim of stop words alone ("we will not") is in no index; its beginning is looked for in the bodies as it stands. */
function stretchesWithout(words: readonly QuoteWord[], scope: Scope): Stretch[] {
  const literally = (sign: string) => `\\u{${sign.codePointAt(0)!.toString(16)}}`;
  const wanted = words.slice(0, BEGINNING).map(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, literally));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${wanted.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`, "iu");
  const stretches: Stretch[] = [];
  for (const holding of scope.holdings) {
    const match = pattern.exec(holding.article.body);
    if (match === null) continue;
    const sentence = holding.reading.sentences.findIndex(({ end }) => end > match.index);
    if (sentence >= 0) stretches.push(...stretchesAround(holding, sentence, 1));
    if (stretches.length >= CANDIDATES) break;
  }
  return stretches;
}

/** The stretch of the body from the first to the last original word that the steps touch. */
export function spanOf({ words }: Stretch, steps: readonly Step[]): Span {
  const touched = steps.filter(({ original }) => original >= 0).map(({ original }) => original);
  const first = words[touched[0] ?? 0]!;
  return { start: first.start, end: words[touched.at(-1) ?? 0]!.end };
}
