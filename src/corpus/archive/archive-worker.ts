import { parentPort, workerData } from "node:worker_threads";
import { type ArchiveLimits, readArchive } from "./read-archive.ts";

/** Thread that takes one archive apart, a part for each message; started by `open-archive.ts` alone. */
const { archive, limits } = workerData as { readonly archive: Uint8Array; readonly limits: ArchiveLimits };
const parts = readArchive(archive, limits);
parentPort?.on("message", async () => {
  const { value, done } = await parts.next();
  parentPort?.postMessage(done ? null : value);
});
