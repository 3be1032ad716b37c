import { parentPort, workerData } from "node:worker_threads";
import { decodePage } from "./charset.ts";
import { readPage } from "./html.ts";

/** Thread that reads one page; started by `extract-page.ts` alone. */
const { bytes, contentType, address } = workerData as {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly address: string | null;
};
parentPort?.postMessage(readPage(decodePage(bytes, contentType), address));
