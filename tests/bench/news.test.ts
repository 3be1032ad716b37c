import { expect, it } from "vitest";
import { textOf } from "../../src/span.ts";
import { News } from "./news.ts";

it("makes the same news and questions of 4 to 12 words from the same seed", () => {
  const [one, other] = [new News(3), new News(3)];
  const holdings = [...one.holdings(60)];
  expect([...other.holdings(60)]).toEqual(holdings);
  expect(holdings.map(({ reading }) => reading.sentences.length)).toEqual([20, 20, 20]);
  for (const { article, reading } of holdings) {
    for (const timex of reading.timexes) {
      const day = new Date(`${textOf(article.body, timex)} UTC`);
      expect(day.toISOString().slice(0, 10)).toBe(timex.value);
    }
    for (const { mention, speaker } of reading.attributions) expect(textOf(article.body, mention!)).toBe(speaker);
  }
  const questions = one.questions(200);
  expect(other.questions(200)).toEqual(questions);
  const lengths = questions.map((question) => question.split(" ").length);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(12);
});
