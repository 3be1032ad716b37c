import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { vi } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { Conversations } from "../../src/conversation/memory.ts";
import { formatArticleFile } from "../../src/corpus/article-file.ts";
import type { Draft } from "../../src/corpus/changes.ts";
import { Corpus } from "../../src/corpus/corpus.ts";
import { parseAllowed } from "../../src/corpus/fetch/allowed.ts";
import { Activity } from "../../src/discord/activity.ts";
import { createAttachmentReader } from "../../src/discord/attachments.ts";
import { type Bot, type BotOptions, startBot } from "../../src/discord/bot.ts";
import type { Services } from "../../src/discord/command.ts";
import { createLog } from "../../src/discord/log.ts";
import { Pending } from "../../src/discord/pending.ts";
import { Questions } from "../../src/discord/questions.ts";
import { Double, TOKEN } from "./double/double.ts";

/** Puts an article file into the corpus before the bot starts; `id` is `<slug>` or `<server>/<slug>`. */
export type Put = (id: string, draft: Pick<Draft, "title" | "body"> & Partial<Draft>) => void;

/** Waits until `check` throws no more; on a busy machine that takes its time. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 15_000 });

/** The bot as it is, connected to the double, with a corpus on the disk. */
export class Started {
  readonly double = new Double();
  readonly folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  readonly logged: Record<string, unknown>[] = [];
  readonly #log = createLog("debug", [TOKEN], { write: (line: string) => void this.logged.push(JSON.parse(line)) });
  readonly #options: Partial<BotOptions>;
  now = new Date("2022-02-01T12:00:00Z");
  services!: Services;
  bot!: Bot;

  constructor(options: Partial<BotOptions> = {}) {
    this.#options = options;
  }

  async start(prepare: (put: Put, double: Double) => void): Promise<this> {
    await this.double.start();
    prepare((id, draft) => {
      const path = join(this.folder, `${id}.md`);
      mkdirSync(dirname(path), { recursive: true });
      const published = { value: "2022-01-17", basis: "stated" } as const;
      writeFileSync(path, formatArticleFile({ publisher: null, url: null, author: null, published, ...draft }));
    }, this.double);
    await this.#connect();
    return this;
  }

  /** Stops the bot and starts it anew on the same files. */
  async restart(): Promise<void> {
    await this.bot.stop();
    await this.#connect();
  }

  async stop(): Promise<void> {
    await this.bot?.stop();
    await this.double.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** Nothing that Discord would refuse was sent, and no error was logged. */
  expectClean(): void {
    assert.deepEqual(this.double.rest.problems, []);
    assert.deepEqual(
      this.logged.filter(({ level }) => Number(level) >= 40),
      [],
    );
  }

  async #connect(): Promise<void> {
    this.services = {
      // A test may add pages that the double serves, and nothing else from this machine.
      corpus: await Corpus.open(this.folder, {
        fetching: { allow: parseAllowed(new URL(this.double.api).host).allowed },
      }),
      conversations: new Conversations(),
      questions: new Questions(join(this.folder, ".index", "questions.jsonl")),
      pending: new Pending(join(this.folder, ".index", "pending")),
      activity: new Activity(this.now),
      readAttachment: createAttachmentReader(this.double.api),
      now: () => this.now,
      log: this.#log,
    };
    const usual = { token: TOKEN, developmentServer: null, asksPerMinute: 10_000, commands: COMMANDS };
    this.bot = await startBot({ ...usual, api: this.double.api, ...this.#options }, this.services);
  }
}
