import { reportConfidence } from "./fit-confidence.ts";
import { reportWeights } from "./fit-weights.ts";

// `npm run fit -- FOLDER` with the folder of the development sets. Writes nothing: what it prints is for
// src/answering/weights.ts and src/answering/confidence.ts, when it is better than what stands there.
const [root] = process.argv.slice(2);
if (root === undefined) {
  console.error("usage: npm run fit -- FOLDER (the folder of the development sets)");
  process.exit(2);
}
await reportWeights(root);
await reportConfidence(root);
