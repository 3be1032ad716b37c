import type { TerminalCommand } from "./command.ts";
import { ask } from "./commands/ask.ts";
import { read } from "./commands/read.ts";
import { sources } from "./commands/sources.ts";
import { speakers } from "./commands/speakers.ts";
import { verify } from "./commands/verify.ts";

/** Every command of the terminal, in the order `/help` shows them. */
export const COMMANDS: readonly TerminalCommand[] = [ask, verify, speakers, sources, read];
