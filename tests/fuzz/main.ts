import { fuzz } from "./fuzz.ts";

/** `npm run fuzz [interactions] [seed]`: prints one JSON value, ends with status 1 when something happened that must not. */
const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const report = await fuzz(count, seed);
console.log(
  JSON.stringify({ ...report, refused: report.refused.slice(0, 20), refusedCount: report.refused.length }, null, 2),
);
const { leaks, pings, refused, alive, answersAfterwards, otherArticles } = report;
const ok = leaks + pings + refused.length === 0 && alive && answersAfterwards && otherArticles[0] === otherArticles[1];
if (!ok) process.exitCode = 1;
