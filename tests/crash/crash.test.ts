import { expect, it } from "vitest";
import { crash } from "./crash.ts";

// The short form of `npm run crash`; it runs what `npm ci` or `npm run build` built.
it("loses no acknowledged change when it is killed, and keeps nothing half", async () => {
  const { runs, acknowledged } = await crash(8, 4_711);
  expect(runs).toBe(8);
  expect(acknowledged).toBeGreaterThan(0);
}, 60_000);
