import { createRequire } from "node:module";

/** The yaml library, loaded when a file first needs it: few do, and a start need not wait for it. */
export function yaml(): typeof import("yaml") {
  return createRequire(import.meta.url)("yaml");
}
