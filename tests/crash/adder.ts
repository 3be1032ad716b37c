// Adds one archive to a corpus, until it is done or somebody kills it.
import { readFileSync } from "node:fs";
import { Corpus } from "../../src/corpus/corpus.ts";
import { ACT, SERVER } from "./told.ts";

const corpus = await Corpus.open(process.argv[2]!);
const summary = await corpus.addArchive(SERVER, readFileSync(process.argv[3]!), ACT);
if (!("added" in summary) || summary.stopped !== null) throw new Error(JSON.stringify(summary));
await corpus.close();
