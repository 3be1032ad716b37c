import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** The values of a JSON Lines file, one at a time; blank lines are skipped. */
export async function* jsonLines<Line>(path: string): AsyncGenerator<Line> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") yield JSON.parse(line) as Line;
  }
}
