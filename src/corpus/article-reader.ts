import type { InferredPublished } from "../reading/infer-published.ts";
import { type Corrections, NO_CORRECTIONS } from "../reading/reading.ts";
import type { ToRead } from "./derive.ts";
import { type Derived, packDerived, unpackDerived } from "./derived.ts";
import { ReadingThreads } from "./reading-threads.ts";
import { Readings, readingKey } from "./readings.ts";

/** A text with more characters takes so long to read that others would have to wait. */
const LONG = 4_000;

/** Holds something for each stage of reading. */
const FIRST = "Mayor Ann Lee said on Monday: “The bridge opens on 3 May 2024.” She did not say why.";

/** What was derived, and what names everything it was derived from. */
export type Keyed = { readonly key: string; readonly derived: Derived };

/** Reads articles so that nobody has to wait for it: what was read before is known, what is long is read on another thread. */
export class ArticleReader {
  readonly #readings: Readings;
  readonly #threads = new ReadingThreads();
  /** From how many characters on a text is read on another thread. */
  #long = LONG;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(readings: Readings) {
    this.#readings = readings;
  }

  static open(corpus: string): ArticleReader {
    return new ArticleReader(Readings.open(corpus));
  }

  /**
   * `many`: it is one of many, which are read at the same time. What is not to be kept leaves no trace. `key`: of the
   * reading, where it was found before.
   */
  async derive(
    article: ToRead,
    corrections: Corrections,
    { many = false, keep = true, key = readingKey(article, corrections) } = {},
  ): Promise<Keyed> {
    const known = this.#readings.get(key);
    if (known !== null) return { key, derived: unpackDerived(known) };
    if (many || article.body.length > this.#long) {
      const packed = await this.#threads.derive(article, corrections);
      if (keep) this.#readings.put(key, packed);
      return { key, derived: unpackDerived(packed) };
    }
    // A fifth of all modules, which a start that reads nothing need not load.
    const { derive } = await import("./derive.ts");
    const derived = await this.#inTurn(() => derive(article, corrections));
    if (keep) this.#readings.put(key, packDerived(derived));
    return { key, derived };
  }

  /** On this thread: lets others go on before each reading, also when several are asked for at once. */
  #inTurn<T>(work: () => T): Promise<T> {
    const turn = this.#last.then(() => new Promise(setImmediate)).then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** The publication date that a text gives away; `null` when it does not. */
  async inferPublished(body: string): Promise<InferredPublished | null> {
    if (body.length > this.#long) return this.#threads.inferPublished(body);
    const { inferPublished } = await import("../reading/infer-published.ts");
    return inferPublished(body);
  }

  /**
   * From now on reads nothing on this thread: the first texts take it ten times as long as later ones. The thread that
   * reads is there when this ends, and has the first behind it. Where there can be none, all is as before.
   */
  async prepare(): Promise<void> {
    this.#long = 0;
    await this.#threads.derive({ body: FIRST, published: null }, NO_CORRECTIONS).catch(() => {
      this.#long = LONG;
    });
  }

  /** Every article of the corpus was read. */
  async loaded(): Promise<void> {
    await this.#readings.loaded();
  }

  /** Forgets all readings. */
  async forget(): Promise<void> {
    await this.#readings.forget();
  }

  async close(): Promise<void> {
    await this.#threads.end();
    await this.#readings.flushed();
  }
}
