import type { Article } from "../article.ts";
import type { Reading } from "../reading/reading.ts";
import { textOf } from "../span.ts";
import type { Draft } from "./changes.ts";
import { findDifferences } from "./differs.ts";
import type { Duplicate } from "./duplicate.ts";
import type { Extracted, Refused } from "./extract/extracted.ts";
import { findStatedDate } from "./extract/stated-date.ts";
import type { Scope } from "./scope.ts";

/** What the moderator says about the article; goes before what the text says. Empty is not given. */
export type Given = {
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  /** A day in words or figures. */
  readonly published?: string;
};

/** Somebody the article quotes. */
export type Quoted = {
  /** `null`: quotations whose speaker was not resolved, all together. */
  readonly name: string | null;
  readonly quotations: number;
  /** The first of them, verbatim. */
  readonly sample: string;
};

/** A date in the article, verbatim, and the day, month or year it means. */
export type Dated = { readonly text: string; readonly value: string; readonly sentence: string };

/** An article that is there already, and what this one has that it has not. Paragraphs verbatim. */
export type Present = Duplicate & {
  readonly revision: string;
  readonly title: string;
  /** This server may change it: the new text can become its next revision. */
  readonly editable: boolean;
  /** Which of title, outlet, author, address, date differ. */
  readonly fields: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** What the bot understood of an article, before it is stored. */
export type Preview = {
  /** Hand this to `add` (or `edit`, when `present` is another version of it). */
  readonly draft: Draft;
  /** How each field is known, in words: "the dateline", "given"; `null` when the field is unknown. */
  readonly how: Readonly<Record<"title" | "publisher" | "author" | "url" | "published", string | null>>;
  /** How many sentences can be found. */
  readonly passages: number;
  readonly reading: Reading;
  /** Most quoted first, the unresolved last. */
  readonly quoted: readonly Quoted[];
  readonly dated: readonly Dated[];
  readonly present: Present | null;
  /** Whole sentences. */
  readonly warnings: readonly string[];
};

const GIVEN = "given";
const TITLE = 80;

/** The draft that `extracted` and `given` make together, and how each field is known. */
export function draftOf(extracted: Extracted, given: Given): Pick<Preview, "draft" | "how"> | Refused {
  const field = (name: "publisher" | "author" | "url") => {
    const value = given[name]?.trim();
    return value ? { value, how: GIVEN } : extracted[name];
  };
  const title = given.title?.trim() ? { value: given.title.trim(), how: GIVEN } : extracted.title;
  let { published } = extracted;
  const words = given.published?.trim();
  if (words) {
    const value = findStatedDate(words);
    if (value === "ambiguous") return { refused: `"${words}" can be read as two dates; write it as YYYY-MM-DD.` };
    if (value === null) return { refused: `"${words}" is no date; write it as YYYY-MM-DD.` };
    published = { value, basis: "stated", how: GIVEN };
  }
  const [publisher, author, url] = [field("publisher"), field("author"), field("url")];
  const first = title ?? { value: firstWords(extracted.body), how: "the first words; give a better one" };
  return {
    draft: {
      title: oneLine(first.value),
      body: extracted.body,
      publisher: (publisher && oneLine(publisher.value)) || null,
      url: url?.value ?? null,
      author: (author && oneLine(author.value)) || null,
      published: published && { value: published.value, basis: published.basis },
    },
    how: {
      title: first.how,
      publisher: publisher?.how ?? null,
      author: author?.how ?? null,
      url: url?.how ?? null,
      published: published?.how ?? null,
    },
  };
}

/** What a moderator should know about `draft` before it goes live. */
export function describe(
  { draft, how }: Pick<Preview, "draft" | "how">,
  reading: Reading,
  present: Present | null,
  extracted: readonly string[],
): Preview {
  const quoted = countQuoted(draft.body, reading);
  const warnings = [...extracted];
  if (present !== null) {
    const what = present.same === "text" ? "The same text" : "An article from the same address";
    warnings.push(`${what} is already there as "${present.title}"; ${difference(present)}`);
  }
  if (quoted.length === 0) warnings.push("Nobody is quoted in it.");
  if (draft.published === null) {
    warnings.push('The date is not known, so that "yesterday" and the like stay undated; give it if you can.');
  } else if (draft.published.basis === "inferred") {
    warnings.push(`The date ${draft.published.value} is inferred: ${how.published}.`);
  }
  if (how.title?.startsWith("the first words")) {
    warnings.push("It has no title of its own; the first words stand for it.");
  }
  return {
    draft,
    how,
    passages: reading.sentences.length,
    reading,
    quoted,
    dated: datesIn(draft.body, reading),
    present,
    warnings,
  };
}

/** Compares `draft` with the article that is there. */
export function presentAs(duplicate: Duplicate, scope: Scope, draft: Draft): Present {
  const { article, revision } = scope.get(duplicate.id)!;
  const differences = findDifferences(article.body, draft.body);
  return {
    ...duplicate,
    revision,
    title: article.title,
    editable: duplicate.id.includes("/") || scope.server === null,
    fields: differingFields(article, draft),
    added: differences.flatMap(({ kind, text }) => (kind === "added" ? [text] : [])),
    removed: differences.flatMap(({ kind, text }) => (kind === "removed" ? [text] : [])),
  };
}

function differingFields(article: Article, draft: Draft): string[] {
  const differs: string[] = [];
  if (article.title !== draft.title) differs.push("title");
  if (article.publisher !== draft.publisher) differs.push("outlet");
  if (article.author !== draft.author) differs.push("author");
  if (article.url !== draft.url) differs.push("address");
  if (article.published?.value !== draft.published?.value) differs.push("date");
  return differs;
}

function difference({ fields, added, removed, same }: Present): string {
  const parts: string[] = [];
  if (fields.length > 0) parts.push(`another ${fields.join(", ")}`);
  if (same === "text" && added.length + removed.length > 0) parts.push("other marks, line ends or capitals");
  else if (added.length + removed.length > 0) {
    parts.push(`${paragraphs(added.length)} new, ${paragraphs(removed.length)} gone`);
  }
  return parts.length === 0 ? "nothing differs." : `this one has ${parts.join("; ")}.`;
}

function paragraphs(count: number): string {
  return count === 1 ? "1 paragraph" : `${count} paragraphs`;
}

function countQuoted(body: string, { attributions }: Reading): Quoted[] {
  const found = new Map<string | null, { quotations: number; sample: string }>();
  for (const { speaker, spans } of attributions) {
    const entry = found.get(speaker) ?? {
      quotations: 0,
      sample: spans.map((span) => textOf(body, span)).join(" ... "),
    };
    entry.quotations++;
    found.set(speaker, entry);
  }
  return [...found]
    .map(([name, entry]) => ({ name, ...entry }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || b.quotations - a.quotations);
}

function datesIn(body: string, { timexes, sentences }: Reading): Dated[] {
  let at = 0;
  return timexes.flatMap((timex) => {
    if (timex.type !== "DATE" || timex.value === null || !/^\d/.test(timex.value)) return [];
    while (at < sentences.length && sentences[at]!.end <= timex.start) at++;
    const sentence = sentences[at];
    return sentence ? [{ text: textOf(body, timex), value: timex.value, sentence: textOf(body, sentence) }] : [];
  });
}

/** Control characters and line breaks have no place in a title. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\s]+/gu, " ").trim();
}

function firstWords(body: string): string {
  const line = oneLine(body.slice(0, 400));
  if (line.length <= TITLE) return line;
  const cut = line.lastIndexOf(" ", TITLE);
  return `${line.slice(0, cut > 20 ? cut : TITLE).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
