import type { Act, Change } from "../corpus/changes.ts";
import type { Extracted, Refused } from "../corpus/extract/extracted.ts";
import type { Source } from "../corpus/extract/source.ts";
import { describe, type Given, type Preview } from "../corpus/preview.ts";
import type { Scope } from "../corpus/scope.ts";
import type { Holding } from "../holding.ts";
import type { Attached } from "./attachments.ts";
import type { Call, Reply, Services } from "./command.ts";
import { findArticle } from "./passage-ref.ts";
import type { Made, Task } from "./pending.ts";
import { renderPreview } from "./render/preview.ts";
import { tell } from "./replies.ts";

/** What a moderator hands over: the first of them that is there counts. */
export type Handed = { readonly attached?: Attached | undefined; readonly text?: string; readonly link?: string };

/** Where the article comes from, or one sentence saying why there is none. */
async function sourceOf(handed: Handed, { readAttachment }: Services): Promise<Source | Refused> {
  const { attached, text = "", link = "" } = handed;
  if (attached !== undefined) {
    const bytes = await readAttachment(attached);
    return "refused" in bytes ? bytes : { kind: "file", name: attached.name, bytes };
  }
  const words = text.trim();
  const address = link.trim() || (/^<?https?:\/\/\S+$/i.test(words) ? words.replace(/^<|>$/g, "") : "");
  if (address !== "") return { kind: "link", link: address };
  if (words === "")
    return { refused: "There is nothing to add: paste the text, attach a .txt or .md file, or give a link." };
  return { kind: "text", text };
}

/** Shows what the bot understood, with the buttons to go on; the task `id` keeps it until then. */
export async function previewTask(
  id: string,
  task: Extract<Task, { made: Made | null }>,
  handed: Handed,
  given: Given,
  call: Call,
  services: Services,
): Promise<Reply> {
  const source = await sourceOf(handed, services);
  if ("refused" in source) return tell(source.refused);
  return previewSource(id, task, source, given, call, services);
}

export async function previewSource(
  id: string,
  task: Extract<Task, { made: Made | null }>,
  source: Source,
  given: Given,
  call: Call,
  services: Services,
): Promise<Reply> {
  const preview = await services.corpus.preview(call.server, source, given);
  if ("refused" in preview) return tell(preview.refused);
  const { draft, how, present } = preview;
  // The same article once more: what it has new becomes its next version.
  const next: Task =
    task.kind === "add" && present?.editable
      ? { kind: "edit", article: present.id, expected: present.revision, made: { draft, how } }
      : { ...task, made: { draft, how } };
  services.pending.update(id, call.server, call.member, next);
  return { kind: "message", view: renderPreview(preview, { id, isNew: next.kind === "add" }), isPrivate: true };
}

/** A draft that was shown before, to be shown again with corrections. */
export function extractedFrom({ draft, how }: Made): Extracted {
  const known = (value: string | null, where: string | null) =>
    value === null ? null : { value, how: where ?? "given" };
  return {
    title: known(draft.title, how.title),
    body: draft.body,
    publisher: known(draft.publisher, how.publisher),
    author: known(draft.author, how.author),
    url: known(draft.url, how.url),
    published: draft.published && { ...draft.published, how: how.published ?? "given" },
    warnings: [],
  };
}

/** What is understood of an article that is there. */
export function previewOf({ article, reading }: Holding): Preview {
  const how = { title: null, publisher: null, author: null, url: null, published: null };
  return describe({ draft: article, how }, reading, null, []);
}

export function actOf(call: Call): Act {
  return { by: call.member, at: call.now.toISOString() };
}

/** The article that an option names: by its short reference, id or title. */
export function namedArticle(name: string, scope: Scope): Holding | null {
  const wanted = name.trim();
  return (
    findArticle(wanted, scope) ??
    scope.get(wanted) ??
    scope.holdings.find(({ article }) => article.title === wanted) ??
    null
  );
}

/** What a refused change says to the member; the cause goes into the log. */
export function tellChange(change: Change, done: string, { log }: Services): Reply {
  if (change.kind === "done") return tell(change.warning === null ? done : `${done} ${change.warning}`);
  if (change.cause !== undefined) log.error({ err: change.cause, reason: change.reason }, "A change was refused");
  return tell(change.message);
}
