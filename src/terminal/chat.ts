import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { example } from "../answering/about-bot.ts";
import { type Context, printed, UsageError } from "./command.ts";
import { parseCommand, splitLine } from "./command-line.ts";
import { COMMANDS } from "./commands.ts";

/**
 * Where the chat reads and writes; `interactive`: a person at a terminal, with prompt and completion. `wrap` fits text
 * into the window.
 */
export type Surface = {
  readonly input: Readable;
  readonly output: Writable;
  readonly interactive: boolean;
  wrap(text: string): string;
};

/** What the chat begins with; names somebody whom the articles quote. */
function welcome({ scope }: Context): string {
  const first =
    scope.holdings.length === 0
      ? "There are no articles here yet; /add FILE takes one in"
      : `Type a question, ${example(scope)}`;
  return `Verbatim answers with the exact words of the articles and who said them.
${first} (or /help, /timeline, /speakers, /sources, /quit).
`;
}

/**
 * Answers each line typed until `/quit` or the end of the input. A plain line is a question; the conversation goes
 * on from line to line. A failing line is told and does not end the chat.
 */
export async function chat(surface: Surface, context: () => Context, forget: () => void): Promise<void> {
  const { input, output, interactive, wrap } = surface;
  const lines = createInterface({
    input,
    terminal: interactive,
    ...(interactive && { output, prompt: "> ", completer: (line: string) => complete(line, context()) }),
  });
  const say = (text: string) => output.write(`${text}\n`);
  say(wrap(welcome(context())));
  if (interactive) lines.prompt();
  for await (const line of lines) {
    if (/^\/?(?:quit|exit)$/i.test(line.trim())) break;
    if (line.trim() !== "") say(`${await answerLine(line.trim(), context, forget, wrap)}\n`);
    if (interactive) lines.prompt();
  }
  lines.close();
}

async function answerLine(
  line: string,
  context: () => Context,
  forget: () => void,
  wrap: (text: string) => string,
): Promise<string> {
  if (line === "/help") return wrap(help());
  if (line === "/forget") {
    forget();
    return wrap("Forgotten; the next question starts afresh.");
  }
  try {
    const { command, words, options } = parseCommand(
      line.startsWith("/") ? splitLine(line.slice(1)) : ["ask", "--", ...line.split(/\s+/)],
    );
    return printed(await command.run(words, options, context()), options, wrap);
  } catch (error) {
    if (error instanceof UsageError) return wrap(error.message);
    throw error;
  }
}

/** Every command with what it is for. */
export function help(): string {
  const rows = COMMANDS.map(({ name, usage, summary }) => `${`/${name} ${usage}`.trim()}\n    ${summary}`);
  return [
    'A line without a slash is a question; a follow-up such as "and about Ukraine?" is understood.',
    ...rows,
    "/forget\n    forget what was asked before",
    "/quit\n    leave",
    "With every command: --json prints one JSON value, --server ID means the articles that this server sees.",
    "As arguments (npm start -- ask ...) the commands have no slash.",
  ].join("\n");
}

/** Completes a command at the start of the line, a speaker's name anywhere else. */
export function complete(line: string, { scope }: Context): [string[], string] {
  if (/^\/\S*$/.test(line)) {
    const names = [...COMMANDS.map(({ name }) => name), "forget", "help", "quit"].map((name) => `/${name} `);
    return [names.filter((name) => name.startsWith(line)), line];
  }
  const word = /\S*$/.exec(line)![0];
  if (word === "") return [[], word];
  const names = scope.speakers.flatMap(({ aliases }) => aliases);
  return [names.filter((name) => name.toLowerCase().startsWith(word.toLowerCase())), word];
}
