import { soak } from "./soak.ts";

/** `npm run soak [interactions] [per second] [servers]`: prints one JSON value, ends with status 1 when anything was lost. */
const [interactions = 5_000, perSecond = 100, servers = 50] = process.argv.slice(2).map(Number);
const report = await soak({ interactions, perSecond, servers, troubleEveryMs: 2_000, seed: 7 });
const { errors, ...figures } = report;
const counted = new Map<string, number>();
for (const error of errors) counted.set(error, (counted.get(error) ?? 0) + 1);
console.log(JSON.stringify({ ...figures, errors: Object.fromEntries(counted) }, null, 2));
if (report.lost + report.answeredTwice + report.refused.length + report.articlesMissing.length > 0)
  process.exitCode = 1;
