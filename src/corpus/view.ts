import type { Holding } from "../holding.ts";
import type { Attribution, Reading } from "../reading/reading.ts";
import { WhoIsWho } from "../reading/speakers.ts";

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
      const { article, revision } = holding;
      const { who } = this;
      let reading: Reading | null = null;
      view = {
        article,
        revision,
        get reading() {
          reading ??= resolvedReading(holding, who);
          return reading;
        },
      };
      this.#resolved.set(holding, view);
    }
    return view;
  }
}

function resolvedReading(holding: Holding, who: WhoIsWho): Reading {
  const { reading } = holding;
  let [attributions, version]: [readonly Attribution[], number] = [[], -1];
  return {
    paragraphs: reading.paragraphs,
    sentences: reading.sentences,
    get attributions() {
      if (version !== who.version) [attributions, version] = [who.resolve(holding), who.version];
      return attributions;
    },
    get people() {
      return reading.people;
    },
    get timexes() {
      return reading.timexes;
    },
  };
}
