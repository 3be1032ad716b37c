import { parseArgs } from "node:util";
import { type Options, type TerminalCommand, UsageError } from "./command.ts";
import { COMMANDS } from "./commands.ts";

/** A command with its words and options, ready to run. */
export type Invocation = { readonly command: TerminalCommand; readonly words: string[]; readonly options: Options };

const EVERYWHERE = { json: { type: "boolean" }, server: { type: "string" } } as const;

/**
 * Understands `ask "..." --json`. Throws a {@link UsageError} that says what was wrong and how it is used.
 */
export function parseCommand(args: readonly string[]): Invocation {
  const [name, ...rest] = args;
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const names = COMMANDS.map((candidate) => candidate.name).join(", ");
    throw new UsageError(`There is no command "${name ?? ""}". There are: ${names}, help.`);
  }
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...EVERYWHERE, ...command.options },
      allowPositionals: true,
    });
    const options = values as Options;
    if (typeof options.server === "string" && !/^\d{17,20}$/.test(options.server)) {
      throw new UsageError(`--server is "${options.server}"; write the server's id, 17 to 20 digits.`);
    }
    return { command, words: positionals, options };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // Node's advice about "--" after it leads astray.
    const what = error instanceof Error ? error.message.split(/\.? (?=To specify)|\.?\n/)[0] : String(error);
    throw new UsageError(`${what}.\nUse it so: ${command.name} ${command.usage}`);
  }
}

/** A line typed in the chat as arguments; quotation marks hold an option's value together, elsewhere they stay. */
export function splitLine(line: string): string[] {
  const args: string[] = [];
  for (const [word] of line.matchAll(/(?:--[\w-]+=)?"[^"]*"|\S+/g)) {
    const value = args.at(-1)?.startsWith("--") && !args.at(-1)!.includes("=");
    args.push(value || word.startsWith("--") ? word.replaceAll('"', "") : word);
  }
  return args;
}
