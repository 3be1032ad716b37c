import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { TOKEN } from "../discord/double/double.ts";
import type { Memory } from "./tell-memory.ts";

/** What is built; this file runs from source (vitest) and built. */
const BUILT = new URL(import.meta.url.endsWith(".ts") ? "../../dist/" : "../../", import.meta.url);
const MAIN = fileURLToPath(new URL("src/main.js", BUILT));
const TELL_MEMORY = new URL("tests/soak/tell-memory.js", BUILT).href;

/** One line of the bot's log. */
export type Logged = { readonly level: number; readonly msg: string; readonly [field: string]: unknown };

/** The bot in a process of its own, as a stranger runs it, against Discord's double. */
export class BotProcess {
  /** What it logged, the first lines of it. */
  readonly logged: Logged[] = [];
  readonly #process: ChildProcess;
  /** Kept when it has ended and all that it logged was read. */
  readonly #closed: Promise<unknown>;
  #port: number | null = null;
  #ready: () => void = () => {};

  constructor(api: string, corpusFolder: string, settings: Readonly<Record<string, string>> = {}) {
    this.#process = spawn(process.execPath, ["--expose-gc", "--import", TELL_MEMORY, MAIN], {
      env: {
        PATH: process.env.PATH,
        DISCORD_TOKEN: TOKEN,
        DISCORD_API: api,
        CORPUS_DIR: corpusFolder,
        HEALTH_PORT: "0",
        ASKS_PER_MINUTE: "100000",
        ...settings,
      },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    const lines = createInterface({ input: this.#process.stdout as Readable });
    this.#closed = Promise.all([once(this.#process, "close"), once(lines, "close")]);
    lines.on("line", (line) => {
      const entry = JSON.parse(line) as Logged;
      if (this.logged.length < 10_000) this.logged.push(entry);
      if (typeof entry.port !== "number") return;
      this.#port = entry.port;
      this.#ready();
    });
  }

  /** Resolves when the bot is connected and its health endpoint is open. */
  async ready(): Promise<void> {
    if (this.#port !== null) return;
    await Promise.race([
      new Promise<void>((resolve) => {
        this.#ready = resolve;
      }),
      once(this.#process, "exit").then(([code]) => {
        throw new Error(`The bot ended with status ${code}: ${this.logged.at(-1)?.msg}`);
      }),
    ]);
  }

  /** Its status, once it has ended by itself. */
  async ended(): Promise<number | null> {
    await this.#closed;
    return this.#process.exitCode;
  }

  /** What the bot's `/health` says. */
  async health(): Promise<{ status: number; text: string }> {
    const response = await fetch(`http://127.0.0.1:${this.#port}/health`);
    return { status: response.status, text: await response.text() };
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** The numbers that the bot's `/metrics` gives, those without labels. Reading begins the next count of the event loop. */
  async metrics(): Promise<(name: string) => number> {
    const response = await fetch(`http://127.0.0.1:${this.#port}/metrics`);
    const text = await response.text();
    return (name) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
  }

  /** Bytes, after a collection. */
  async memory(): Promise<Memory> {
    this.#process.send("memory");
    const [told] = await once(this.#process, "message");
    return told as Memory;
  }

  /** Ends the process and gives its status; `null` when the signal ended it. */
  async end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    if (this.isRunning) {
      this.#process.kill(signal);
      await this.#closed;
    }
    return this.#process.exitCode;
  }
}
