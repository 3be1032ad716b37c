import type { Article, Published } from "../article.ts";
import { isDay } from "../reading/timexes/iso.ts";
import { yaml } from "./yaml.ts";

/** Something wrong with one file: where, what was found, what to write instead. */
export type Problem = { readonly path: string; readonly line: number | null; readonly message: string };

/** The time that YAML takes grows faster than its length. */
const LONGEST_FRONT = 8_192;
const UTF8 = new TextDecoder("utf-8", { fatal: true });
const FIELDS = ["title", "publisher", "url", "author", "published", "publishedBasis"];

/** The article in the bytes of `<id>.md`; see {@link parseArticleFile}. */
export function parseArticleBytes(path: string, id: string, bytes: Uint8Array): Article | Problem[] {
  try {
    return parseArticleFile(path, id, UTF8.decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return [{ path, line: lineOfBadByte(bytes), message: "is not UTF-8; save the file as UTF-8." }];
  }
}

/**
 * The article in the text of `<id>.md`: YAML front matter between `---` lines, then the body, every code unit of it.
 *
 * Gives all problems of the file at once instead, when there are any.
 */
export function parseArticleFile(path: string, id: string, text: string): Article | Problem[] {
  const front = frontMatter(text);
  if (front === null) {
    const message = /^---\r?\n/.test(text)
      ? "the front matter has no end; write a line --- after its last field."
      : "has no front matter; begin with a line ---, then title: ..., then a line ---.";
    return [{ path, line: 1, message }];
  }
  if (front.yaml.length > LONGEST_FRONT) {
    const message = `the front matter has ${front.yaml.length} characters, at most ${LONGEST_FRONT}; put the text after its end.`;
    return [{ path, line: 1, message }];
  }
  let fields: Record<string, unknown>;
  try {
    // No aliases: a few lines of them can stand for gigabytes.
    const parsed: unknown =
      ownFields(front.yaml) ?? yaml().parse(front.yaml, { schema: "failsafe", maxAliasCount: 0, logLevel: "error" });
    if (parsed !== null && (typeof parsed !== "object" || Array.isArray(parsed))) {
      return [{ path, line: 2, message: "the front matter is not a list of `name: value` lines." }];
    }
    fields = (parsed ?? {}) as Record<string, unknown>;
  } catch (error) {
    const line = error instanceof yaml().YAMLParseError ? (error.linePos?.[0].line ?? 1) + 1 : 2;
    const found = (error as Error).message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "");
    const message = `the front matter is not YAML (${found}); put the value in "double quotes".`;
    return [{ path, line, message }];
  }
  const problems: Problem[] = [];
  const lineOf = (name: string) => {
    const line = front.yaml.split("\n").findIndex((candidate) => candidate.startsWith(name));
    return line < 0 ? null : line + 2;
  };
  const wrong = (name: string, message: string) => problems.push({ path, line: lineOf(name), message });
  const string = (name: string): string | null => {
    const value = fields[name];
    if (value === undefined || value === "") return null;
    if (typeof value !== "string") wrong(name, `${name} is not a line of text; write ${name}: "..."`);
    else if (/[\n\r\u2028\u2029]/.test(value)) wrong(name, `${name} runs over several lines; write it on one.`);
    else return value;
    return null;
  };
  for (const name of Object.keys(fields)) {
    if (!FIELDS.includes(name)) wrong(name, `${name} is not a field; write one of ${FIELDS.join(", ")}.`);
  }
  const title = string("title");
  if (title === null && !problems.some(({ message }) => message.startsWith("title "))) {
    problems.push({ path, line: 1, message: "title is missing; add a line title: ..." });
  }
  const value = string("published");
  const basis = string("publishedBasis") ?? "stated";
  if (value !== null && !isDay(value)) wrong("published", `published is "${value}"; write it as YYYY-MM-DD.`);
  if (basis !== "stated" && basis !== "inferred") {
    wrong("publishedBasis", `publishedBasis is "${basis}"; write stated or inferred.`);
  }
  const [publisher, url, author] = [string("publisher"), string("url"), string("author")];
  if (url !== null && !isWebAddress(url)) {
    wrong("url", `url is "${url}"; write the whole address, beginning with https://.`);
  }
  if (problems.length > 0) return problems;
  const published: Published | null = value === null ? null : { value, basis: basis as Published["basis"] };
  return { id, title: title!, body: front.body, publisher, url, author, published };
}

/** The text of an article's file. Parsing it again gives the same article, code unit for code unit. */
export function formatArticleFile(article: Omit<Article, "id">): string {
  const { title, publisher, url, author, published, body } = article;
  const line = (name: string, value: string | null) =>
    // A JSON string is a YAML one; these two end a line for YAML 1.1 readers.
    value === null ? "" : `${name}: ${JSON.stringify(value).replace(/[\u2028\u2029\u0085\u007F]/g, escaped)}\n`;
  return `---\n${line("title", title)}${line("publisher", publisher)}${line("url", url)}${line("author", author)}${
    published === null ? "" : `published: ${published.value}\npublishedBasis: ${published.basis}\n`
  }---\n${body}`;
}

export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s"<>\\]+$/i.test(value) && URL.canParse(value);
}

/** The lines between the first two `---`, and everything after them. */
function frontMatter(text: string): { yaml: string; body: string } | null {
  const open = /^---\r?\n/.exec(text);
  if (open === null) return null;
  const close = /^---(?:\r?\n|$)/gm;
  close.lastIndex = open[0].length;
  const end = close.exec(text);
  if (end === null) return null;
  return { yaml: text.slice(open[0].length, end.index), body: text.slice(end.index + end[0].length) };
}

/** The fields as `formatArticleFile` writes them, which whole YAML takes thirty times as long for; `null`: otherwise written. */
function ownFields(yaml: string): Record<string, string> | null {
  const fields: Record<string, string> = {};
  for (const line of yaml.split("\n").slice(0, -1)) {
    const [, name = "", quoted, plain] =
      /^(\w+): (?:("[^\x7F-\x9F\u2028\u2029\uFEFF]*")|([\d-]{10}|[a-z]{6,8}))$/.exec(line) ?? [];
    if (!FIELDS.includes(name) || name in fields) return null;
    try {
      fields[name] = plain ?? JSON.parse(quoted!);
    } catch {
      return null;
    }
  }
  return fields;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function lineOfBadByte(bytes: Uint8Array): number {
  const lines = new TextDecoder().decode(bytes).split("\n");
  return lines.findIndex((line) => line.includes("\uFFFD")) + 1;
}
