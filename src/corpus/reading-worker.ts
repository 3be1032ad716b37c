import { parentPort } from "node:worker_threads";
import { inferPublished } from "../reading/infer-published.ts";
import { derive } from "./derived.ts";
import type { Answered, Asked } from "./reading-threads.ts";

const port = parentPort!;

/** Thread that reads articles; started by `reading-threads.ts` alone. */
port.on("message", ({ number, article, corrections }: Asked) => {
  const answer = (answered: Answered, handed: ArrayBuffer[] = []) => port.postMessage(answered, handed);
  try {
    const result = corrections === null ? inferPublished(article.body) : derive(article, corrections);
    const json = new TextEncoder().encode(JSON.stringify(result));
    answer({ number, json }, [json.buffer]);
  } catch (error) {
    answer({ number, json: null, message: String(error) });
  }
});
