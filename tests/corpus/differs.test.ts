import { describe, expect, it } from "vitest";
import { findDifferences } from "../../src/corpus/differs.ts";

describe("findDifferences", () => {
  it("finds nothing in equal texts, whatever their line ends", () => {
    expect(findDifferences("a\nb\n", "a\r\n\r\nb")).toEqual([]);
  });

  it("tells a changed paragraph as one removed and one added, in its place", () => {
    expect(findDifferences("a\nb\nc", "a\nB\nc")).toEqual([
      { kind: "removed", text: "b" },
      { kind: "added", text: "B" },
    ]);
  });

  it("tells what was put in and what was left out around what stayed", () => {
    expect(findDifferences("a\nb\nc\nd", "x\nb\nd\ny")).toEqual([
      { kind: "removed", text: "a" },
      { kind: "added", text: "x" },
      { kind: "removed", text: "c" },
      { kind: "added", text: "y" },
    ]);
  });

  it("counts a paragraph that stands there once more", () => {
    expect(findDifferences("a", "a\na")).toEqual([{ kind: "added", text: "a" }]);
  });

  it("tells a paragraph that moved as removed here and added there", () => {
    expect(findDifferences("a\nb\nc", "b\nc\na")).toEqual([
      { kind: "removed", text: "a" },
      { kind: "added", text: "a" },
    ]);
  });

  it("takes texts of very many paragraphs", () => {
    const lines = (prefix: string) => Array.from({ length: 5_000 }, (_, i) => `${prefix}${i}`);
    const differences = findDifferences([...lines("a"), "z"].join("\n"), ["z", ...lines("b")].join("\n"));
    expect(differences).toHaveLength(10_000);
    expect(differences.filter(({ text }) => text === "z")).toEqual([]);
  });
});
