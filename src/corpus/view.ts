import type { Article } from "../article.ts";
import type { Holding } from "../holding.ts";
import type { Attribution, Person, Reading, Timex } from "../reading/reading.ts";
import { WhoIsWho } from "../reading/speakers.ts";
import type { Span } from "../span.ts";

/** What one server knows of the articles it sees, from one scope of it to the next: only what changed is looked at. */
export class View {
  readonly who = new WhoIsWho();
  /** The articles that `who` has not followed yet. */
  readonly #changed: Set<string>;
  readonly #resolved = new WeakMap<Holding, Holding>();

  constructor(ids: Iterable<string>) {
    this.#changed = new Set(ids);
  }

  /** These articles came, went or were replaced, or the server sees them no longer or again. */
  change(ids: Iterable<string>): void {
    for (const id of ids) this.#changed.add(id);
  }

  /** Takes in what changed; `seen`: an article as the server sees it now. */
  follow(seen: (id: string) => Holding | null): void {
    for (const id of this.#changed) this.who.follow(id, seen(id));
    this.#changed.clear();
  }

  /**
   * `holding` with its speakers resolved by what the server knows, when its attributions are first looked at after a
   * change; what does not depend on other articles is there at once.
   */
  resolved(holding: Holding): Holding {
    let view = this.#resolved.get(holding);
    if (view === undefined) {
      view = new ResolvedHolding(holding, this.who);
      this.#resolved.set(holding, view);
    }
    return view;
  }
}

// Classes, as a search asks thousands of them: getters in object literals make each object one of its own kind, slow to ask.
class ResolvedHolding implements Holding {
  readonly article: Article;
  readonly revision: string;
  readonly #holding: Holding;
  readonly #who: WhoIsWho;
  #reading: Reading | null = null;

  constructor(holding: Holding, who: WhoIsWho) {
    this.article = holding.article;
    this.revision = holding.revision;
    this.#holding = holding;
    this.#who = who;
  }

  get reading(): Reading {
    this.#reading ??= new ResolvedReading(this.#holding, this.#who);
    return this.#reading;
  }
}

class ResolvedReading implements Reading {
  readonly #holding: Holding;
  readonly #who: WhoIsWho;
  #attributions: readonly Attribution[] = [];
  #version = -1;

  constructor(holding: Holding, who: WhoIsWho) {
    this.#holding = holding;
    this.#who = who;
  }

  get paragraphs(): readonly Span[] {
    return this.#holding.reading.paragraphs;
  }

  get sentences(): readonly Span[] {
    return this.#holding.reading.sentences;
  }

  get attributions(): readonly Attribution[] {
    if (this.#version !== this.#who.version) {
      this.#attributions = this.#who.resolve(this.#holding);
      this.#version = this.#who.version;
    }
    return this.#attributions;
  }

  get people(): readonly Person[] {
    return this.#holding.reading.people;
  }

  get timexes(): readonly Timex[] {
    return this.#holding.reading.timexes;
  }
}
