import SearchableMap from "minisearch/SearchableMap";

/**
 * Words by their spelling: the tree of terms inside MiniSearch, walked along the letters, so that most words are never
 * looked at.
 *
 * The whole of MiniSearch keeps three maps for each sentence beside it and scores every posting of a common word: at
 * 100,000 sentences that takes longer than 50 ms. The shelf keeps an ascending list of numbers for each word instead.
 */
export class Spellings<Value> {
  readonly #tree = new SearchableMap<Value>();

  set(word: string, value: Value): void {
    this.#tree.set(word, value);
  }

  /** What is kept under the words that at most `distance` letters put in, left out or changed make of `word`, itself left out. */
  near(word: string, distance: number): Value[] {
    return [...this.#tree.fuzzyGet(word, distance).values()].flatMap(([value, edits]) => (edits === 0 ? [] : [value]));
  }
}
