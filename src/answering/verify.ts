import type { Scope } from "../corpus/scope.ts";
import { passageAround } from "../passage.ts";
import { type Span, textOf } from "../span.ts";
import { type Alignment, alignWords, mostFor, runs, type Step, sharedWords } from "./align-words.ts";
import { findAskedSpeaker } from "./asked-speaker.ts";
import { omittedContext } from "./omitted-context.ts";
import { type Stretch, spanOf, stretchesFor } from "./quote-stretches.ts";
import { differsInCase, type QuoteWord, quoteWords } from "./quote-words.ts";
import { PART, spliceOf } from "./splice.ts";
import { type Claim, type Difference, describe, type Verdict, type VerifyRequest } from "./verdict.ts";

export type { Difference, Found, Verdict, VerifyRequest } from "./verdict.ts";

/** The longest quotation that is checked, in UTF-16 code units. */
export const LONGEST_QUOTE = 2000;
/** An omission of at least this many words is a cut; a shorter one ("not") an alteration, unless dots mark it. */
const CUT = 4;
/** Shares of the claim's words that must stand in the original, in order, to be an altered quotation of it. */
const ALTERED = 0.6;

/** Compares a quotation with the articles of `scope`, word by word. */
export function verify({ quote, speaker }: VerifyRequest, scope: Scope): Verdict {
  const text = unwrapped(quote);
  const words = quoteWords(text);
  if (text.length > LONGEST_QUOTE) {
    return {
      kind: "refused",
      message: `The quotation is ${text.length} characters long; please check at most ${LONGEST_QUOTE} at once.`,
    };
  }
  if (words.length < 2) return { kind: "refused", message: "Give the quotation to check, at least two words of it." };
  const claimant = speaker?.trim() ? speaker.trim() : null;
  const meant = claimant === null ? [] : findAskedSpeaker(claimant, scope);
  const claim: Claim = { text, words, claimant, meant };
  const stretches = stretchesFor(claim, scope);

  const exact = best(stretches.flatMap((stretch) => exactIn(claim, stretch)));
  if (exact !== null) return exact;
  const nearest = nearestTo(words, stretches);
  if (nearest === null) return { kind: "not-found", closest: null, articles: scope.holdings.length };
  const count = (kind: Step["kind"]) => nearest.steps.filter((step) => step.kind === kind).length;
  const foreign = words.length - count("same");
  const omission = /…|\.\.\./.test(text) ? 1 : CUT;
  if (foreign === 0 && longestOmission(nearest.steps) >= omission) return cut(claim, nearest.stretch, nearest.steps);
  if (foreign >= PART) {
    const parts = spliceOf(claim, stretches);
    if (parts !== null) return { kind: "spliced", ...parts[0]!, parts };
  }
  if (count("same") >= ALTERED * words.length && count("same") >= 2) {
    return altered(claim, nearest.stretch, nearest.steps);
  }
  const closest = passageAround(nearest.stretch.holding, spanOf(nearest.stretch, nearest.steps));
  return { kind: "not-found", closest, articles: scope.holdings.length };
}

/** The stretch that the words fit best, of equal ones the first; those that cannot fit better are not laid out. */
function nearestTo(words: readonly QuoteWord[], stretches: readonly Stretch[]) {
  const likeliest = stretches
    .map((stretch, place) => ({ stretch, place, shared: sharedWords(words, stretch.words) }))
    .sort((a, b) => b.shared - a.shared);
  let best: (Alignment & { readonly stretch: Stretch; readonly place: number }) | null = null;
  for (const { stretch, place, shared } of likeliest) {
    // What has too few of the words is at most the closest there is: one of them is enough.
    if (best !== null && (mostFor(shared, words.length) < best.score || shared < ALTERED * words.length)) break;
    const found = { ...alignWords(words, stretch.words), stretch, place };
    if (best === null || found.score > best.score || (found.score === best.score && place < best.place)) best = found;
  }
  return best;
}

