import { Worker } from "node:worker_threads";
import { workerFile } from "../worker-file.ts";
import type { ArchiveLimits, Part } from "./read-archive.ts";

const HEAP_MB = 256;

/** One part at a time: several threads would only take the processor from the bot. */
let turn: Promise<unknown> = Promise.resolve();

/** Milliseconds for one part. */
const WITHIN = 30_000;

/**
 * The parts of an archive, taken apart on another thread within bounds of time and memory; the next part is made when it
 * is asked for. One that is beyond those bounds ends in a refusal.
 */
export async function* openArchive(
  archive: Uint8Array,
  limits: ArchiveLimits,
  withinMs = WITHIN,
): AsyncGenerator<Part, void> {
  const worker = new Worker(workerFile("archive-worker", import.meta.url), {
    workerData: { archive, limits },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
    execArgv: [],
  });
  // Between two parts nobody listens; the next one tells.
  worker.on("error", () => {});
  try {
    for (;;) {
      const next = turn.then(() => nextPart(worker, withinMs));
      turn = next.catch(() => {});
      const part = await next;
      if (part === null) return;
      yield part;
      if (part.kind === "refused") return;
    }
  } finally {
    await worker.terminate();
  }
}

function nextPart(worker: Worker, withinMs: number): Promise<Part | null> {
  return new Promise((resolve, reject) => {
    const refuse = (refused: string) => end(() => resolve({ kind: "refused", refused }));
    const timer = setTimeout(() => refuse("The archive takes too long to read; add it in parts."), withinMs);
    const told = (part: Part | null) => end(() => resolve(part));
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") refuse("The archive needs too much memory; add it in parts.");
      else if (error instanceof RangeError) refuse("The archive is built in a way that cannot be read.");
      else end(() => reject(new Error("The archive could not be read.", { cause: error })));
    };
    const ended = () => refuse("The archive could not be read; export it anew.");
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.off("message", told).off("error", failed).off("exit", ended);
      settle();
    };
    worker.once("message", told).once("error", failed).once("exit", ended);
    worker.postMessage("next");
  });
}
