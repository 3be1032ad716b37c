import { hours } from "./hours.ts";
import { restarts } from "./restarts.ts";
import { type SoakReport, soak } from "./soak.ts";

/**
 * `npm run soak`: 7,000 interactions at 100 a second over 50 servers while Discord misbehaves; other numbers may follow.
 * `npm run soak -- restarts [20]`: ended under load with SIGTERM, then with SIGKILL, so many times each.
 * `npm run soak -- hours [200000] [10000]`: so many questions from so many members.
 *
 * Each prints one JSON value and ends with status 1 when its bar is missed.
 */
const [first = "", ...rest] = process.argv.slice(2);
const numbers = (/^\d/.test(first) ? [first, ...rest] : rest).map(Number);

if (first === "restarts") {
  const [times = 20] = numbers;
  const reports = [await restarts("SIGTERM", times), await restarts("SIGKILL", times)];
  const bad = reports.some(
    ({ articlesMissing, failedStarts, oldComponents: { pressed, answered } }) =>
      articlesMissing.length + failedStarts > 0 || answered < pressed,
  );
  print({ sigterm: reports[0], sigkill: reports[1] }, bad);
} else if (first === "hours") {
  const [questions = 200_000, members = 10_000] = numbers;
  const report = await hours(questions, members);
  print(report, Math.abs(report.growth) > 5);
} else {
  const [interactions = 7_000, perSecond = 100, servers = 50] = numbers;
  const report = await soak({ interactions, perSecond, servers, troubleEveryMs: 2_000, seed: 7 });
  const { lost, answeredTwice, refused, articlesMissing } = report;
  print({ ...report, errors: countOf(report) }, lost + answeredTwice + refused.length + articlesMissing.length > 0);
}

function print(report: object, bad: boolean): void {
  console.log(JSON.stringify(report, null, 2));
  if (bad) process.exitCode = 1;
}

function countOf({ errors }: SoakReport): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const error of errors) counts[error] = (counts[error] ?? 0) + 1;
  return counts;
}
