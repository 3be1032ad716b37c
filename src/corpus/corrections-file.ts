import { type Corrections, NO_CORRECTIONS } from "../reading/reading.ts";
import type { Problem } from "./article-file.ts";
import { yaml } from "./yaml.ts";

/**
 * The corrections in the text of `<slug>.corrections.yaml`:
 *
 *     speakers:
 *       - quotation: "words of the article, verbatim"
 *         speaker: Ann Lee          # null: nobody
 *     dates:
 *       - text: Friday
 *         start: 120                # where it stands in the body
 *         value: 2022-01-14         # null: no date
 *
 * With any problem in it there are none: half of a moderator's corrections could mislead more than the article does.
 */
export function parseCorrections(path: string, text: string): { corrections: Corrections; problems: Problem[] } {
  if (text.trim() === "") return { corrections: NO_CORRECTIONS, problems: [] };
  const bad = (message: string) => ({ corrections: NO_CORRECTIONS, problems: [{ path, line: null, message }] });
  let parsed: unknown;
  try {
    parsed = yaml().parse(text, { schema: "core", maxAliasCount: 0, logLevel: "error" });
  } catch (error) {
    return bad(`is not YAML (${(error as Error).message.split("\n")[0]}); correct or delete the file.`);
  }
  const { speakers = [], dates = [] } = (parsed ?? {}) as Record<string, unknown>;
  const orNull = (value: unknown) => value === null || typeof value === "string";
  if (!Array.isArray(speakers) || !Array.isArray(dates))
    return bad("holds no lists; write speakers: and dates: as lists.");
  const corrections = { speakers, dates } as Corrections;
  for (const [i, entry] of corrections.speakers.entries()) {
    if (typeof entry?.quotation === "string" && entry.quotation !== "" && orNull(entry.speaker)) continue;
    return bad(`speakers, entry ${i + 1}: write quotation: "words of the article" and speaker: a name or null.`);
  }
  for (const [i, entry] of corrections.dates.entries()) {
    const valid = typeof entry?.text === "string" && Number.isSafeInteger(entry.start) && orNull(entry.value);
    if (!valid)
      return bad(`dates, entry ${i + 1}: write text: "the words", start: where they stand, value: a date or null.`);
  }
  return { corrections, problems: [] };
}

export function formatCorrections(corrections: Corrections): string {
  return yaml().stringify(corrections, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 });
}
