import { expect, it } from "vitest";
import { type Outcome, study } from "./study.ts";

it("answers a newcomer's questions", async () => {
  const counts = new Map<Outcome, number>();
  for await (const { outcome } of study("questions")) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const of = (outcome: Outcome) => counts.get(outcome) ?? 0;
  expect(of("right first") + of("right in the first three")).toBeGreaterThanOrEqual(78);
  expect(of("rightly silent")).toBeGreaterThanOrEqual(10);
  expect(of("wrongly answered")).toBeLessThanOrEqual(5);
});
