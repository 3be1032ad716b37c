import { expect, it } from "vitest";
import { inPlainWords } from "../../src/answering/plain-words.ts";

it.each([
  ["whos the mayor", "who is the mayor"],
  ["what's going on abt the ferry", "what is going on about the ferry"],
  ["y did ppl leave", "why did people leave"],
  ["waht did Lund say abuot it", "what did Lund say about it"],
  ["who got charged in May", "who be charged in May"],
  ["did Lund get fired", "did Lund be fired"],
  ["how did they get in", "how did they get in"],
  ["what about the train thing", "what about the train"],
  ["wholl open the ferry", "who will open the ferry"],
  ["@verbatim what did Lund say", "what did Lund say"],
  ["what did U Thant say about the WHOS list", "what did U Thant say about the WHOS list"],
  ["what did Lund say?? pls answer fast!!!", "what did Lund say?"],
  ['"what did Lund say"', "what did Lund say"],
  ['"nobody closes a road"', '"nobody closes a road"'],
  ["Lund's letters", "Lund's letters"],
])("%j is %j", (typed, plain) => {
  expect(inPlainWords(typed)).toBe(plain);
});
