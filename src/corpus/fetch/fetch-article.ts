import { extractPage } from "../extract/extract-page.ts";
import type { Extraction } from "../extract/extracted.ts";
import { type FetchOptions, fetchPage } from "./fetch-page.ts";

/** The article behind a link, or in one sentence why there is none. */
export async function fetchArticle(link: string, options: FetchOptions = {}): Promise<Extraction> {
  const page = await fetchPage(link, options);
  if ("reason" in page) return { refused: page.message };
  return extractPage(page.bytes, page.contentType, page.url);
}
