import { parentPort } from "node:worker_threads";
import { derive } from "./derived.ts";
import type { Answered, Asked } from "./reading-threads.ts";

/** Thread that reads articles; started by `reading-threads.ts` alone. */
parentPort!.on("message", ({ number, article, corrections }: Asked) => {
  let answered: Answered;
  try {
    const json = Buffer.from(JSON.stringify(derive(article, corrections)));
    // A copy of its own, which can be handed over: small buffers share one block of memory.
    answered = { number, json: Uint8Array.from(json) };
    parentPort!.postMessage(answered, [answered.json!.buffer]);
  } catch (error) {
    answered = { number, json: null, message: String(error) };
    parentPort!.postMessage(answered);
  }
});
