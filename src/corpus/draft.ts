import { isDay } from "../reading/timexes/iso.ts";
import { isWebAddress } from "./article-file.ts";
import { type Change, type Draft, type Limits, refused } from "./changes.ts";
import { unsuitable } from "./extract/suitable.ts";

const LINE = 500;

/** Why `draft` cannot be stored, or `null`. Holds for whatever a surface or an archive hands over. */
export function unsuitableDraft(draft: Draft, limits: Limits): Change | null {
  const reason = unsuitableFields(draft, limits.articleBytes) ?? unsuitable(draft.body);
  return reason !== null && "refused" in reason ? refused("unsuitable", reason.refused) : reason;
}

/** The same for an article that was one before and comes back: whatever its language and length, it can be stored. */
export function unsuitableFields(draft: Draft, articleBytes: number): Change | null {
  const no = (message: string) => refused("unsuitable", message);
  const { title, publisher, author, url, published, body } = draft;
  if (title.trim() === "") return no("The article has no title; give it one.");
  for (const [name, value] of Object.entries({
    title,
    outlet: publisher ?? "",
    author: author ?? "",
    address: url ?? "",
  })) {
    if (value.length > LINE) return no(`The ${name} is too long (${value.length} characters, at most ${LINE}).`);
    if (/[\p{Cc}\u2028\u2029\p{Cs}]/u.test(value))
      return no(`The ${name} holds line breaks or other control characters.`);
  }
  // A file cannot tell an empty field from none.
  if (publisher === "" || author === "") return no("The outlet or author is empty; leave it out.");
  if (url !== null && !isWebAddress(url)) return no("The address is not a web address; it must begin with https://.");
  if (published !== null && !isDay(published.value))
    return no(`"${published.value}" is no date; write it as YYYY-MM-DD.`);
  const bytes = Buffer.byteLength(body);
  if (bytes > articleBytes) {
    return refused("limit", `The article is too long (${bytes} bytes, at most ${articleBytes}); add it in parts.`);
  }
  return body.includes("\0") ? no("This is not text (it holds NUL bytes).") : null;
}
