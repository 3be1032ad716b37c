import { describe, expect, it } from "vitest";
import { findSpeakers } from "../../src/reading/find-speaker.ts";
import type { Speaker } from "../../src/reading/speakers.ts";

function speaker(
  name: string,
  quotations: number,
  roles: string[] = [],
  aliases: string[] = [name],
  kind: Speaker["kind"] = "person",
): Speaker {
  return { name, kind, aliases, roles, mentions: quotations + 1, quotations, articles: ["a"] };
}

const speakers = [
  speaker("Dmitry Peskov", 15, ["Russian Presidential Spokesperson"], ["Dmitry Peskov", "Peskov"]),
  speaker("Anna Lund", 4, ["harbour master"]),
  speaker("Erik Lund", 2, ["councillor"]),
  speaker("Jen Psaki", 2, ["White House press secretary"], ["Jen Psaki", "Psaki"]),
  speaker("José Álvarez", 1, [], ["José Álvarez", "Álvarez"]),
  speaker("World Health Organization", 1, [], ["World Health Organization", "WHO"], "organisation"),
  speaker("Georgia", 0, [], ["Georgia"], "place"),
  speaker("Georgia Smith", 0, [], ["Georgia Smith"]),
];

describe("findSpeakers", () => {
  it.each([
    ["Peskov", ["Dmitry Peskov"]],
    ["mr. peskov", ["Dmitry Peskov"]],
    ["Dmitry", ["Dmitry Peskov"]],
    ["the Kremlin's spokesman", ["Dmitry Peskov"]],
    ["Putin's spokesman", ["Dmitry Peskov"]],
    ["the Russian spokesperson", ["Dmitry Peskov"]],
    ["the White House spokesman", []],
    ["the White House press secretary", ["Jen Psaki"]],
    ["Lund", ["Anna Lund", "Erik Lund"]],
    ["alvarez", ["José Álvarez"]],
    ["the WHO", ["World Health Organization"]],
    ["Georgia", ["Georgia"]],
    ["Scholz", []],
    ["the", []],
    ["", []],
    ["?!", []],
  ])("%s", (words, names) => {
    expect(findSpeakers(words, speakers).map(({ name }) => name)).toEqual(names);
  });
});
