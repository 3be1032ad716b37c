import { expect, it } from "vitest";
import { fuzz } from "./fuzz.ts";

/** The short form of `npm run fuzz`. */
it("survives mutated interactions, leaks nothing of another server and pings nobody", { timeout: 60_000 }, async () => {
  expect(await fuzz(150, 2)).toMatchObject({
    sent: 150,
    leaks: 0,
    pings: 0,
    refused: [],
    alive: true,
    otherArticles: [4, 4],
    answersAfterwards: true,
  });
});
