import { articleId, isSlug } from "../article-id.ts";
import type { Act, Change, HistoryEntry } from "../changes.ts";
import { HISTORY, historyEntries } from "../history.ts";
import { OPEN, REPORTS, readReports, reportLines } from "../report.ts";
import { reportId } from "../report-id.ts";
import { HIDDEN } from "../workshop.ts";
import type { HistoryLine, Refusal, ReportLine } from "./log-lines.ts";
import type { Target } from "./merge.ts";

/** What of history, reports and hidden articles was added, or would be. */
export type MergedLogs = { readonly refused: Refusal[]; history: number; reports: number; hidden: number };

/** A history this long is read slowly; an archive adds nothing to it. */
const MOST_HISTORY = 100_000;

/**
 * Adds the history, the reports and the hidden articles of an archive to those of a scope: what is there stays, what is
 * there already is not added again, and each added line says who brought it and when.
 */
export class LogMerge {
  readonly merged: MergedLogs = { refused: [], history: 0, reports: 0, hidden: 0 };
  readonly #target: Target;
  /** Where the archive's articles are here. */
  readonly #slugs: ReadonlyMap<string, string>;
  #known: Set<string> | null = null;

  constructor(target: Target, slugs: ReadonlyMap<string, string>) {
    this.#target = target;
    this.#slugs = slugs;
  }

  /** The history of an article goes where the article went; that of one that was not taken stays out. */
  async history(lines: readonly HistoryLine[]): Promise<Change | null> {
    const { shop, server } = this.#target;
    this.#known ??= new Set((await historyEntries(shop, server)).map(withoutMark));
    const known = this.#known;
    const added: HistoryEntry[] = [];
    for (const { entry, slug } of lines) {
      const article = this.#idFor(slug, entry.article);
      if (article === null) continue;
      const mapped = { ...entry, article };
      if (known.has(withoutMark(mapped))) continue;
      if (known.size >= MOST_HISTORY) {
        this.merged.refused.push({ name: HISTORY, message: `has more than the ${MOST_HISTORY} lines that are kept` });
        break;
      }
      known.add(withoutMark(mapped));
      added.push({ ...mapped, imported: this.#mark });
    }
    this.merged.history += added.length;
    return this.#append(HISTORY, added);
  }

  async reports(lines: readonly ReportLine[]): Promise<Change | null> {
    if (lines.length === 0) return null;
    const { shop, server } = this.#target;
    const { library } = shop;
    const there = (await reportLines(shop, server)) as Partial<Record<"at" | "article" | "quotation", string>>[];
    const known = new Set(
      there.flatMap(({ at, article, quotation }) =>
        at !== undefined && article !== undefined && quotation !== undefined
          ? [reportId({ at, article, quotation })]
          : [],
      ),
    );
    let open = (await readReports(shop, server)).length;
    const added: object[] = [];
    for (const { report, slug, closed } of lines) {
      const article = this.#idFor(slug, report.article);
      const id = article === null ? "" : reportId({ ...report, article });
      if (article === null || known.has(id)) continue;
      const shared = slug === null ? library.scope(null).get(article) : undefined;
      if (slug === null && shared?.article.body.includes(report.quotation) !== true) {
        this.merged.refused.push({ name: REPORTS, message: `reports words that do not stand in ${article}` });
        continue;
      }
      if (closed === null && open >= OPEN) {
        this.merged.refused.push({ name: REPORTS, message: `has more than the ${OPEN} open reports that are kept` });
        break;
      }
      if (closed === null) open++;
      known.add(id);
      added.push({ ...report, article, imported: this.#mark });
      if (closed !== null) added.push({ closed: id, ...closed, imported: this.#mark });
      this.merged.reports++;
    }
    return this.#append(REPORTS, added);
  }

  /** Hides what is hidden in the archive too. */
  async hidden(slugs: readonly string[]): Promise<Change | null> {
    const { shop, server, isDry } = this.#target;
    if (server === null) return null;
    const { library } = shop;
    const add = async (write: (text: string) => Promise<void>) => {
      await shop.loadHidden(server);
      const hidden = library.hidden(server);
      const more = slugs.filter((slug) => !hidden.has(slug));
      this.merged.hidden += more.length;
      if (more.length > 0) await write([...hidden, ...more, ""].join("\n"));
      return null;
    };
    if (isDry) return add(async () => {});
    return shop.changing(server, (folder) =>
      add(async (text) => {
        try {
          await folder.write(HIDDEN, text);
        } finally {
          await shop.loadHidden(server);
        }
      }),
    );
  }

  get #mark(): Act {
    const { by, at } = this.#target.act;
    return { by, at };
  }

  /** `null`: the line does not belong here. `slug`: of the archive's own article, `null` for a shared one. */
  #idFor(slug: string | null, article: string): string | null {
    const { server } = this.#target;
    if (slug === null) return server !== null && isSlug(article) ? article : null;
    const here = this.#slugs.get(slug);
    return here === undefined ? null : articleId({ server, slug: here });
  }

  async #append(name: string, lines: readonly object[]): Promise<Change | null> {
    const { shop, server, isDry } = this.#target;
    if (isDry || lines.length === 0) return null;
    return shop.changing(server, async (folder) => {
      await folder.append(name, lines.map((line) => JSON.stringify(line)).join("\n"));
      return null;
    });
  }
}

function withoutMark({ imported: _, ...entry }: HistoryEntry): string {
  return JSON.stringify(entry);
}