/** The quotation without white space and quotation marks around it. */
function unwrapped(quote: string): string {
  return quote.trim().replace(/^(?:[>\s]*["“”„«»]+)+|["“”„«»]+$/g, "");
}

/** The verdicts on every place of the stretch where all words of the claim stand in a row. */
function exactIn(claim: Claim, stretch: Stretch): Verdict[] {
  const { holding, words } = stretch;
  return placesOf(claim.words, words).flatMap((at): Verdict[] => {
    const last = at + claim.words.length - 1;
    const shouted = !/\p{Ll}/u.test(claim.text);
    if (!shouted && claim.words.some((word, i) => differsInCase(word, words[at + i]!))) return [];
    // "Is it fair?" is not "It is fair.": the question mark that follows belongs to the words.
    const next = words[last + 1];
    if (next?.form === "?" && next.start === words[last]!.end) return [];
    const span = { start: words[at]!.start, end: words[last]!.end };
    const found = describe(claim, holding, span);
    const omitted = omittedContext(holding, span);
    if (omitted !== null) {
      const { body } = holding.article;
      return [
        {
          kind: "cut",
          ...found,
          passage: { ...passageAround(holding, hull(span, omitted)), speaker: found.passage.speaker },
          omitted: [{ ...omitted, text: textOf(body, omitted) }],
          differences: [{ kind: "same", claimed: claim.text, original: found.original.text }],
        },
      ];
    }
    const typography = plain(claim.text) !== plain(found.original.text);
    return found.misattributed
      ? [{ kind: "credited-elsewhere", ...found, claimed: claim.claimant!, typography }]
      : [{ kind: "exact", ...found, typography }];
  });
}

/** The verdict that says most for the claim: an exact one, then wrongly credited, then cut. */
function best(verdicts: readonly Verdict[]): Verdict | null {
  const rank = (verdict: Verdict) =>
    (verdict.kind === "exact" ? 0 : verdict.kind === "credited-elsewhere" ? 2 : 4) +
    ("quoted" in verdict && verdict.quoted ? 0 : 1);
  return [...verdicts].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function cut(claim: Claim, stretch: Stretch, steps: readonly Step[]): Verdict {
  const { body } = stretch.holding.article;
  const differences = differencesOf(claim, stretch, steps);
  const omitted = runs(steps)
    .filter(({ kind }) => kind === "left-out")
    .map((run) => spanOf(stretch, run.steps))
    .map((span) => ({ ...span, text: textOf(body, span) }));
  const found = describe(claim, stretch.holding, spanOf(stretch, steps));
  return { kind: "cut", ...found, omitted, differences };
}

function altered(claim: Claim, stretch: Stretch, steps: readonly Step[]): Verdict {
  const found = describe(claim, stretch.holding, spanOf(stretch, steps));
  return { kind: "altered", ...found, differences: differencesOf(claim, stretch, steps) };
}

/** The places in `words` where all of `wanted` stand in a row. */
function placesOf(wanted: readonly QuoteWord[], words: readonly QuoteWord[]): number[] {
  const places: number[] = [];
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (wanted.every(({ form }, i) => words[at + i]!.form === form)) places.push(at);
  }
  return places;
}

function longestOmission(steps: readonly Step[]): number {
  return Math.max(0, ...runs(steps).map((run) => (run.kind === "left-out" ? run.steps.length : 0)));
}

function differencesOf({ text, words }: Claim, stretch: Stretch, steps: readonly Step[]): Difference[] {
  const { body } = stretch.holding.article;
  return runs(steps).map((run) => {
    const claimed = run.steps.filter((step) => step.claimed >= 0).map((step) => words[step.claimed]!);
    const original = run.steps.filter((step) => step.original >= 0).map((step) => stretch.words[step.original]!);
    return {
      kind: run.kind,
      claimed: claimed.length === 0 ? "" : text.slice(claimed[0]!.start, claimed.at(-1)!.end),
      original: original.length === 0 ? "" : body.slice(original[0]!.start, original.at(-1)!.end),
    };
  });
}

function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** For telling whether anything but the words differs; the marks at the end do not count. */
function plain(text: string): string {
  return text.replace(/[\s\p{P}]+$/u, "").replace(/^[\s\p{P}]+/u, "");
}
