import { Worker } from "node:worker_threads";
import { workerFile } from "../worker-file.ts";
import type { Extraction } from "./extracted.ts";

const WORKER = workerFile("html-worker", import.meta.url);

export type PageLimits = {
  readonly maxBytes: number;
  /** Milliseconds until the thread is ended. */
  readonly withinMs: number;
  readonly heapMb: number;
};

const LIMITS: PageLimits = { maxBytes: 4 * 2 ** 20, withinMs: 10_000, heapMb: 256 };

/** One page at a time: a second thread would only take the processor from the bot. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * The article in a web page, read on another thread within bounds of size, time and memory.
 *
 * `contentType` is the header the page came with, `address` where; both `null` for a file.
 */
export function extractPage(
  bytes: Uint8Array,
  contentType: string | null,
  address: string | null,
  limits: Partial<PageLimits> = {},
): Promise<Extraction> {
  const bounds = { ...LIMITS, ...limits };
  if (bytes.length > bounds.maxBytes) {
    const refused = `The page is larger than ${Math.floor(bounds.maxBytes / 2 ** 20)} MB: paste the text instead.`;
    return Promise.resolve({ refused });
  }
  const result = turn.then(() => inThread(bytes, contentType, address, bounds));
  turn = result.catch(() => {});
  return result;
}

function inThread(
  bytes: Uint8Array,
  contentType: string | null,
  address: string | null,
  bounds: PageLimits,
): Promise<Extraction> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: { bytes, contentType, address },
      resourceLimits: { maxOldGenerationSizeMb: bounds.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      env: {},
      execArgv: [],
    });
    const refuse = (refused: string) => resolve({ refused });
    const timer = setTimeout(() => {
      refuse("The page takes too long to read: paste the text instead.");
      void worker.terminate();
    }, bounds.withinMs);
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
        refuse("The page needs too much memory to be read: paste the text instead.");
      else if (error instanceof RangeError)
        refuse("The page is built in a way that cannot be read: paste the text instead.");
      else reject(new Error("The page could not be read.", { cause: error }));
    });
    worker.once("exit", () => {
      clearTimeout(timer);
      refuse("The page could not be read: paste the text instead.");
    });
  });
}
