import { expect, it } from "vitest";
import { inPlainWords } from "../../src/answering/plain-words.ts";

it.each([
  ["whos the mayor", "who is the mayor"],
  ["what's going on abt the ferry", "what is going on about the ferry"],
  ["y did ppl leave", "why did people leave"],
  ["waht did Lund say abuot it", "what did Lund say about it"],
  ["@verbatim what did Lund say", "what did Lund say"],
  ["what did U Thant say about the WHOS list", "what did U Thant say about the WHOS list"],
  ["what did Lund say?? pls answer fast!!!", "what did Lund say?"],
  ['"what did Lund say"', "what did Lund say"],
  ['"nobody closes a road"', '"nobody closes a road"'],
  ["Lund's letters", "Lund's letters"],
])("%j is %j", (typed, plain) => {
  expect(inPlainWords(typed)).toBe(plain);
});
