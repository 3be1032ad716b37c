import type { Extracted, Extraction } from "./extracted.ts";
import { decodeText, extractText } from "./text.ts";

/** Where an article comes from: words, a file, or a page that was taken apart already. */
export type Source =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "page"; readonly extracted: Extracted };

/** The first stage of adding. */
export async function extract(source: Source): Promise<Extraction> {
  switch (source.kind) {
    case "page":
      return source.extracted;
    case "text":
      return extractText(source.text);
    case "file": {
      if (!/\.(?:txt|md|markdown|text)$/i.test(source.name)) {
        return { refused: `${source.name.slice(0, 100)} is no text file; add a .txt or .md file, or paste the text.` };
      }
      const text = decodeText(source.bytes);
      return typeof text === "string" ? extractText(text) : text;
    }
    default:
      return source satisfies never;
  }
}
