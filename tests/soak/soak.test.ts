import { expect, it } from "vitest";
import { soak } from "./soak.ts";

/** The short form of `npm run soak`. */
it("loses nothing and answers nothing twice while Discord misbehaves", { timeout: 60_000 }, async () => {
  const report = await soak({ interactions: 150, perSecond: 25, servers: 5, troubleEveryMs: 300, seed: 3 });
  expect(report).toMatchObject({ lost: 0, answeredTwice: 0, refused: [], articlesMissing: [], status: 0 });
  expect(Object.keys(report.troubles).length).toBeGreaterThanOrEqual(5);
  expect(report.answered + report.lostToDiscord).toBe(report.interactions);
});
