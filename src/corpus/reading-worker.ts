import { constants, setPriority } from "node:os";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { inferPublished } from "../reading/infer-published.ts";
import { derive } from "./derive.ts";
import { packDerived } from "./derived.ts";
import type { Answered, Asked } from "./reading-threads.ts";

/** Answers to texts of so many characters go together: each message wakes the other thread, which takes it from this core. */
const TOGETHER = 20_000;

try {
  // Answers go first, on few cores. Elsewhere it would be the priority of the whole process.
  if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Where that is not allowed, they wait their turn.
}

const port = parentPort!;
const current = workerData as Int32Array;

/** Thread that reads articles; started by `reading-threads.ts` alone. */
port.on("message", (first: Asked) => {
  let answers: Answered[] = [];
  let characters = 0;
  const send = () => {
    const handed = answers.flatMap((answer) =>
      "result" in answer && answer.result instanceof Uint8Array ? [answer.result.buffer] : [],
    );
    port.postMessage(answers, handed);
    answers = [];
    characters = 0;
  };
  for (let asked: Asked | undefined = first; asked !== undefined; asked = receiveMessageOnPort(port)?.message) {
    // Nobody waits for the end of a long one who waits for what is read already.
    if (answers.length > 0 && characters + asked.article.body.length > TOGETHER) send();
    current[0] = asked.number;
    answers.push(answer(asked));
    characters += asked.article.body.length;
  }
  send();
});

function answer({ number, article, corrections }: Asked): Answered {
  try {
    if (corrections === null) return { number, result: inferPublished(article.body) };
    return { number, result: packDerived(derive(article, corrections)) };
  } catch (error) {
    return { number, message: String(error) };
  }
}
