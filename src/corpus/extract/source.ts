import type { FetchOptions } from "../fetch/fetch-page.ts";
import { extractPage } from "./extract-page.ts";
import type { Extracted, Extraction } from "./extracted.ts";
import { decodeText, extractText } from "./text.ts";

/** Where an article comes from: words, a file, a link, or a page that was taken apart already. */
export type Source =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "link"; readonly link: string }
  | { readonly kind: "page"; readonly extracted: Extracted };

/** The first stage of adding. `fetching` says for whom a link is fetched and where it may lead. */
export async function extract(source: Source, fetching: FetchOptions = {}): Promise<Extraction> {
  switch (source.kind) {
    case "page":
      return source.extracted;
    case "text":
      return extractText(source.text);
    case "link": {
      // Imported here alone: undici takes a tenth of a second to load, which an answer need not wait for.
      const { fetchArticle } = await import("../fetch/fetch-article.ts");
      return fetchArticle(source.link, fetching);
    }
    case "file": {
      if (/\.(?:html?|xhtml)$/i.test(source.name)) return extractPage(source.bytes, null, null);
      if (!/\.(?:txt|md|markdown|text)$/i.test(source.name)) {
        return {
          refused: `${source.name.slice(0, 100)} is no text file; add a .txt, .md or .html file, or paste the text.`,
        };
      }
      const text = decodeText(source.bytes);
      return typeof text === "string" ? extractText(text) : text;
    }
    default:
      return source satisfies never;
  }
}
