import { expect, it } from "vitest";
import { type Outcome, type Questions, study } from "./study.ts";

it.each<[Questions, number, number, number]>([
  ["questions", 83, 10, 3],
  ["as-typed", 61, 12, 4],
  ["newcomer", 38, 10, 1],
  ["talks", 38, 8, 8],
])("answers a newcomer's questions: %s", async (file, right, silent, wrong) => {
  const counts = new Map<Outcome, number>();
  for await (const { outcome } of study(file)) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const of = (outcome: Outcome) => counts.get(outcome) ?? 0;
  expect(of("right first") + of("right in the first three")).toBeGreaterThanOrEqual(right);
  expect(of("rightly silent")).toBeGreaterThanOrEqual(silent);
  expect(of("wrongly answered")).toBeLessThanOrEqual(wrong);
});
