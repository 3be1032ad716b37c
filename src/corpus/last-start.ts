import type { PackedShelf } from "../retrieval/packed-shelf.ts";
import { Kept } from "./kept.ts";
import type { Library } from "./library.ts";
import { type KnownArticle, type PackedArticles, packArticles, unpackArticles } from "./pack-articles.ts";

/** The words and files of so few articles are taken apart in no time. */
const FEW = 50;

/** What an earlier start found in each owner's articles, and what this one finds, for the next. */
export class LastStart {
  readonly #words: Kept<PackedShelf>;
  readonly #articles: Kept<PackedArticles>;
  /** By owner, then id; while the articles are loaded. */
  readonly #recalled = new Map<string | null, ReadonlyMap<string, KnownArticle>>();
  readonly #known = new Map<string | null, Map<string, KnownArticle>>();

  constructor(corpus: string) {
    this.#words = new Kept(corpus, "words");
    this.#articles = new Kept(corpus, "articles");
  }

  /** Before the articles of `owner`, whose names are known, are loaded. */
  recall(owner: string | null, library: Library): void {
    const words = this.#words.read(owner);
    if (words !== null) library.recall(owner, words);
    const articles = this.#articles.read(owner);
    this.#recalled.set(owner, articles === null ? new Map() : unpackArticles(articles));
    this.#known.set(owner, new Map());
  }

  /** What was known of an article. Holds only while its file has the same bytes. */
  article(owner: string | null, id: string): KnownArticle | undefined {
    return this.#recalled.get(owner)?.get(id);
  }

  /** This is known of an article now. */
  know(owner: string | null, article: KnownArticle): void {
    this.#known.get(owner)?.set(article.article.id, article);
  }

  /** All articles are loaded. */
  async loaded(library: Library): Promise<void> {
    await this.keepWords(library);
    const owners = [...this.#known.keys()];
    await this.#words.forgetOthers(owners);
    await this.#articles.forgetOthers(owners);
    for (const [owner, known] of this.#known) {
      const recalled = this.#recalled.get(owner)!;
      const same = [...known].filter(([id, article]) => recalled.get(id) === article).length;
      // No text is kept that is gone from the corpus.
      if (known.size - same <= FEW && same === recalled.size) continue;
      if (known.size === 0) await this.#articles.forget(owner);
      else await this.#articles.write(owner, packArticles([...known.values()]));
    }
    this.#recalled.clear();
    this.#known.clear();
  }

  async keepWords(library: Library): Promise<void> {
    for (const [owner, shelf] of library.unkept(FEW)) await this.#words.write(owner, shelf);
  }

  async forget(owner: string): Promise<void> {
    await this.#words.forget(owner);
    await this.#articles.forget(owner);
  }
}
