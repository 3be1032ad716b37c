import type { Readable, Writable } from "node:stream";
import type { Config } from "../config.ts";
import { Conversations } from "../conversation/memory.ts";
import type { Problem } from "../corpus/article-file.ts";
import { LIMITS } from "../corpus/changes.ts";
import { Corpus } from "../corpus/corpus.ts";
import { parseAllowed } from "../corpus/fetch/allowed.ts";
import { chat, help } from "./chat.ts";
import { type Context, printed, type Status, UsageError } from "./command.ts";
import { parseCommand } from "./command-line.ts";
import { progressBar } from "./progress.ts";
import { printable, styleFor } from "./style.ts";
import { wrapLines } from "./wrap.ts";

type Streams = {
  readonly stdin: Readable & { isTTY?: boolean };
  readonly stdout: Writable & { isTTY?: boolean; columns?: number };
  readonly stderr: Writable & { isTTY?: boolean };
};

/** The one conversation of a terminal. */
const HERE = "terminal";

/**
 * The product without Discord: one command when there are `args`, else a chat. Gives the exit status: 0 passages,
 * 1 nothing found or a question back, 2 wrong usage or failure. With `--json` standard output holds one JSON value.
 */
export async function runTerminal(args: readonly string[], config: Config, streams: Streams): Promise<Status> {
  const { stdin, stdout, stderr } = streams;
  const style = styleFor(stdout.isTTY === true && process.env.NO_COLOR === undefined);
  // Whoever reads the output may stop early: `npm start -- speakers | head`.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    complain(`The output cannot be written (${error.code}).`);
    process.exit(2);
  });
  // Asked each time: a window may be made narrower.
  const wrap = (text: string) => (stdout.isTTY === true && stdout.columns ? wrapLines(text, stdout.columns) : text);
  const complain = (text: string) => stderr.write(`${text}\n`);
  try {
    if (args[0] === "help" || ["--help", "-h"].includes(args.at(-1) ?? "")) {
      stdout.write(`${wrap(help())}\n`);
      return 0;
    }
    const invocation = args.length > 0 ? parseCommand(args) : null;
    const corpus = await openCorpus(config, progressBar(stderr, "Reading the articles"));
    const complainOf = ({ path, line, message }: Problem) =>
      complain(printable(`${path}${line === null ? "" : `, line ${line}`}: ${message}`));
    for (const note of corpus.notes) complain(printable(note));
    // `check` tells them itself.
    if (invocation?.command.name !== "check") corpus.problems().forEach(complainOf);
    const server = typeof invocation?.options.server === "string" ? invocation.options.server : null;
    const now = () => new Date();
    const memory = new Conversations();
    const context = (): Context => ({
      corpus,
      server,
      scope: corpus.scope(server),
      style,
      now,
      today: now().toISOString().slice(0, 10),
      progress: progressBar(stderr, "Adding"),
      conversation: invocation === null ? memory.get(HERE, now().getTime()) : null,
      remember: (answer) => memory.remember(HERE, answer, now().getTime()),
    });
    if (invocation === null) {
      await corpus.watch((noticed) => {
        if (noticed.kind === "broken") noticed.problems.forEach(complainOf);
      });
      await chat({ input: stdin, output: stdout, interactive: stdin.isTTY === true, wrap }, context, () =>
        memory.forget(HERE),
      );
      await corpus.close();
      return 0;
    }
    const { command, words, options } = invocation;
    const outcome = await command.run(words, options, context());
    await corpus.close();
    stdout.write(`${printed(outcome, options, wrap)}\n`);
    return outcome.status;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(error.message);
    return 2;
  }
}

async function openCorpus(
  { corpusFolder, limits, fetchAllow }: Config,
  progress: (done: number, all: number) => void,
): Promise<Corpus> {
  try {
    const { articles, bytes } = limits;
    const fetching = { allow: parseAllowed(fetchAllow.join(" ")).allowed };
    return await Corpus.open(corpusFolder, { limits: { ...LIMITS, articles, bytes }, progress, fetching });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
