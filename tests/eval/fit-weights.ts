import { join } from "node:path";
import { EVIDENCE } from "../../src/answering/evidence/index.ts";
import { gather } from "../../src/answering/gather.ts";
import { WEIGHTS } from "../../src/answering/weights.ts";
import { jsonLines } from "./json-lines.ts";
import { loadSentences, queryFor } from "./retrieve.ts";

type Labelled = { id: string; text: string; answerable: boolean; relevant: string[] };

/** One question: what each kind of evidence measures for each candidate (a row each), and which candidates answer. */
type Example = { readonly rows: readonly Float64Array[]; readonly relevant: readonly boolean[] };

const SETS = ["trecqa", "wikiqa", "newsqa-mini", "squad2"];
/** How much each set counts: 16 questions tell less than the others. */
const SHARES = [1, 1, 0.3, 1];
const RIDGE = 0.001;

async function load(folder: string): Promise<Example[]> {
  const { scope, idOf } = await loadSentences(join(folder, "corpus.jsonl"));
  const examples: Example[] = [];
  for await (const { text, relevant } of jsonLines<Labelled>(join(folder, "queries.dev.jsonl"))) {
    const { search, candidates } = gather(queryFor(text), scope);
    examples.push({
      rows: candidates.map((candidate) => Float64Array.from(EVIDENCE, ({ measure }) => measure(candidate, search))),
      relevant: candidates.map(({ match }) => relevant.includes(idOf(match.article, match.sentence))),
    });
  }
  return examples;
}

/** 1 / rank of the first relevant row under `weights`, 0 below the tenth. */
function reciprocalRank({ rows, relevant }: Example, weights: readonly number[]): number {
  const scores = rows.map((row) => row.reduce((sum, value, i) => sum + value * weights[i]!, 0));
  let best = -1;
  for (const [i, score] of scores.entries()) if (relevant[i] && (best < 0 || score > scores[best]!)) best = i;
  if (best < 0) return 0;
  const rank = 1 + scores.filter((score, i) => score > scores[best]! || (score === scores[best] && i < best)).length;
  return rank > 10 ? 0 : 1 / rank;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

const quality = (sets: readonly Example[][], weights: readonly number[]) =>
  sets.map((examples) => mean(examples.map((example) => reciprocalRank(example, weights))));

/**
 * Minimises the mean over the sets of -log of the share that the softmax of the scores gives to the relevant rows
 * (listwise loss, Cao and others 2007), plus a ridge that keeps weights small; smoother than MRR itself, so it follows single
 * questions less. Scores are steep, scaled at the end so that the first weight is 1.
 */
function fitWeights(sets: readonly Example[][], start: readonly number[]): number[] {
  const weights = start.map((value) => value * 4);
  const velocity = weights.map(() => 0);
  for (let step = 0; step < 400; step++) {
    const slope = weights.map((value) => RIDGE * value);
    for (const [s, examples] of sets.entries()) {
      const answerable = examples.filter(({ relevant }) => relevant.includes(true));
      for (const { rows, relevant } of answerable) {
        const scores = rows.map((row) => row.reduce((sum, value, i) => sum + value * weights[i]!, 0));
        const top = Math.max(...scores);
        const odds = scores.map((score) => Math.exp(score - top));
        const [all, right] = [odds.reduce((a, b) => a + b, 0), odds.reduce((a, b, i) => (relevant[i] ? a + b : a), 0)];
        const scale = SHARES[s]! / answerable.length;
        for (const [i, row] of rows.entries()) {
          const pull = scale * odds[i]! * (1 / all - (relevant[i] ? 1 / right : 0));
          for (let j = 0; j < row.length; j++) slope[j]! += pull * row[j]!;
        }
      }
    }
    for (const j of weights.keys()) {
      velocity[j] = 0.9 * velocity[j]! - 0.3 * slope[j]!;
      weights[j]! += velocity[j]!;
    }
  }
  return weights.map((value) => Math.round((100 * value) / weights[0]!) / 100);
}

const table = (weights: readonly number[]) => EVIDENCE.map(({ kind }, i) => `${kind} ${weights[i]}`).join(", ");
const figures = (values: readonly number[]) => [...values, mean(values)].map((value) => value.toFixed(3)).join(" ");

/** Prints the MRR@10 of each set in `root` and their mean: today's weights, each left out, fitted by halves, fitted. */
export async function reportWeights(root: string): Promise<void> {
  const sets = await Promise.all(SETS.map((set) => load(join(root, set))));
  const now = EVIDENCE.map(({ kind }) => WEIGHTS[kind]!);
  const alone = now.map((_, i) => Number(i === 0));
  console.log(`MRR@10 of ${SETS.join(" ")} mean`);
  console.log("words alone", figures(quality(sets, alone)));
  console.log("today", figures(quality(sets, now)));
  for (const [i, { kind }] of EVIDENCE.entries())
    console.log(`  without ${kind}`, figures(quality(sets, now.with(i, 0))));
  // Fitted on one half, measured on the other: how much of the lift is chance.
  const half = (odd: boolean) => sets.map((set) => set.filter((_, i) => (i % 2 === 1) === odd));
  for (const odd of [true, false]) {
    const weights = fitWeights(half(odd), now);
    console.log(`${odd ? "odd" : "even"} half:`, table(weights));
    console.log("  own", figures(quality(half(odd), weights)), "other", figures(quality(half(!odd), weights)));
    console.log("  words alone on other", figures(quality(half(!odd), alone)));
  }
  const fitted = fitWeights(sets, now);
  console.log("fitted:", table(fitted));
  console.log("  ", figures(quality(sets, fitted)));
}
