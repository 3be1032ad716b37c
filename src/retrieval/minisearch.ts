import MiniSearch from "minisearch";
import type { Hit, IndexedArticle, PassageIndex } from "./passage-index.ts";

type Entry = { readonly id: string; readonly article: string; readonly sentence: number; readonly text: string };

/** A {@link PassageIndex} on MiniSearch, one document a sentence. */
export function createMiniSearchIndex(): PassageIndex {
  const engine = new MiniSearch<Entry>({ fields: ["text"], storeFields: ["article", "sentence"] });
  const entries = new Map<string, Entry[]>();

  function remove(id: string): void {
    // `remove`, not `discard`: discarded documents distort scores until the next vacuum.
    engine.removeAll(entries.get(id) ?? []);
    entries.delete(id);
  }

  return {
    remove,
    add({ id, sentences }: IndexedArticle): void {
      if (entries.has(id)) remove(id);
      const added = sentences.map((text, sentence) => ({ id: `${id}#${sentence}`, article: id, sentence, text }));
      if (added.length === 0) return;
      entries.set(id, added);
      engine.addAll(added);
    },
    search(text: string, limit: number): Hit[] {
      return engine
        .search(text)
        .map(({ article, sentence, score }): Hit => ({ article, sentence, score }))
        .sort(
          (a, b) =>
            b.score - a.score || (a.article < b.article ? -1 : a.article > b.article ? 1 : a.sentence - b.sentence),
        )
        .slice(0, limit);
    },
  };
}
