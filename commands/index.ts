import type { Command } from "../src/discord/command.ts";
import { addToCorpus } from "./add-to-corpus.ts";
import { article } from "./article.ts";
import { ask } from "./ask.ts";
import { checkQuote } from "./check-quote.ts";
import { forget } from "./forget.ts";
import { help } from "./help.ts";
import { sources } from "./sources.ts";
import { speakers } from "./speakers.ts";
import { status } from "./status.ts";
import { timeline } from "./timeline.ts";
import { verify } from "./verify.ts";

/** Everything that Discord offers of this bot. A new command is a file beside this one and a line here. */
export const COMMANDS = [
  ask,
  timeline,
  verify,
  speakers,
  sources,
  forget,
  help,
  article,
  status,
  checkQuote,
  addToCorpus,
] as readonly Command[];
