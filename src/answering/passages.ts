import type { Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import { type Passage, passageAround, type ShownAttribution } from "../passage.ts";
import { contains, overlaps, type Span, textOf } from "../span.ts";
import type { Frame } from "./answer.ts";
import type { Coverage } from "./coverage.ts";
import type { RankedHit, RankQuery } from "./rank.ts";
import type { Found } from "./why.ts";

/**
 * The passages around the hits, each once, best first, with the speaker of the attribution that answers; made one by
 * one, as they are asked for.
 */
export function* passagesOf(
  hits: readonly RankedHit[],
  frame: Frame,
  { speaker, topic, expects }: RankQuery,
  covers: Coverage,
): Generator<Found> {
  const passages: Passage[] = [];
  for (const { holding, span, evidence } of hits) {
    const shown = passages.some((passage) => passage.article === holding.article.id && contains(passage, span));
    if (shown) continue;
    const passage = passageAround(holding, span);
    const answering = answeringAttribution(passage, span, frame, speaker, covers);
    if (answering === null && (speaker !== null || frame === "who-said")) continue;
    passages.push(passage);
    yield { ...passage, speaker: answering?.speaker ?? null, why: { topic, expects, evidence } };
  }
}

/** The attribution of the passage that covers most of the topic; only what was stated answers who said something. */
function answeringAttribution(
  { attributions }: Passage,
  hit: Span,
  frame: Frame,
  speaker: string | null,
  covers: Coverage,
): ShownAttribution | null {
  let best: ShownAttribution | null = null;
  let most = speaker === null ? 0 : -1;
  for (const attribution of attributions) {
    const fits = speaker !== null ? attribution.speaker === speaker : attribution.stance === "said";
    if (!fits || (frame === "who-said" && !attribution.speech)) continue;
    // Of two that say as much of it, the one in the sentence that was hit.
    const near = attribution.spans.some((span) => overlaps(span, hit)) ? 0.01 : 0;
    const covered = covers(attribution.text);
    if (covered + near <= most || (speaker === null && covered === 0)) continue;
    [best, most] = [attribution, covered + near];
  }
  return best;
}

/** The passage around `shown`, and after it the nearest one of its article that tells a date, if it has none. */
export function datedPassage(holding: Holding, shown: Span): Passage[] {
  const passage = passageAround(holding, shown);
  const dates = holding.reading.timexes.filter(({ type, value }) => type === "DATE" && /^\d{4}/.test(value ?? ""));
  if (dates.length === 0 || dates.some((date) => contains(passage, date))) return [passage];
  // What is told after a date goes on under it, so the nearest date before comes first.
  const before = dates.findLast(({ end }) => end <= passage.start);
  return [passage, passageAround(holding, before ?? dates[0]!)];
}

/** The passage with the sentence before and after it and the title of its article; to search in, never to show. */
export function surroundings({ article, start, end, title, text }: Passage, scope: Scope): string {
  const holding = scope.get(article);
  if (holding === undefined) return `${title} ${text}`;
  const { sentences } = holding.reading;
  const before = sentences.findLast((sentence) => sentence.end <= start);
  const after = sentences.find((sentence) => sentence.start >= end);
  const { body } = holding.article;
  return [title, before && textOf(body, before), text, after && textOf(body, after)].join(" ");
}
