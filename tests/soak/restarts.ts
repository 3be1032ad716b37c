import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Double } from "../discord/double/double.ts";
import { BotProcess } from "./bot-process.ts";
import { put, titlesIn } from "./soak.ts";
import { article, Neighbourhood, random } from "./traffic.ts";

export type RestartsReport = {
  readonly restarts: number;
  readonly interactions: number;
  readonly articlesAcknowledged: number;
  readonly articlesMissing: readonly string[];
  /** Pages turned and buttons pressed under answers from before a restart, that were answered. */
  readonly oldComponents: { readonly pressed: number; readonly answered: number };
  /** How the bot ended, by signal or status, and how often. */
  readonly ends: Readonly<Record<string, number>>;
  readonly failedStarts: number;
  readonly refused: readonly string[];
};

/** Ends the bot with `signal` under load, `times` times in a row on the same files, and starts it again. */
export async function restarts(signal: "SIGTERM" | "SIGKILL", times: number): Promise<RestartsReport> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-restarts-"));
  const double = await new Double().start();
  const draw = random(11);
  const neighbourhoods = Array.from({ length: 6 }, (_, i) => new Neighbourhood(double, i, draw));
  for (const { id } of neighbourhoods) mkdirSync(join(folder, id), { recursive: true });
  for (let i = 0; i < 10; i++) put(folder, `shared-${i}`, article(i));
  const ends: Record<string, number> = {};
  const oldComponents = { pressed: 0, answered: 0 };
  let failedStarts = 0;
  let bot = new BotProcess(double.api, folder);
  try {
    for (let i = 0; i <= times; i++) {
      try {
        await bot.ready();
      } catch {
        failedStarts++;
        break;
      }
      for (const neighbourhood of neighbourhoods) {
        const press = i === 0 ? null : neighbourhood.pressOld();
        if (press === null) continue;
        oldComponents.pressed++;
        await press.then(
          () => oldComponents.answered++,
          () => {},
        );
      }
      if (i === times) break;
      const count = () => neighbourhoods.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
      const before = count();
      const latest = Date.now() + 5_000;
      let until = latest;
      while (Date.now() < until) {
        // Some time after the first article of this round was acknowledged, in the middle of others.
        if (until === latest && count() > before) until = Math.min(latest, Date.now() + 100 + Math.floor(draw() * 500));
        for (const neighbourhood of neighbourhoods)
          neighbourhood
            .next()()
            .catch(() => {});
        neighbourhoods[i % 6]!.add().catch(() => {});
        await wait(60);
      }
      const status = String((await bot.end(signal)) ?? signal);
      ends[status] = (ends[status] ?? 0) + 1;
      bot = new BotProcess(double.api, folder);
    }
    await bot.end("SIGTERM");
    const stored = new Set(neighbourhoods.flatMap(({ id }) => titlesIn(join(folder, id))));
    const acknowledged = neighbourhoods.flatMap((neighbourhood) => neighbourhood.acknowledged);
    return {
      restarts: times,
      interactions: double.exchanges.size,
      articlesAcknowledged: acknowledged.length,
      articlesMissing: acknowledged.filter((title) => !stored.has(title)),
      oldComponents,
      ends,
      failedStarts,
      refused: double.rest.problems,
    };
  } finally {
    await bot.end("SIGKILL");
    await double.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
