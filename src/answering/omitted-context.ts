import type { Holding } from "../holding.ts";
import { contains, overlaps, type Span } from "../span.ts";

const NEGATION =
  /(?:\b(?:not|never|no|nobody|nothing|neither|nor|without|cannot|hardly|isn|aren|wasn|weren|don|doesn|didn|won|wouldn|can|couldn|shouldn|hasn|haven|hadn)(?:['’]t)?|n['’]t)$/i;
const NOT_NEGATION = /\bcan$/i;
const CONDITION = /^(?:["“”'‘«„]\s*)?(?:even )?(?:if|unless|until|should|only if|only when|whether)\b/i;
const CONDITION_BEFORE = /\b(?:if|unless|until|whether|only when)(?: (?:and|that))?$/i;
const LIMIT_AFTER =
  /^["“”'’»)\]]*\s*[,;—–-]*\s*["“”'‘«(]*\s*(?:but|however|although|though|unless|if|except|provided|only if|until|rather than|whereas)\b/i;

/**
 * What a verbatim stretch leaves out of its sentence although it changes the sense: the negation or condition before
 * it, the "but" or "unless" after it, or the denial that introduces it. `null` when nothing of that kind is left out.
 */
export function omittedContext({ article, reading }: Holding, span: Span): Span | null {
  const body = article.body;
  const sentence = reading.sentences.find((candidate) => overlaps(candidate, span));
  const last = reading.sentences.findLast((candidate) => overlaps(candidate, span));
  if (sentence === undefined || last === undefined) return null;
  const denial = reading.attributions.find(
    ({ spans, stance, cue }) =>
      stance !== "said" && cue !== null && !contains(span, cue) && spans.some((part) => overlaps(part, span)),
  );
  if (denial !== undefined) {
    const cue = denial.cue!;
    return cue.start < span.start
      ? { start: denial.mention === null ? cue.start : Math.min(cue.start, denial.mention.start), end: span.start }
      : { start: span.end, end: cue.end };
  }
  const before = body.slice(sentence.start, Math.max(sentence.start, span.start));
  const clause = /[^,;:.!?—]*$/.exec(before)![0];
  const words = clause
    .replace(/[^\p{L}\p{N}'’]+$/u, "")
    .split(/\s+/)
    .slice(-4);
  const negation = words.findLastIndex((word) => NEGATION.test(word) && !NOT_NEGATION.test(word));
  if (negation >= 0 && before.trim() !== "") {
    const from = clause.lastIndexOf(words[negation]!);
    return { start: span.start - clause.length + from, end: span.start };
  }
  const parts = reading.attributions.flatMap(({ spans }) => spans).filter((part) => overlaps(part, span));
  const opening = body.slice(Math.max(sentence.start, parts[0]?.start ?? sentence.start), span.start);
  if (CONDITION.test(opening) || CONDITION_BEFORE.test(opening.trimEnd())) {
    return { start: span.start - opening.length, end: span.start };
  }
  const end = Math.max(span.end, Math.min(last.end, parts.at(-1)?.end ?? last.end));
  return LIMIT_AFTER.test(body.slice(span.end, end)) ? { start: span.end, end } : null;
}
