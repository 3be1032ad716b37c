import { parentPort } from "node:worker_threads";
import { inferPublished } from "../reading/infer-published.ts";
import { derive } from "./derive.ts";
import { packDerived } from "./derived.ts";
import type { Answered, Asked } from "./reading-threads.ts";

const port = parentPort!;

/** Thread that reads articles; started by `reading-threads.ts` alone. */
port.on("message", ({ number, article, corrections }: Asked) => {
  const answer = (answered: Answered, handed: ArrayBuffer[] = []) => port.postMessage(answered, handed);
  try {
    if (corrections === null) return answer({ number, result: inferPublished(article.body) });
    const result = packDerived(derive(article, corrections));
    answer({ number, result }, [result.buffer]);
  } catch (error) {
    answer({ number, message: String(error) });
  }
});
