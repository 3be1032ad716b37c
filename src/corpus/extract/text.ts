import { parseArticleFile } from "../article-file.ts";
import type { Extracted, Extraction, Known, Refused } from "./extracted.ts";
import { findStatedDate } from "./stated-date.ts";
import { unsuitable } from "./suitable.ts";

/** The text in a file's bytes: UTF-8, or UTF-16 where its mark says so. */
export function decodeText(bytes: Uint8Array): string | Refused {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { refused: "The file is not UTF-8 text; save it as UTF-8 and add it again." };
  }
}

/**
 * Takes a `.txt` or `.md` file or a pasted text apart: front matter, or header lines (`Source: ...`, a headline, a
 * byline, a date), then the body, unchanged from there on.
 */
export function extractText(text: string): Extraction {
  const extracted = /^---\r?\n/.test(text) ? fromFrontMatter(text) : fromLines(text);
  if ("refused" in extracted) return extracted;
  return unsuitable(extracted.body) ?? extracted;
}

function fromFrontMatter(text: string): Extraction {
  const article = parseArticleFile("", "", text);
  if (Array.isArray(article)) {
    const { line, message } = article[0]!;
    return { refused: `In the front matter${line === null ? "" : `, line ${line}`}: ${message}` };
  }
  const known = (value: string | null): Known | null => (value === null ? null : { value, how: "the front matter" });
  return {
    title: known(article.title),
    body: article.body,
    publisher: known(article.publisher),
    author: known(article.author),
    url: known(article.url),
    published: article.published && { ...article.published, how: "the front matter" },
    warnings: [],
  };
}

type Field = "title" | "publisher" | "author" | "published" | "url";

/** The names that people and databases write before a colon. */
const HEADERS: ReadonlyMap<string, Field> = new Map([
  ["title", "title"],
  ["headline", "title"],
  ["source", "publisher"],
  ["outlet", "publisher"],
  ["publisher", "publisher"],
  ["publication", "publisher"],
  ["newspaper", "publisher"],
  ["author", "author"],
  ["byline", "author"],
  ["date", "published"],
  ["published", "published"],
  ["publication date", "published"],
  ["url", "url"],
  ["link", "url"],
]);
/** A headline is shorter; what is longer is the article's first paragraph. */
const HEADLINE = 200;
const NAME = "(?:\\p{Lu}[\\p{L}'’.-]{0,30}|van|von|der|de|al|bin)";
const BYLINE = new RegExp(`^[Bb][Yy] (${NAME}(?:(?:,|,? and| &)? ${NAME}){0,10})$`, "u");
const ADDRESS = /^https?:\/\/\S{4,480}$/i;

function fromLines(text: string): Extracted {
  const known: Partial<Record<Field, Known>> = {};
  const warnings: string[] = [];
  let body = 0;
  let headline = false;
  for (const line of text.matchAll(/([^\n\r\u2028\u2029]*)(?:\r\n|[\n\r\u2028\u2029]|$)/g)) {
    const words = line[1]!.trim();
    const end = line.index + line[0].length;
    const rest = end < text.length;
    const header = /^([A-Za-z ]{3,16}):\s+(\S.*)$/.exec(words);
    const field = header && HEADERS.get(header[1]!.toLowerCase());
    if (words === "") {
      // Blank lines before the body belong to nothing.
    } else if (field) {
      known[field] ??= { value: header[2]!.trim(), how: `the line "${header[1]}:"` };
    } else if (ADDRESS.test(words)) {
      known.url ??= { value: words, how: "the line with the address" };
    } else if (!headline && !known.title && rest && looksLikeHeadline(words)) {
      headline = true;
      known.title = { value: words.replace(/^#+ /, "").replace(/^\*\*(.+)\*\*$/, "$1"), how: "the first line" };
    } else if (BYLINE.test(words)) {
      known.author ??= { value: BYLINE.exec(words)![1]!.trim(), how: "the byline" };
    } else if (isDateLine(words)) {
      known.published ??= { value: words, how: "the line with the date" };
    } else break;
    body = end;
    if (!rest) break;
  }
  const dateline = readDateline(text.slice(body, body + 300));
  const stated = known.published ?? dateline.published;
  const date = stated === undefined ? null : findStatedDate(stated.value);
  if (date === "ambiguous") {
    warnings.push(`"${stated!.value}" can be read as two dates; give the date as YYYY-MM-DD.`);
  }
  return {
    title: known.title ?? null,
    body: text.slice(body),
    publisher: known.publisher ?? dateline.publisher ?? null,
    author: known.author ?? null,
    url: known.url && ADDRESS.test(known.url.value) ? known.url : null,
    published: date === null || date === "ambiguous" ? null : { value: date, basis: "stated", how: stated!.how },
    warnings,
  };
}

function looksLikeHeadline(words: string): boolean {
  if (words.length > HEADLINE || !/\p{L}/u.test(words)) return false;
  if (words.startsWith("# ") || words.startsWith("**")) return true;
  return (
    !/[.:;,]["”’']?$/u.test(words) && readDateline(words).found === false && !isDateLine(words) && !BYLINE.test(words)
  );
}

/** Nothing but a date, perhaps with a weekday, a time of day or "Published" around it. */
function isDateLine(words: string): boolean {
  if (words.length > 80 || findStatedDate(words) === null) return false;
  const others = words.match(/\p{L}{3,}/gu) ?? [];
  return others.every((word) => DATE_WORDS.test(word));
}

const DATE_WORDS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|published|updated|posted|date|gmt|utc|est|edt|cet|bst|\d*(?:st|nd|rd|th))$/i;

type Dateline = { readonly found: boolean; readonly publisher?: Known; readonly published?: Known };

/** `MOSCOW, Jan 17, 2022 (Reuters) - ` at the beginning of a paragraph. It stays in the body. */
function readDateline(text: string): Dateline {
  const how = "the dateline";
  const line =
    /^\s*\p{Lu}[\p{Lu} .'’/-]{2,40}(?:, \p{L}[\p{L} .]{2,30})?((?:,|\s)\s?(?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9}\.?)(?:,? \d{4})?)?,?\s*(?:\(([\p{L} .&-]{2,30})\))?\s*(?:—|–|--|-)\s/u.exec(
      text,
    );
  if (line === null) return { found: false };
  const [, date, agency] = line;
  return {
    found: true,
    ...(agency === undefined ? {} : { publisher: { value: agency, how } }),
    ...(date !== undefined && /\d{4}/.test(date) ? { published: { value: date.replace(/^[,\s]+/, ""), how } } : {}),
  };
}
