import { expect, it } from "vitest";
import { isForeign } from "../../src/answering/foreign.ts";

it.each([
  "Was hat Peskow über die Nato gesagt?",
  "wer hat das gesagt",
  "qu'est-ce que Peskov a dit sur les frontières",
  "¿qué dijo Peskov sobre la OTAN?",
  "cosa ha detto il ministro della difesa",
  "что сказал Песков",
])("%j is not English", (text) => {
  expect(isForeign(text)).toBe(true);
});

it.each([
  "what did Peskov say about NATO",
  "what did von der Leyen say",
  "who lives in Los Angeles",
  "Dvořák fishing ground",
  "die hard",
  "",
])("%j is taken for English", (text) => {
  expect(isForeign(text)).toBe(false);
});
