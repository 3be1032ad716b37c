import { once } from "node:events";
import { evaluateRead } from "./read.ts";
import { evaluateRetrieve } from "./retrieve.ts";
import { evaluateRewrite } from "./rewrite.ts";
import { evaluateStudy } from "./study.ts";

/** One line per task; each yields the objects that are printed as JSON Lines. */
const TASKS: Record<string, (args: readonly string[]) => AsyncIterable<object>> = {
  read: evaluateRead,
  retrieve: evaluateRetrieve,
  rewrite: evaluateRewrite,
  study: evaluateStudy,
};

const [task = "", ...args] = process.argv.slice(2);
const evaluate = TASKS[task];
if (evaluate === undefined) {
  console.error(`usage: npm run --silent eval -- ${Object.keys(TASKS).join("|")} FILE.jsonl ...`);
  process.exit(2);
}
for await (const line of evaluate(args)) {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, "drain");
}
