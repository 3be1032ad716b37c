import type { Act, Change } from "../changes.ts";
import type { Refused } from "../extract/extracted.ts";
import type { Workshop } from "../workshop.ts";
import type { Refusal } from "./log-lines.ts";
import { ArticleMerge, type Merged, VERSIONS } from "./merge.ts";
import { LogMerge, type MergedLogs } from "./merge-logs.ts";
import { openArchive } from "./open-archive.ts";
import type { ArchiveLimits, Part } from "./read-archive.ts";

/** What became of an archive, or would become of it. */
export type Summary = Merged &
  MergedLogs & {
    /** Why it ended before its end; adding it again goes on. `null` when it did not. */
    readonly stopped: { readonly message: string; readonly cause?: unknown } | null;
  };

export type Progress = (done: number, all: number) => void;

/** An archive of a server holds at most so many times the bytes it may have: older versions come on top. */
const BYTES = 4;
/** Who runs the bot is bound by what a ZIP can hold, and by the time one has. */
const UNBOUND = { entries: 0xffff, bytes: 4e9 };

/**
 * Adds everything of an archive that `exportScope` made to a scope. What is there already stays as it is; each article
 * is added whole or not at all; the same archive again completes what was interrupted.
 *
 * `isDry` writes nothing and tells what would become of it.
 */
export async function addArchive(
  shop: Workshop,
  server: string | null,
  archive: Uint8Array,
  act: Act,
  { isDry = false, progress = (() => {}) as Progress } = {},
): Promise<Summary | Refused> {
  const target = { shop, server, act, isDry };
  const articles = new ArticleMerge(target);
  const logs = new LogMerge(target, articles.slugs);
  const refused: Refusal[] = [];
  let stopped: Summary["stopped"] = null;
  let [done, all] = [0, 0];
  for await (const part of openArchive(archive, limitsOf(shop, server, act))) {
    if (part.kind === "refused") {
      // Nothing was written yet, or what was written is whole.
      if (all === 0) return { refused: part.refused };
      stopped = { message: part.refused };
      break;
    }
    refused.push(...part.refused);
    if (part.kind === "opened" && part.server !== null && server === null) return { refused: othersOwn(part.server) };
    if (part.kind === "opened") all = part.articles;
    const failure = await takePart(part, articles, logs);
    if (failure?.kind === "refused") {
      stopped = failure;
      break;
    }
    if (part.kind !== "articles") continue;
    done += part.articles.length;
    progress(done, all);
  }
  progress(all, all);
  const { removed, versions, added, present } = articles.merged;
  const { history, reports, hidden } = logs.merged;
  refused.push(...articles.merged.refused, ...logs.merged.refused);
  return { added, present, refused, removed, versions, history, reports, hidden, stopped };
}

/** Unpacked, the articles can still be shared: on purpose. */
function othersOwn(server: string): string {
  return `The archive holds the articles of server ${server}, and every server would see them; add it with --server ${server}.`;
}

async function takePart(part: Part, articles: ArticleMerge, logs: LogMerge): Promise<Change | null> {
  switch (part.kind) {
    case "articles":
      return articles.take(part.articles);
    case "history":
      return logs.history(part.lines);
    case "reports":
      return logs.reports(part.lines);
    case "hidden":
      return logs.hidden(part.slugs);
    default:
      return null;
  }
}

function limitsOf({ limits }: Workshop, server: string | null, act: Act): ArchiveLimits {
  const { articles, bytes, articleBytes } = limits;
  const bounds = server === null ? UNBOUND : { entries: VERSIONS * articles + 10, bytes: BYTES * bytes };
  return { ...bounds, articleBytes, now: act.at };
}
