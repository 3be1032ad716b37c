import type { Article } from "../article.ts";
import { NO_CORRECTIONS } from "../reading/reading.ts";
import { textOf } from "../span.ts";
import { findCopy } from "./differs.ts";
import { unsuitableDraft } from "./draft.ts";
import type { Extracted, Refused } from "./extract/extracted.ts";
import { extract, type Source } from "./extract/source.ts";
import type { FetchOptions } from "./fetch/fetch-page.ts";
import { describe, draftOf, type Given, type Preview, presentAs } from "./preview.ts";
import { Unread } from "./reading-threads.ts";
import type { Workshop } from "./workshop.ts";

/** Extracts, reads and compares an article with what `server` has; stores nothing. */
export async function previewArticle(
  shop: Workshop,
  server: string | null,
  source: Source,
  given: Given,
  fetching: FetchOptions = {},
): Promise<Preview | Refused> {
  const extracted = await extract(source, fetching);
  if ("refused" in extracted) return extracted;
  try {
    return await previewExtracted(shop, server, extracted, given);
  } catch (error) {
    if (error instanceof Unread) return { refused: `The article could not be read: ${error.message}.` };
    throw error;
  }
}

async function previewExtracted(
  shop: Workshop,
  server: string | null,
  extracted: Extracted,
  given: Given,
): Promise<Preview | Refused> {
  const inferred = extracted.published === null ? await shop.reader.inferPublished(extracted.body) : null;
  const published = inferred === null ? extracted.published : { ...inferred.published, how: inferred.reason };
  const made = draftOf({ ...extracted, published }, given);
  if ("refused" in made) return made;
  const { draft } = made;
  const refusal = unsuitableDraft(draft, shop.limits);
  if (refusal?.kind === "refused") return { refused: refusal.message };
  const { derived } = await shop.reader.derive(draft, NO_CORRECTIONS, { keep: false });
  const { reading, print } = derived;
  const scope = shop.library.scope(server);
  const duplicate = shop.duplicates.find(print, draft.url, (id) => scope.get(id) !== undefined);
  const sentences = reading.sentences.map((sentence) => textOf(draft.body, sentence));
  const copy = duplicate === null ? await findCopy(draft.body, sentences, scope) : null;
  const warnings = copy === null ? extracted.warnings : [...extracted.warnings, warnOfCopy(copy.article)];
  return describe(made, reading, duplicate && presentAs(duplicate, scope, draft), warnings);
}

function warnOfCopy({ title, publisher }: Article): string {
  const where = publisher === null ? `"${title}"` : `"${title}" (${publisher})`;
  return `Nearly the same text is already there as ${where}: probably both come from one agency.`;
}
