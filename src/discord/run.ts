import { join } from "node:path";
import { COMMANDS } from "../../commands/index.ts";
import type { Config } from "../config.ts";
import { Conversations } from "../conversation/memory.ts";
import { LIMITS } from "../corpus/changes.ts";
import { Corpus } from "../corpus/corpus.ts";
import { parseAllowed } from "../corpus/fetch/allowed.ts";
import { openEndpoint } from "../health/endpoint.ts";
import { createMetrics } from "../health/metrics.ts";
import { Activity } from "./activity.ts";
import { createAttachmentReader } from "./attachments.ts";
import { type Bot, startBot } from "./bot.ts";
import { createLog } from "./log.ts";
import { Pending } from "./pending.ts";
import { Questions } from "./questions.ts";
import { Refused } from "./refused.ts";

/**
 * Runs the bot until it is told to stop (SIGTERM, SIGINT). What keeps it from starting, or from going on, is one
 * sentence in the log. Exit status 2: somebody has to mend it first; 1: a supervisor should start it again.
 */
export async function runBot(config: Config & { readonly token: string }): Promise<void> {
  const log = createLog(config.logLevel, [config.token]);
  const end = (error: unknown) => {
    log.fatal({ err: error }, error instanceof Error ? error.message : String(error));
    process.exit(error instanceof Refused && error.again ? 1 : 2);
  };
  // A promise that nobody waits for must not end a bot that serves others.
  process.on("unhandledRejection", (err) => log.error({ err }, "A rejection that nobody took"));
  process.on("uncaughtException", (err) => {
    log.fatal({ err }, "Something failed that should not; the bot ends so that it is started anew");
    process.exit(1);
  });
  try {
    const limits = { ...LIMITS, articles: config.limits.articles, bytes: config.limits.bytes };
    const fetching = { allow: parseAllowed(config.fetchAllow.join(" ")).allowed };
    const corpus = await Corpus.open(config.corpusFolder, { limits, fetching, lasting: true });
    for (const note of corpus.notes) log.warn(note);
    for (const { path, line, message } of corpus.problems()) log.warn({ path, line }, message);
    const questions = new Questions(join(config.corpusFolder, ".index", "questions.jsonl"), (err) =>
      log.error({ err }, "The question behind a button cannot be kept on disk; give this user the permission to write"),
    );
    const activity = new Activity(new Date());
    const meter = config.healthPort === null ? null : createMetrics(() => corpus.size);
    const bot = await startBot(
      {
        token: config.token,
        api: config.discordApi,
        developmentServer: config.developmentServer,
        asksPerMinute: config.limits.asksPerMinute,
        commands: COMMANDS,
        onEnd: end,
        onLeave: (server) => {
          questions.forget(server);
          activity.forget(server);
          if (config.onLeave === "keep") return;
          void corpus
            .forget(server)
            .then((refused) => log.info({ server, refused }, "Deleted the articles of a server"));
        },
      },
      {
        corpus,
        conversations: new Conversations(),
        questions,
        activity,
        pending: new Pending(join(config.corpusFolder, ".index", "pending")),
        readAttachment: createAttachmentReader(config.discordApi),
        now: () => new Date(),
        log,
        ...(meter !== null && { meter }),
      },
    );
    stopOnSignal(bot, corpus, log);
    if (meter !== null && config.healthPort !== null) {
      const { port } = await openEndpoint(config.healthPort, meter, () =>
        bot.isConnected() ? null : "Not connected to Discord; trying again.",
      );
      log.info({ port }, "Health and metrics on 127.0.0.1");
    }
    await corpus.watch((noticed) => {
      if (noticed.kind !== "broken") log.info({ path: noticed.path }, `An article file was ${noticed.kind}`);
      else for (const { path, line, message } of noticed.problems) log.warn({ path, line }, message);
    });
  } catch (error) {
    end(error);
  }
}

function stopOnSignal(bot: Bot, corpus: Corpus, log: ReturnType<typeof createLog>): void {
  let stopping = false;
  const stop = async (signal: string) => {
    // A second signal means now.
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "Stopping: finishing what is open");
    await bot.stop();
    await corpus.close();
    log.info("Stopped");
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
}
