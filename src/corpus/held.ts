import type { Article } from "../article.ts";
import type { Facts } from "../reading/facts.ts";
import type { Reading } from "../reading/reading.ts";
import type { Keyed } from "./article-reader.ts";
import type { Derived } from "./derived.ts";
import type { Printed } from "./duplicate.ts";

/** The article with what was derived from it, which is not looked at yet. */
export function holdingOf(article: Article, revision: string, { key, derived }: Keyed): Printed {
  return new Held(article, revision, key, derived);
}

// A class, as there are thousands: getters in object literals weigh as much as what they give.
class Held implements Printed {
  readonly article: Article;
  readonly revision: string;
  readonly key: string;
  readonly #derived: Derived;

  constructor(article: Article, revision: string, key: string, derived: Derived) {
    this.article = article;
    this.revision = revision;
    this.key = key;
    this.#derived = derived;
  }

  get print(): string {
    return this.#derived.print;
  }

  get facts(): Facts {
    return this.#derived.facts;
  }

  get reading(): Reading {
    return this.#derived.reading;
  }
}
