import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { read } from "../../src/reading/read.ts";
import { jsonLines } from "../eval/json-lines.ts";

/**
 * `node dist/tests/bench/reading.js [FILE.jsonl]`: how long our reading takes beside wink-nlp's full pipeline, over the
 * same texts, alternating; the median of the rounds behind the first, which warm both up. Without a file the texts are the project's own fixtures.
 */
const WARMING = 2;
const ROUNDS = 9;

const nlp = winkNLP(model);
const texts: string[] = [];
const path = process.argv[2];
if (path === undefined) {
  const fixtures = join(import.meta.dirname, "../../../tests/fixtures/reading");
  for (const name of readdirSync(fixtures, { recursive: true, encoding: "utf8" })) {
    if (name.endsWith(".txt")) texts.push(readFileSync(join(fixtures, name), "utf8"));
  }
} else {
  for await (const { text } of jsonLines<{ text: string }>(path)) texts.push(text);
}

const milliseconds = (work: (text: string) => unknown): number => {
  const start = performance.now();
  for (const text of texts) work(text);
  return performance.now() - start;
};
const ours: number[] = [];
const theirs: number[] = [];
for (let round = 0; round < WARMING + ROUNDS; round++) {
  theirs.push(milliseconds((text) => nlp.readDoc(text)));
  ours.push(milliseconds((text) => read(text, { value: "2024-05-01", basis: "stated" })));
}
const median = (values: readonly number[]) => values.slice(WARMING).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
const size = texts.reduce((sum, text) => sum + text.length, 0);
console.log(`${texts.length} texts, ${size} characters, median of ${ROUNDS} rounds`);
console.log(`wink-nlp, full pipeline  ${median(theirs).toFixed(0)} ms`);
console.log(`reading                  ${median(ours).toFixed(0)} ms`);
console.log(`ratio                    ${(median(ours) / median(theirs)).toFixed(2)}`);
