import type { Scope } from "../corpus/scope.ts";
import { type Passage, passageAround } from "../passage.ts";
import { overlaps, type Span, textOf } from "../span.ts";
import type { Coverage } from "./coverage.ts";
import { passagesOf } from "./passages.ts";
import { type RankedHit, type RankQuery, rank } from "./rank.ts";
import type { Beside, Found } from "./why.ts";

/** Statements that are looked at. */
const LOOKED_AT = 30;

/** What does not say the words itself must stand beside nearly all of them. */
const WHOLE = 0.8;

/**
 * What the asked speaker said on a topic without its words: under a title or a first sentence that has them, or beside
 * a sentence that has them where the words go on from it, or point there. Each tells which.
 */
export function saidUnder(query: RankQuery, covers: Coverage, scope: Scope, shown: RankQuery["exclude"] = []): Found[] {
  if (query.speaker === null || query.topic === "") return [];
  const { hits } = rank({ ...query, topic: "", context: "", exclude: shown }, scope);
  const said: Found[] = [];
  for (const passage of passagesOf(hits.slice(0, LOOKED_AT), "what-said", query, () => 0)) {
    const beside = besideOf(passage, covers, scope);
    if (beside === null) continue;
    const evidence = [{ kind: beside, value: 1 }, ...(passage.why?.evidence ?? [])];
    said.push({ ...passage, why: { topic: query.topic, expects: query.expects, evidence, beside } });
  }
  return said;
}

/**
 * What named people state in the articles of `hits` whose title has the whole topic, or that are `near`, without what is
 * `shown`; for a question who spoke about it.
 */
export function saidUnderTitles(
  { topic, expects }: RankQuery,
  hits: readonly RankedHit[],
  covers: Coverage,
  shown: readonly Passage[],
  near: ReadonlySet<string>,
): Found[] {
  const holdings = new Set(hits.map(({ holding }) => holding));
  const said: Found[] = [];
  for (const holding of holdings) {
    const { article, reading } = holding;
    const titled = covers(article.title) >= WHOLE;
    if (!titled && !near.has(article.id)) continue;
    const evidence = [{ kind: titled ? "title" : "same-article", value: 1 }];
    for (const { speaker, speech, stance, spans } of reading.attributions) {
      if (speaker === null || !speech || stance !== "said") continue;
      const passage = passageAround(holding, spans[0]!);
      const same = (other: Passage) => other.article === passage.article && overlaps(other, passage);
      if ([...shown, ...said].some(same)) continue;
      said.push({
        ...passage,
        speaker,
        why: { topic, expects, evidence, ...(titled && { beside: "title" as const }) },
      });
      if (said.length === LOOKED_AT) return said;
    }
  }
  return said;
}

function besideOf(passage: Passage, covers: Coverage, scope: Scope): Beside | null {
  if (covers(`${passage.title} ${passage.text}`) >= WHOLE) return "title";
  const holding = scope.get(passage.article);
  if (holding === undefined) return null;
  const { body } = holding.article;
  const { sentences } = holding.reading;
  const has = (sentence: Span | undefined) =>
    sentence !== undefined && covers(`${textOf(body, sentence)} ${passage.text}`) >= WHOLE;
  const before = sentences.findLast(({ end }) => end <= passage.start);
  const after = sentences.find(({ start }) => start >= passage.end);
  const pronoun = passage.attributions.some(({ speakerBasis }) => speakerBasis === "pronoun");
  const pointing = pronoun || passage.attributions.some(({ text }) => POINTING.test(text));
  const sameParagraph = (from: number, to: number) => !body.slice(from, to).includes("\n");
  if (has(before) && (pointing || sameParagraph(before!.end, passage.start))) return "before";
  if (has(after) && pointing) return "after";
  return has(sentences[0]) ? "lead" : null;
}

/** Words that begin so point to something told before: "If you bring it up", "This is not a victory". */
const POINTING = /^\P{L}*(?:[\p{L}'’]+ ){0,4}(?:it|its|this|that|these|those|they|them|their|such)(?![\p{L}'’])/iu;
