import { expect, it } from "vitest";
import { findParagraphs } from "../../src/reading/paragraphs.ts";

it("finds the paragraphs of a text with mixed line ends, without the blank ones", () => {
  expect(findParagraphs("a\r\n\r\n  b c \n\n")).toEqual([
    { start: 0, end: 1 },
    { start: 7, end: 10 },
  ]);
});
