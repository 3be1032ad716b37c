import { join } from "node:path";
import { ANSWER, CONSTANT, SIGN_WEIGHTS, type Signs, signsOf } from "../../src/answering/confidence.ts";
import { weighAll } from "../../src/answering/rank.ts";
import { jsonLines } from "./json-lines.ts";
import { loadSentences, queryFor } from "./retrieve.ts";

/** What the first candidates of one question show (in the order of `NAMES`), and whether the corpus answers it. */
type Example = { readonly signs: readonly number[]; readonly answerable: boolean };
type Model = { readonly weights: readonly number[]; readonly constant: number };

const SETS = ["trecqa-abst", "wikiqa-abst", "squad2-abst"];
const NAMES = Object.keys(SIGN_WEIGHTS) as (keyof Signs)[];
const RIDGE = 0.01;
const STEPS = 3000;

/** Prints the AUROC of each set in `root`, today and fitted anew by fifths and in all, and how far 0.7 means 70 %. */
export async function reportConfidence(root: string): Promise<void> {
  const sets = await Promise.all(SETS.map((set) => load(join(root, set))));
  const today: Model = { weights: NAMES.map((name) => SIGN_WEIGHTS[name]), constant: CONSTANT };
  const print = (name: string, values: readonly number[]) =>
    console.log(name, values.map((value) => value.toFixed(3)).join(" "));
  console.log(`AUROC and mean F1 at ${ANSWER} of ${SETS.join(" ")}`);
  print(
    "today",
    sets.map((set) => auroc(set, today)),
  );
  print(
    "  F1",
    sets.map((set) => meanF1(set, today)),
  );
  const unseen = sets.map((): { value: number; answerable: boolean }[] => []);
  for (let fold = 0; fold < 5; fold++) {
    const model = fitModel(sets.map((set) => set.filter((_, i) => i % 5 !== fold)));
    for (const [s, set] of sets.entries()) {
      for (const [i, example] of set.entries()) {
        if (i % 5 === fold) unseen[s]!.push({ value: probability(example, model), answerable: example.answerable });
      }
    }
  }
  print("fitted on four fifths, AUROC on the fifth", unseen.map(area));
  console.log("reliability of today's confidence: from, questions, answerable");
  const all = sets.flat().map((example) => ({ value: probability(example, today), answerable: example.answerable }));
  for (let from = 0; from < 10; from++) {
    const here = all.filter(({ value }) => Math.min(9, Math.floor(value * 10)) === from);
    const right = here.filter(({ answerable }) => answerable).length;
    console.log(`  0.${from}`, here.length, here.length === 0 ? "-" : (right / here.length).toFixed(2));
  }
  const { weights, constant } = fitModel(sets);
  console.log(
    "fitted:",
    NAMES.map((name, i) => `${name} ${weights[i]!.toFixed(2)}`).join(", "),
    "constant",
    constant.toFixed(2),
  );
}

async function load(folder: string): Promise<Example[]> {
  const { scope } = await loadSentences(join(folder, "corpus.jsonl"));
  const examples: Example[] = [];
  for await (const { text, answerable } of jsonLines<{ text: string; answerable: boolean }>(
    join(folder, "queries.dev.jsonl"),
  )) {
    const { search, weighed } = weighAll(queryFor(text), scope);
    // Nothing found is certain to be no answer; there is nothing to learn from it.
    if (weighed.length === 0) continue;
    const signs = signsOf(
      weighed.map(({ candidate }) => candidate),
      search,
    );
    examples.push({ signs: NAMES.map((name) => signs[name]), answerable });
  }
  return examples;
}

/** Logistic regression by gradient descent on standardised signs; every set weighs the same. */
function fitModel(sets: readonly Example[][]): Model {
  const all = sets.flat();
  const means = NAMES.map((_, j) => all.reduce((sum, { signs }) => sum + signs[j]!, 0) / all.length);
  const spreads = NAMES.map(
    (_, j) => Math.sqrt(all.reduce((sum, { signs }) => sum + (signs[j]! - means[j]!) ** 2, 0) / all.length) || 1,
  );
  const scaled = sets.map((set) =>
    set.map(({ signs, answerable }) => ({
      signs: signs.map((value, j) => (value - means[j]!) / spreads[j]!),
      answerable,
    })),
  );
  const weights = NAMES.map(() => 0);
  let constant = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((value) => RIDGE * value);
    let level = 0;
    for (const set of scaled) {
      for (const example of set) {
        const error =
          (probability(example, { weights, constant }) - Number(example.answerable)) / set.length / sets.length;
        for (const j of slope.keys()) slope[j]! += error * example.signs[j]!;
        level += error;
      }
    }
    for (const j of weights.keys()) weights[j]! -= slope[j]!;
    constant -= level;
  }
  const unscaled = weights.map((value, j) => value / spreads[j]!);
  return { weights: unscaled, constant: constant - unscaled.reduce((sum, value, j) => sum + value * means[j]!, 0) };
}

function probability({ signs }: Example, { weights, constant }: Model): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, value, j) => sum + value * weights[j]!, constant)));
}

function auroc(set: readonly Example[], model: Model): number {
  return area(set.map((example) => ({ value: probability(example, model), answerable: example.answerable })));
}

/** The chance that an answerable question gets the higher value of two. */
function area(values: readonly { value: number; answerable: boolean }[]): number {
  const [yes, no] = [true, false].map((kind) => values.filter(({ answerable }) => answerable === kind));
  let won = 0;
  for (const a of yes!) for (const b of no!) won += a.value > b.value ? 1 : a.value === b.value ? 0.5 : 0;
  return won / (yes!.length * no!.length);
}

/** The mean of the F1 of answering and of keeping silent, at the product's threshold. */
function meanF1(set: readonly Example[], model: Model): number {
  const f1 = (kind: boolean) => {
    const chosen = set.filter((example) => probability(example, model) >= ANSWER === kind);
    const right = chosen.filter(({ answerable }) => answerable === kind).length;
    return (2 * right) / (chosen.length + set.filter(({ answerable }) => answerable === kind).length || 1);
  };
  return (f1(true) + f1(false)) / 2;
}
