import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const text = readFileSync(".github/SECURITY.md", "utf8");

it.each(
  [...text.matchAll(/`(tests\/[\w/.-]+\.test\.ts)`(?: "([^"]+)")?/g)].map(([, file, name]) => [file!, name ?? ""]),
)('SECURITY.md points to a test that is there: %s "%s"', (file, name) => {
  expect(readFileSync(file, "utf8")).toContain(name);
});

it.each([...text.matchAll(/`((?:src|tests)\/[\w/.-]+)`/g)].map(([, path]) => path!))(
  "SECURITY.md names a place that is there: %s",
  (path) => {
    expect(existsSync(path)).toBe(true);
  },
);
