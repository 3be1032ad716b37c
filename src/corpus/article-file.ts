import { parse, YAMLParseError } from "yaml";
import type { Article, Published } from "../article.ts";

/** Something wrong with one file: where, what was found, what to write instead. */
export type Problem = { readonly path: string; readonly line: number | null; readonly message: string };

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The article in the text of `<id>.md`: YAML front matter between `---` lines, then the body, every code unit of it.
 *
 * Gives all problems of the file at once instead, when there are any.
 */
export function parseArticleFile(path: string, id: string, text: string): Article | Problem[] {
  const front = /^---\r?\n([\s\S]*?\r?\n)?---\r?\n/.exec(text);
  if (front === null) {
    return [
      { path, line: 1, message: "has no front matter; begin with a line ---, then title: ..., then a line ---." },
    ];
  }
  let fields: Record<string, unknown>;
  try {
    const parsed: unknown = parse(front[1] ?? "", { schema: "failsafe" });
    if (parsed !== null && (typeof parsed !== "object" || Array.isArray(parsed))) {
      return [{ path, line: 2, message: "the front matter is not a list of `name: value` lines." }];
    }
    fields = (parsed ?? {}) as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return [{ path, line: (error.linePos?.[0].line ?? 1) + 1, message: error.message.split("\n")[0]! }];
  }
  const problems: Problem[] = [];
  const lineOf = (name: string) => {
    const line = text
      .slice(0, front[0].length)
      .split("\n")
      .findIndex((candidate) => candidate.startsWith(`${name}:`));
    return line < 0 ? null : line + 1;
  };
  const string = (name: string): string | null => {
    const value = fields[name];
    if (value === undefined || value === "") return null;
    if (typeof value === "string") return value;
    problems.push({ path, line: lineOf(name), message: `${name} is not a line of text; write ${name}: "..."` });
    return null;
  };
  const title = string("title");
  if (title === null) problems.push({ path, line: 1, message: "title is missing; add a line title: ..." });
  const value = string("published");
  const basis = string("publishedBasis") ?? "stated";
  if (value !== null && !isDate(value)) {
    problems.push({ path, line: lineOf("published"), message: `published is "${value}"; write it as YYYY-MM-DD.` });
  }
  if (basis !== "stated" && basis !== "inferred") {
    problems.push({
      path,
      line: lineOf("publishedBasis"),
      message: `publishedBasis is "${basis}"; write stated or inferred.`,
    });
  }
  const [publisher, url, author] = [string("publisher"), string("url"), string("author")];
  if (problems.length > 0) return problems;
  const published: Published | null = value === null ? null : { value, basis: basis as Published["basis"] };
  return { id, title: title!, body: text.slice(front[0].length), publisher, url, author, published };
}

function isDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return DATE.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
