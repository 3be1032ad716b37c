import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { read } from "../../../src/reading/read.ts";
import { textOf } from "../../../src/span.ts";

const file = readFileSync(new URL("../../../corpus/moscow-military-presence.md", import.meta.url), "utf8");
const body = file.slice(file.indexOf("---\n", 4) + 4);

describe("the dates of the first article", () => {
  const { timexes } = read(body, { value: "2022-01-17", basis: "inferred" });

  it("are resolved against its publication on a Monday", () => {
    expect(timexes.filter(({ type }) => type === "DATE").map((t) => [textOf(body, t), t.value])).toEqual([
      ["Monday", "2022-01-17"],
      ["now", "PRESENT_REF"],
      ["January 10", "2022-01-10"],
      ["Yesterday", "2022-01-16"],
      ["January 17, 2022", "2022-01-17"],
    ]);
  });

  it('know that "each year" is no date', () => {
    expect(timexes.filter(({ type }) => type !== "DATE").map((t) => [textOf(body, t), t.type, t.value])).toEqual([
      ["each year", "SET", "P1Y"],
    ]);
  });
});
