import type { Holding } from "../holding.ts";
import { type Fact, type Facts, factsOf } from "./facts.ts";
import { isSameSpecificOffice, Offices } from "./offices.ts";
import type { Attribution, Reading } from "./reading.ts";

/** A person or body over all articles of one scope. */
export type Speaker = {
  readonly name: string;
  readonly kind: "person" | "organisation" | "place";
  /** Every form that means this one and nobody else in the scope, the name included. */
  readonly aliases: readonly string[];
  /** As written, most frequent first. */
  readonly roles: readonly string[];
  readonly mentions: number;
  readonly quotations: number;
  /** Ids of the articles that name this one. */
  readonly articles: readonly string[];
};

/**
 * Who is who over the articles of one scope. What is derived is derived when it is asked for, and only anew for
 * whom a change touched.
 */
export class WhoIsWho {
  readonly #facts = new Map<string, { readonly holding: Holding; readonly facts: Facts }>();
  /** What each article says of a key. */
  readonly #byKey = new Map<string, Map<string, Fact>>();
  /** The keys that a form can mean, and how many articles use it so. */
  readonly #byForm = new Map<string, Map<string, number>>();
  readonly #offices = new Offices();
  readonly #speakers = new Map<string, Speaker>();
  #list: readonly Speaker[] | null = null;

