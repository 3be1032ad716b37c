import { NO_CORRECTIONS } from "../reading/reading.ts";
import { unsuitableDraft } from "./draft.ts";
import { printOf } from "./duplicate.ts";
import type { Refused } from "./extract/extracted.ts";
import { extract, type Source } from "./extract/source.ts";
import { describe, draftOf, type Given, type Preview, presentAs } from "./preview.ts";
import type { Workshop } from "./workshop.ts";

/** Extracts, reads and compares an article with what `server` has; stores nothing. */
export async function previewArticle(
  shop: Workshop,
  server: string | null,
  source: Source,
  given: Given,
): Promise<Preview | Refused> {
  const extracted = await extract(source);
  if ("refused" in extracted) return extracted;
  const made = draftOf(extracted, given);
  if ("refused" in made) return made;
  const { draft } = made;
  const refusal = unsuitableDraft(draft, shop.limits);
  if (refusal?.kind === "refused") return { refused: refusal.message };
  const { reading } = await shop.hold({ id: "preview", ...draft }, "", NO_CORRECTIONS);
  const scope = shop.library.scope(server);
  const duplicate = shop.duplicates.find(printOf(draft.body), draft.url, (id) => scope.get(id) !== undefined);
  return describe(made, reading, duplicate && presentAs(duplicate, scope, draft), extracted.warnings);
}
