import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { HARBOUR, HARBOUR_ARTICLE } from "./articles.ts";
import { type Member, quotesOf, Server, textOf } from "./double/world.ts";
import { type Started, started } from "./started.ts";

let run: Started;
let anna: Member;
beforeAll(async () => {
  run = await started((double, library) => {
    library.put(HARBOUR_ARTICLE);
    anna = new Server(double).member("anna");
  });
});
afterAll(() => run.stop());
afterEach(() => expect(run.double.rest.problems).toEqual([]));

it("answers a question with the article's words", async () => {
  const { message, acknowledged } = await anna.slash("ask", { question: "forty tonnes crane" });
  expect(acknowledged).toBe(4);
  const quotes = quotesOf(message);
  expect(quotes.length).toBeGreaterThan(0);
  for (const quote of quotes) expect(HARBOUR).toContain(quote);
  expect(textOf(message)).toContain("The Quay");
});
