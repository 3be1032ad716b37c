import { expect, it } from "vitest";
import { crash } from "./crash.ts";
import { crashAdding } from "./crash-adding.ts";

// The short form of `npm run crash`; it runs what `npm ci` or `npm run build` built.
it("loses no acknowledged change when it is killed, and keeps nothing half", async () => {
  const { runs, acknowledged } = await crash(8, 4_711);
  expect(runs).toBe(8);
  expect(acknowledged).toBeGreaterThan(0);
}, 60_000);

it("completes an archive that was being added when it was killed", async () => {
  const { whole } = await crashAdding(3, 4_711, 10);
  expect(whole).toBeGreaterThan(0);
}, 60_000);
