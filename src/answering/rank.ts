import type { Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import type { Attribution } from "../reading/reading.ts";
import type { Span } from "../span.ts";
import type { AnswerKind } from "./answer-kind.ts";
import { ANSWER, confidenceIn } from "./confidence.ts";
import { diversify } from "./diversity.ts";
import type { Candidate, Search } from "./evidence/evidence.ts";
import { EVIDENCE } from "./evidence/index.ts";
import { gather } from "./gather.ts";
import { WEIGHTS } from "./weights.ts";

/** What is looked for, once the question has been understood. */
export type RankQuery = {
  /** What it is about, in words: the question without its speaker and frame; "" for everything a speaker said. */
  readonly topic: string;
  /** Words carried over from earlier turns; they weigh half and need not be there. */
  readonly context?: string;
  /** Only statements of this speaker (a `Speaker.name` of the scope) answer. */
  readonly speaker: string | null;
  /** Published on one of these days (ISO, both inclusive), or naming a date in them. */
  readonly since: string | null;
  readonly until: string | null;
  readonly publisher?: string | null;
  readonly expects: AnswerKind | null;
  /** Stretches already shown ("what else?"). */
  readonly exclude?: readonly (Span & { readonly article: string })[];
  /** Prefer what was published last. */
  readonly latest?: boolean;
};

/** One reason why a hit stands where it does; the values of a hit add up to its score. */
export type Evidence = { readonly kind: string; readonly value: number };

export type RankedHit = {
  readonly holding: Holding;
  /** Index into the reading's sentences, and that sentence. */
  readonly sentence: number;
  readonly span: Span;
  /** The attribution that answers when a speaker was asked for. */
  readonly attribution: Attribution | null;
  readonly score: number;
  readonly evidence: readonly Evidence[];
};

export type Ranked = {
  /** Best first, none near-identical with a better one. */
  readonly hits: readonly RankedHit[];
  /** How likely it is that the first hits answer, 0..1. */
  readonly confidence: number;
  /** `confidence` reaches the threshold: the hits may be shown as an answer. */
  readonly answers: boolean;
};

/** The last of each scope: where nothing answers, the same is looked for to tell why and to show what is near. */
const last = new WeakMap<Scope, { readonly query: string; readonly ranked: Ranked }>();

/** The sentences of `scope` that answer `query`, best first. */
export function rank(query: RankQuery, scope: Scope): Ranked {
  const asked = JSON.stringify(query);
  const known = last.get(scope);
  if (known?.query === asked) return known.ranked;
  const ranked = rankAnew(query, scope);
  last.set(scope, { query: asked, ranked });
  return ranked;
}

function rankAnew(query: RankQuery, scope: Scope): Ranked {
  const { search, weighed } = weighAll(query, scope);
  const hits = diversify(weighed.map(({ hit }) => hit));
  const confidence = confidenceIn(
    weighed.map(({ candidate }) => candidate),
    search,
  );
  return {
    hits,
    confidence,
    answers: confidence >= ANSWER,
  };
}

/** Every candidate with its score, best first; equal ones stay in the order of the index. */
export function weighAll(
  query: RankQuery,
  scope: Scope,
): { search: Search; weighed: { candidate: Candidate; hit: RankedHit }[] } {
  const { search, candidates } = gather(query, scope);
  const weighed = candidates.map((candidate) => ({ candidate, hit: weigh(candidate, search) }));
  weighed.sort((a, b) => b.hit.score - a.hit.score);
  return { search, weighed };
}

/** The score of a candidate with what it is made of. */
function weigh(candidate: Candidate, search: Search): RankedHit {
  const { holding, match, span, attribution } = candidate;
  const evidence = EVIDENCE.map(({ kind, measure }) => ({ kind, value: WEIGHTS[kind]! * measure(candidate, search) }));
  const score = evidence.reduce((sum, { value }) => sum + value, 0);
  return { holding, sentence: match.sentence, span, attribution, score, evidence };
}
