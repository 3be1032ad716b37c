import MiniSearch from "minisearch";

type Entry = { readonly id: number; readonly terms: string };

/** Which sentences hold which term; sentences are numbered by whoever adds them. */
export type Postings = {
  add(entries: readonly Entry[]): void;
  /** Takes the same entries that were added. */
  remove(entries: readonly Entry[]): void;
  /** Calls `found` for each sentence that holds `term`. */
  visit(term: string, found: (id: number) => void): void;
  /** The terms within `distance` single-letter edits of `term`, itself left out. */
  near(term: string, distance: number): Set<string>;
};

/** {@link Postings} in a MiniSearch engine; `terms` of an entry are separated by spaces. */
export function createPostings(): Postings {
  const engine = new MiniSearch<Entry>({
    fields: ["terms"],
    tokenize: (terms) => (terms === "" ? [] : terms.split(" ")),
    processTerm: (term) => term,
  });
  return {
    add: (entries) => engine.addAll(entries),
    // `remove`, not `discard`: a discarded document stays in the postings until the next vacuum.
    remove: (entries) => engine.removeAll([...entries]),
    visit(term, found) {
      // MiniSearch asks for the boost of a document before it scores it, and leaves it out for 0: this reads the
      // postings without an object for each, and the scope's own statistics decide instead of the engine's.
      engine.search(term, {
        boostDocument: (id: number) => {
          found(id);
          return 0;
        },
      });
    },
    near(term, distance) {
      const terms = new Set<string>();
      engine.search(term, {
        fuzzy: distance,
        boostDocument: (_id, near) => {
          if (near !== term) terms.add(near);
          return 0;
        },
      });
      return terms;
    },
  };
}
