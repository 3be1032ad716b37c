// A start up to the first answer, whose kind it prints, in a process of its own that loads what a start loads: `npm run measure` times it.
import { ask } from "../../src/answering/ask.ts";
import { Corpus } from "../../src/corpus/corpus.ts";

const [folder = "", server = ""] = process.argv.slice(2);
const corpus = await Corpus.open(folder);
const { kind } = ask(
  { text: "What did Ann Lee say about the ferry?", today: "2026-01-01" },
  corpus.scope(server),
  null,
);
process.stdout.write(`${kind}\n`);
await corpus.close();
