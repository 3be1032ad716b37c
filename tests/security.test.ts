import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const text = ["SECURITY.md", "FAULTS.md"].map((name) => readFileSync(`.github/${name}`, "utf8")).join("\n");

it.each(
  [...text.matchAll(/`(tests\/[\w/.-]+\.test\.ts)`(?: "([^"]+)")?/g)].map(([, file, name]) => [file!, name ?? ""]),
)('SECURITY.md and FAULTS.md point to a test that is there: %s "%s"', (file, name) => {
  expect(readFileSync(file, "utf8")).toContain(name);
});

it.each([...text.matchAll(/`((?:src|tests)\/[\w/.-]+)`/g)].map(([, path]) => path!))(
  "SECURITY.md and FAULTS.md name a place that is there: %s",
  (path) => {
    expect(existsSync(path)).toBe(true);
  },
);
