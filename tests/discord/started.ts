import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMANDS } from "../../commands/index.ts";
import { Library } from "../../src/corpus/library.ts";
import { type Bot, startBot } from "../../src/discord/bot.ts";
import type { Services } from "../../src/discord/command.ts";
import { RecentConversations } from "../../src/discord/conversations.ts";
import { createLog } from "../../src/discord/log.ts";
import { Questions } from "../../src/discord/questions.ts";
import { Double, TOKEN } from "./double/double.ts";

/** The bot, unmodified, connected to the double; with its articles in memory and its files in a folder of its own. */
export type Started = {
  readonly double: Double;
  readonly library: Library;
  readonly logged: Record<string, unknown>[];
  services: Services;
  bot: Bot;
  /** Stops the bot and starts it anew on the same files. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export async function started(
  prepare: (double: Double, library: Library) => void,
  { asksPerMinute = 10_000, now = () => new Date("2022-02-01T12:00:00Z") } = {},
): Promise<Started> {
  const double = await new Double().start();
  const library = new Library();
  prepare(double, library);
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  const logged: Record<string, unknown>[] = [];
  const log = createLog("debug", { write: (line: string) => void logged.push(JSON.parse(line)) });
  const services = (): Services => ({
    corpus: library,
    conversations: new RecentConversations(),
    questions: new Questions(join(folder, "questions.jsonl")),
    now,
    log,
  });
  const start = (from: Services) =>
    startBot({ token: TOKEN, api: double.api, developmentServer: null, asksPerMinute, commands: COMMANDS }, from);
  const first = services();
  const running: Started = {
    double,
    library,
    logged,
    services: first,
    bot: await start(first),
    async restart() {
      await running.bot.stop();
      running.services = services();
      running.bot = await start(running.services);
    },
    async stop() {
      await running.bot.stop();
      await double.stop();
      rmSync(folder, { recursive: true });
    },
  };
  return running;
}
