import type { Holding } from "../holding.ts";
import { handOn } from "./directory.ts";
import { type Fact, type Facts, factsOf, surnameOf } from "./facts.ts";
import { isSameSpecificOffice, Offices } from "./offices.ts";
import type { Attribution } from "./reading.ts";
import { Tally } from "./tally.ts";

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
  readonly #tallies = new Map<string, Tally>();
  /** The keys that a form can mean, and how many articles use it so. */
  readonly #byForm = new Map<string, Map<string, number>>();
  readonly #offices = new Offices();
  /** Articles in which a bare surname holds an office, or an office has no name: others may tell more. */
  readonly #open = new Set<string>();
  readonly #speakers = new Map<string, Speaker>();
  /** By the surname that is looked for. */
  readonly #owners = new Map<string, Map<Fact, string>>();
  /** As last listed, the same by key, and whose place there may have changed since. */
  #list: readonly Speaker[] = [];
  readonly #listed = new Map<string, Listed>();
  #touched = new Set<string>();
  #isListed = false;
  #version = 0;

  /** Changes with everything that is followed. */
  get version(): number {
    return this.#version;
  }

  /** Knows this state of an article from now on, or nothing of it any more. */
  follow(id: string, holding: Holding | null): void {
    if ((this.#facts.get(id)?.holding ?? null) === holding) return;
    this.#version++;
    if (holding === null) this.#remove(id);
    else this.#add(holding);
  }

  #add(holding: Holding): void {
    const { id, published } = holding.article;
    this.#remove(id);
    const facts = factsOf(holding);
    this.#facts.set(id, { holding, facts });
    for (const fact of facts.names) {
      let tally = this.#tallies.get(fact.key);
      if (tally === undefined) {
        tally = new Tally();
        this.#tallies.set(fact.key, tally);
      }
      tally.add(id, fact);
      for (const form of fact.forms) {
        const keys = this.#byForm.get(form) ?? new Map<string, number>();
        this.#byForm.set(form, keys.set(fact.key, (keys.get(fact.key) ?? 0) + 1));
      }
      for (const office of fact.bare ? [] : fact.offices) {
        this.#offices.add({ office, key: fact.key, article: id, published: published?.value ?? null });
      }
      if (fact.bare && fact.offices.length > 0) this.#open.add(id);
      this.#forget(fact);
    }
    if (facts.unfilled.length > 0) this.#open.add(id);
  }

  #remove(id: string): void {
    const known = this.#facts.get(id);
    if (known === undefined) return;
    this.#facts.delete(id);
    this.#open.delete(id);
    for (const fact of known.facts.names) {
      this.#forget(fact);
      this.#tallies.get(fact.key)!.remove(id);
      if (this.#tallies.get(fact.key)!.facts.size === 0) this.#tallies.delete(fact.key);
      for (const form of fact.forms) {
        const keys = this.#byForm.get(form)!;
        const left = keys.get(fact.key)! - 1;
        if (left > 0) keys.set(fact.key, left);
        else keys.delete(fact.key);
      }
      for (const { head } of fact.offices) this.#offices.remove(id, head);
    }
  }

  /** The attributions of an article as all articles together know their speakers. */
  resolve({ article, reading: { attributions } }: Holding): readonly Attribution[] {
    const known = this.#facts.get(article.id);
    if (known === undefined) return attributions;
    const unfilled = new Map(known.facts.unfilled);
    const names = new Map<string, string>();
    for (const fact of known.facts.names) {
      const told = fact.quotations === 0 ? fact.name : this.#nameOf(this.#ownerOf(fact));
      if (told !== fact.name) names.set(fact.name, told);
    }
    if (names.size === 0 && unfilled.size === 0) return attributions;
    return attributions.map((attribution, i): Attribution => {
      if (attribution.speaker !== null) {
        const speaker = names.get(attribution.speaker);
        return speaker === undefined ? attribution : { ...attribution, speaker };
      }
      const office = unfilled.get(i);
      const key = office === undefined ? null : this.#offices.holderOf(office, article.published?.value ?? null);
      return key === null ? attribution : { ...attribution, speaker: this.#nameOf(key), speakerBasis: "role" };
    });
  }

  /** Everybody the articles name or quote, most quoted first. */
  list(): readonly Speaker[] {
    if (this.#isListed) return this.#list;
    /** By key: what other articles leave open is this one's. */
    const gained = new Map<string, Gains>();
    const lost = new Map<string, number>();
    const gain = (key: string, article: string, mentions: number, quotations: number) => {
      const gains = gained.get(key) ?? { mentions: 0, quotations: 0, articles: new Set() };
      gained.set(key, gains);
      gains.mentions += mentions;
      gains.quotations += quotations;
      gains.articles.add(article);
    };
    for (const id of this.#open) {
      const { holding, facts } = this.#facts.get(id)!;
      for (const fact of facts.names) {
        const owner = this.#ownerOf(fact);
        if (owner === fact.key) continue;
        gain(owner, id, fact.mentions, fact.quotations);
        lost.set(fact.key, (lost.get(fact.key) ?? 0) + 1);
      }
      for (const [, office] of facts.unfilled) {
        const key = this.#offices.holderOf(office, holding.article.published?.value ?? null);
        if (key !== null) gain(key, id, 0, 1);
      }
    }
    // What others leave open may go to somebody else after any change.
    for (const key of [...gained.keys(), ...lost.keys()]) this.#touched.add(key);
    const gone = new Set<Speaker>();
    const came: Speaker[] = [];
    for (const key of this.#touched) {
      const before = this.#listed.get(key);
      const facts = this.#tallies.get(key)?.facts.size ?? 0;
      const alone = lost.get(key) === facts ? null : this.#speaker(key);
      const gains = gained.get(key);
      if (before !== undefined && before.alone === alone && isSame(before.gains, gains)) continue;
      if (before !== undefined) gone.add(before.speaker);
      this.#listed.delete(key);
      if (alone === null) continue;
      const speaker = gains === undefined ? alone : withGains(alone, gains);
      this.#listed.set(key, { speaker, alone, gains });
      came.push(speaker);
    }
    this.#touched = new Set([...gained.keys(), ...lost.keys()]);
    this.#isListed = true;
    if (gone.size === 0 && came.length === 0) return this.#list;
    const others = this.#list.filter((speaker) => !gone.has(speaker));
    const list = merge(others, came.sort(mostQuotedFirst));
    handOn(this.#list, list, gone, came);
    this.#list = list;
    return list;
  }

  /** The key of the full name that a bare surname means: the only bearer who holds the very office the article gives. */
  #ownerOf(fact: Fact): string {
    if (!fact.bare || fact.offices.length === 0) return fact.key;
    const surname = surnameOf(fact.name);
    const known = this.#owners.get(surname) ?? new Map<Fact, string>();
    this.#owners.set(surname, known);
    let owner = known.get(fact);
    if (owner === undefined) {
      const owners = [...(this.#byForm.get(surname)?.keys() ?? [])].filter((key) => this.#holds(key, fact));
      owner = owners.length === 1 ? owners[0]! : fact.key;
      known.set(fact, owner);
    }
    return owner;
  }

  #holds(key: string, { offices }: Fact): boolean {
    let looked = 0;
    for (const fact of this.#tallies.get(key)?.facts.values() ?? []) {
      if (fact.bare || ++looked > MOST_LOOKED) return false;
      if (fact.offices.some((theirs) => offices.some((mine) => isSameSpecificOffice(mine, theirs)))) return true;
    }
    return false;
  }

  #nameOf(key: string): string {
    return this.#speaker(key)?.name ?? key;
  }

  #speaker(key: string): Speaker | null {
    const known = this.#speakers.get(key);
    if (known !== undefined) return known;
    const speaker = this.#tallies.get(key)?.speaker((form) => this.#byForm.get(form)?.size === 1) ?? null;
    if (speaker !== null) this.#speakers.set(key, speaker);
    return speaker;
  }

  /** Whoever shares a form with `fact` may have lost or won an alias, or an office. */
  #forget(fact: Fact): void {
    this.#isListed = false;
    for (const form of this.#tallies.get(fact.key)?.forms ?? fact.forms) this.#owners.delete(form);
    this.#touch(fact.key);
    for (const form of fact.forms) for (const key of this.#byForm.get(form)?.keys() ?? []) this.#touch(key);
  }

  #touch(key: string): void {
    this.#speakers.delete(key);
    this.#touched.add(key);
  }
}

/** Somebody as listed, by what the articles tell under the own name and by what others leave open. */
type Listed = { readonly speaker: Speaker; readonly alone: Speaker | null; readonly gains: Gains | undefined };

function isSame(a: Gains | undefined, b: Gains | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const counts = a.mentions === b.mentions && a.quotations === b.quotations && a.articles.size === b.articles.size;
  return counts && [...a.articles].every((id) => b.articles.has(id));
}

type Gains = { mentions: number; quotations: number; readonly articles: Set<string> };

function withGains(speaker: Speaker, { mentions, quotations, articles }: Gains): Speaker {
  return {
    ...speaker,
    mentions: speaker.mentions + mentions,
    quotations: speaker.quotations + quotations,
    get articles() {
      return [...new Set([...speaker.articles, ...articles])].sort();
    },
  };
}

/** Two lists in order, as one in order. */
function merge(a: readonly Speaker[], b: readonly Speaker[]): Speaker[] {
  const merged: Speaker[] = [];
  let i = 0;
  for (const speaker of b) {
    while (i < a.length && mostQuotedFirst(a[i]!, speaker) <= 0) merged.push(a[i++]!);
    merged.push(speaker);
  }
  while (i < a.length) merged.push(a[i++]!);
  return merged;
}

/** The order of a scope's speakers. */
export function mostQuotedFirst(a: Speaker, b: Speaker): number {
  if (a.quotations !== b.quotations) return b.quotations - a.quotations;
  if (a.mentions !== b.mentions) return b.mentions - a.mentions;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
}

/** In so many articles somebody's office is looked for. */
const MOST_LOOKED = 50;
