import { basename } from "node:path";
import { count } from "../../answering/wording.ts";
import type { Problem } from "../../corpus/article-file.ts";
import { serverOf } from "../../corpus/library.ts";
import type { Scope } from "../../corpus/scope.ts";
import { notice, type View } from "./components.ts";
import { inline } from "./escape.ts";

const PROBLEMS = 10;

/** How the bot is doing, as far as one server may know. */
export type Status = {
  readonly scope: Scope;
  readonly hidden: number;
  readonly questions: number;
  /** With the server's own files. */
  readonly problems: readonly Problem[];
  readonly started: Date;
  /** Of the whole process, in bytes. */
  readonly memory: number;
};

/** What moderators want to know when something seems wrong. */
export function renderStatus({ scope, hidden, questions, problems, started, memory }: Status): View {
  const own = scope.holdings.filter(({ article }) => serverOf(article.id) !== null).length;
  const quotations = scope.holdings.reduce((sum, { reading }) => sum + reading.attributions.length, 0);
  const speakers = scope.speakers.filter((speaker) => speaker.quotations > 0).length;
  const wrong = problems.slice(0, PROBLEMS).map(({ path, line, message }) => {
    // Paths of the machine are nobody's business here; a message may begin with one too.
    const where = line === null ? "" : `, line ${line}`;
    return `- ${inline(`${basename(path)}${where}: ${message.replaceAll(path, basename(path))}`, 250)}`;
  });
  const left = problems.length - wrong.length;
  return notice(
    [
      "### Status",
      `**Articles**: ${own} of this server, ${scope.holdings.length - own} shared${hidden > 0 ? `, ${hidden} hidden here` : ""}`,
      `**Quotations**: ${quotations}, of ${count(speakers, "speaker")}`,
      `**Questions here since the start**: ${questions}`,
      `**Started**: <t:${Math.floor(started.getTime() / 1000)}:R>`,
      `**Memory of the bot**: ${Math.round(memory / 2 ** 20)} MB`,
      `**Problems with this server’s files**: ${problems.length === 0 ? "none" : problems.length}`,
      ...wrong,
      ...(left > 0 ? [`-# and ${left} more`] : []),
    ].join("\n"),
  );
}
