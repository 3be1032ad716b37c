import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { count } from "../../answering/wording.ts";
import type { Summary } from "../../corpus/archive/add-archive.ts";
import { wordBrought, wordPresent } from "../../corpus/archive/word-summary.ts";
import type { Refused } from "../../corpus/extract/extracted.ts";
import type { Given, Preview } from "../../corpus/preview.ts";
import { type Context, given, type Outcome, type TerminalCommand, UsageError } from "../command.ts";
import { renderReading } from "../render-reading.ts";
import { isLink, sourceAt, wordFileError } from "../source.ts";
import { printable } from "../style.ts";

type Added = {
  readonly file: string;
  readonly article: string | null;
  readonly refused: string | null;
  readonly preview: Preview | null;
};

type Archived = { readonly file: string } & (Summary | Refused);

/** So many articles of an archive are named; all of them with `--json`. */
const NAMED = 20;

/** `add FILE|FOLDER|URL`: takes articles into the corpus and shows what was understood of them. */
export const add: TerminalCommand = {
  name: "add",
  usage:
    "FILE|FOLDER|URL|ARCHIVE.zip ... [--title TEXT] [--outlet NAME] [--author NAME] [--url LINK] [--date YYYY-MM-DD]",
  summary: "add an article from a .txt, .md or .html file or a link, every such file of a folder, or all of an archive",
  options: {
    title: { type: "string" },
    outlet: { type: "string" },
    author: { type: "string" },
    url: { type: "string" },
    date: { type: "string" },
  },
  async run(words, options, context) {
    if (words.length === 0) throw new UsageError("Which file, folder or link? Use it so: add article.txt");
    const { outlet, date, ...rest } = given(options, "title", "outlet", "author", "url", "date");
    const fields: Given = { ...rest, ...(outlet && { publisher: outlet }), ...(date && { published: date }) };
    const files = (await Promise.all(words.map(filesAt))).flat();
    const isArchive = (file: string) => /\.zip$/i.test(file);
    const added = await addFiles(
      files.filter((file) => !isArchive(file)),
      fields,
      context,
    );
    const archives: Archived[] = [];
    for (const file of files.filter(isArchive)) archives.push(await addArchive(file, context));
    return report(added, archives, context);
  },
};

/** Previews every file, then stores those that can be, together. */
async function addFiles(files: readonly string[], fields: Given, context: Context): Promise<Added[]> {
  const { corpus, server, now, progress } = context;
  const previews: (Preview | Refused)[] = [];
  for (const file of files) {
    const source = await sourceAt(file);
    previews.push("refused" in source ? source : await corpus.preview(server, source, fields));
    progress(previews.length, files.length);
  }
  const drafts = previews.flatMap((preview) => ("refused" in preview ? [] : [preview.draft]));
  const changes = await corpus.addAll(server, drafts, { by: "terminal", at: now().toISOString() }, progress);
  return previews.map((preview, i): Added => {
    const file = files[i]!;
    if ("refused" in preview) return { file, article: null, refused: preview.refused, preview: null };
    const change = changes.shift()!;
    return change.kind === "done"
      ? { file, article: change.article.id, refused: null, preview }
      : { file, article: null, refused: change.message, preview };
  });
}

/** Everything of an archive that `export` made. */
async function addArchive(file: string, { corpus, server, now, progress }: Context): Promise<Archived> {
  const bytes = await readFile(file).catch((cause) => cause as NodeJS.ErrnoException);
  if (bytes instanceof Error) return { file, refused: `It cannot be read: ${wordFileError(bytes, "file")}.` };
  return { file, ...(await corpus.addArchive(server, bytes, { by: "terminal", at: now().toISOString() }, progress)) };
}

/** The link or file itself, or the text files of a folder, by name. */
async function filesAt(path: string): Promise<string[]> {
  if (isLink(path)) return [path];
  const found = await stat(path).catch((cause) => {
    throw new UsageError(`${path} cannot be read: ${wordFileError(cause, "file")}.`, { cause });
  });
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.(?:txt|md|html?)$/i.test(name) && !name.startsWith("."));
  if (names.length === 0) throw new UsageError(`${path} holds no .txt, .md or .html file.`);
  return names.sort().map((name) => join(path, name));
}

function report(added: readonly Added[], archives: readonly Archived[], { style }: Context): Outcome {
  const done = added.filter(({ article }) => article !== null);
  const lines = added.map(({ file, article, refused, preview }) => {
    if (article === null) return `${printable(file)}: not added. ${printable(refused ?? "")}`;
    const warnings = preview?.warnings.map((warning) => `\n    ${printable(warning)}`).join("") ?? "";
    return `${printable(file)}: added as [${article}]${warnings}`;
  });
  const [only] = done;
  const detail =
    added.length === 1 && only?.preview ? [renderReading(only.preview.draft, only.preview.reading, style)] : [];
  const summary =
    added.length > 1 ? [`${count(done.length, "article")} added, ${added.length - done.length} not.`] : [];
  const isWhole = archives.every((one) => "added" in one && one.refused.length === 0 && one.stopped === null);
  return {
    status: done.length === added.length && isWhole ? 0 : 2,
    text: [...lines, ...summary, ...detail, ...archives.flatMap(renderArchive)].join("\n"),
    json: { added: added.map(({ file, article, refused }) => ({ file, article, refused })), archives },
  };
}

function renderArchive(archive: Archived): string[] {
  const file = printable(archive.file);
  if (!("added" in archive)) return [`${file}: not added. ${printable(archive.refused)}`];
  const { added, present, refused, stopped } = archive;
  return [
    `${file}: added ${wordBrought(archive)}.`,
    ...(added.length <= NAMED ? added.map((id) => `    added as [${id}]`) : []),
    ...present.map((one) => `    ${one.name} ${wordPresent(one)} [${one.id}]`),
    ...refused.map(
      ({ name, message }) => `    not added: ${printable(name)} ${printable(message.replace(/\.$/, ""))}.`,
    ),
    ...(stopped === null ? [] : [`    ${stopped.message} Add the archive again to go on.`]),
  ];
}
