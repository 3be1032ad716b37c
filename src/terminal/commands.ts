import type { TerminalCommand } from "./command.ts";
import { add } from "./commands/add.ts";
import { ask } from "./commands/ask.ts";
import { check } from "./commands/check.ts";
import { correct } from "./commands/correct.ts";
import { edit } from "./commands/edit.ts";
import { exportArticles } from "./commands/export.ts";
import { history } from "./commands/history.ts";
import { list } from "./commands/list.ts";
import { read } from "./commands/read.ts";
import { remove } from "./commands/remove.ts";
import { restore } from "./commands/restore.ts";
import { show } from "./commands/show.ts";
import { sources } from "./commands/sources.ts";
import { speakers } from "./commands/speakers.ts";
import { timeline } from "./commands/timeline.ts";
import { verify } from "./commands/verify.ts";

/** Every command of the terminal, in the order `/help` shows them. */
export const COMMANDS: readonly TerminalCommand[] = [
  ...[ask, timeline, verify, speakers, sources],
  ...[read, add, list, show, edit, correct, remove, restore, history, exportArticles, check],
];