  /** Knows these articles and no others from now on. */
  keep(holdings: readonly Holding[]): void {
    const kept = new Set(holdings.map(({ article }) => article.id));
    for (const id of this.#facts.keys()) if (!kept.has(id)) this.#remove(id);
    for (const holding of holdings) if (this.#facts.get(holding.article.id)?.holding !== holding) this.#add(holding);
  }

  #add(holding: Holding): void {
    const { id, published } = holding.article;
    this.#remove(id);
    const facts = factsOf(holding);
    this.#facts.set(id, { holding, facts });
    for (const fact of facts.byName.values()) {
      entryOf(this.#byKey, fact.key).set(id, fact);
      for (const form of formsOf(fact)) {
        const keys = entryOf(this.#byForm, form);
        keys.set(fact.key, (keys.get(fact.key) ?? 0) + 1);
      }
      for (const office of fact.bare ? [] : fact.offices) {
        this.#offices.add({ office, key: fact.key, article: id, published: published?.value ?? null });
      }
      this.#forget(fact);
    }
  }

  #remove(id: string): void {
    const known = this.#facts.get(id);
    if (known === undefined) return;
    this.#facts.delete(id);
    for (const fact of known.facts.byName.values()) {
      this.#forget(fact);
      this.#byKey.get(fact.key)!.delete(id);
      for (const form of formsOf(fact)) {
        const keys = this.#byForm.get(form)!;
        const left = keys.get(fact.key)! - 1;
        if (left > 0) keys.set(fact.key, left);
        else keys.delete(fact.key);
      }
      for (const { head } of fact.offices) this.#offices.remove(id, head);
    }
  }

  /** The reading of an article with its attributions as all articles together know their speakers. */
  resolve({ article, reading }: Holding): Reading {
    const known = this.#facts.get(article.id);
    if (known === undefined) return reading;
    const { byName, unfilled } = known.facts;
    let changed = false;
    const attributions = reading.attributions.map((attribution): Attribution => {
      if (attribution.speaker !== null) {
        const fact = byName.get(attribution.speaker);
        const speaker = fact === undefined ? attribution.speaker : this.#nameOf(this.#ownerOf(fact));
        if (speaker === attribution.speaker) return attribution;
        changed = true;
        return { ...attribution, speaker };
      }
      const office = unfilled.get(attribution);
      const key = office && this.#offices.holderOf(office, article.published?.value ?? null);
      if (key == null) return attribution;
      changed = true;
      return { ...attribution, speaker: this.#nameOf(key), speakerBasis: "role" };
    });
    return changed ? { ...reading, attributions } : reading;
  }

  /** Everybody the articles name or quote, most quoted first. */
  list(): readonly Speaker[] {
    if (this.#list !== null) return this.#list;
    const adopted = new Map<string, Map<string, Fact>>();
    const filled = new Map<string, number>();
    for (const [id, { holding, facts }] of this.#facts) {
      for (const fact of facts.byName.values()) {
        if (!fact.bare || fact.offices.length === 0) continue;
        const owner = this.#ownerOf(fact);
        if (owner !== fact.key) entryOf(adopted, owner).set(id, fact);
      }
      for (const office of facts.unfilled.values()) {
        const key = this.#offices.holderOf(office, holding.article.published?.value ?? null);
        if (key !== null) filled.set(key, (filled.get(key) ?? 0) + 1);
      }
    }
    const list: Speaker[] = [];
    for (const [key, byArticle] of this.#byKey) {
      const own = [...byArticle].filter(([, fact]) => !fact.bare || this.#ownerOf(fact) === key);
      if (own.length === 0) continue;
      const more = [...(adopted.get(key) ?? [])];
      let speaker = this.#speakers.get(key);
      if (speaker === undefined || more.length > 0 || own.length < byArticle.size) {
        speaker = this.#speakerOf(key, [...own, ...more]);
        if (more.length === 0 && own.length === byArticle.size) this.#speakers.set(key, speaker);
      }
      const extra = filled.get(key) ?? 0;
      list.push(extra === 0 ? speaker : { ...speaker, quotations: speaker.quotations + extra });
    }
    this.#list = list.sort(
      (a, b) =>
        b.quotations - a.quotations || b.mentions - a.mentions || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    );
    return this.#list;
  }

  /** The key of the full name that a bare surname means: the only bearer who holds the very office the article gives. */
  #ownerOf({ key, name, bare, offices }: Fact): string {
    if (!bare || offices.length === 0) return key;
    const owners: string[] = [];
    for (const other of this.#byForm.get(surnameOf(name))?.keys() ?? []) {
      const facts = [...(this.#byKey.get(other)?.values() ?? [])].slice(0, 50);
      if (
        facts.some(
          (fact) =>
            !fact.bare && fact.offices.some((theirs) => offices.some((mine) => isSameSpecificOffice(mine, theirs))),
        )
      ) {
        owners.push(other);
      }
    }
    return owners.length === 1 ? owners[0]! : key;
  }

  #nameOf(key: string): string {
    return this.#known(key)?.name ?? key;
  }

  #known(key: string): Speaker | undefined {
    const known = this.#speakers.get(key);
    if (known !== undefined) return known;
    const facts = this.#byKey.get(key);
    if (facts === undefined || facts.size === 0) return undefined;
    const speaker = this.#speakerOf(key, [...facts]);
    this.#speakers.set(key, speaker);
    return speaker;
  }

  #speakerOf(key: string, facts: readonly (readonly [string, Fact])[]): Speaker {
    const names = new Map<string, number>();
    const roles = new Map<string, number>();
    const forms = new Set<string>();
    let [mentions, quotations] = [0, 0];
    for (const [, fact] of facts) {
      if (!fact.bare || fact.key === key) count(names, fact.name);
      for (const role of fact.roles) count(roles, role);
      for (const form of formsOf(fact)) forms.add(form);
      mentions += fact.mentions;
      quotations += fact.quotations;
    }
    const name = mostFrequent(names)[0]!;
    const aliases = [...forms].filter((form) => form === name || this.#byForm.get(form)?.size === 1);
    return {
      name,
      kind: facts[0]![1].kind,
      aliases: [name, ...aliases.filter((form) => form !== name)],
      roles: mostFrequent(roles),
      mentions,
      quotations,
      articles: facts.map(([id]) => id).sort(),
    };
  }

  /** Whoever shares a form with `fact` may have lost or won an alias. */
  #forget(fact: Fact): void {
    this.#list = null;
    this.#speakers.delete(fact.key);
    for (const form of formsOf(fact))
      for (const key of this.#byForm.get(form)?.keys() ?? []) this.#speakers.delete(key);
  }
}

/** What the article calls somebody, and the surname that others might use. */
function formsOf({ name, kind, aliases }: Fact): string[] {
  const forms = [name, ...aliases];
  return [...new Set(kind === "person" ? [...forms, surnameOf(name)] : forms)];
}

function surnameOf(name: string): string {
  return name
    .replace(/,? (?:Jr|Sr)\.?$/, "")
    .split(" ")
    .at(-1)!;
}

function entryOf<V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let entry = map.get(key);
  if (entry === undefined) {
    entry = new Map();
    map.set(key, entry);
  }
  return entry;
}

function count(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** Most frequent first, then the shorter, then by code unit. */
function mostFrequent(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1)).map(([value]) => value);
}
