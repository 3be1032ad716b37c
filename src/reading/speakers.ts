import type { Holding } from "../holding.ts";
import { type Fact, type Facts, factsOf, surnameOf } from "./facts.ts";
import { isSameSpecificOffice, Offices } from "./offices.ts";
import type { Attribution } from "./reading.ts";
import { type Gains, SpeakerList } from "./speaker-list.ts";
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
  /** The keys that a form can mean. */
  readonly #byForm = new Map<string, Set<string>>();
  readonly #offices = new Offices();
  /** Articles in which a bare surname holds an office, or an office has no name: others may tell more. */
  readonly #open = new Set<string>();
  readonly #speakers = new Map<string, Speaker>();
  /** By the surname that is looked for. */
  readonly #owners = new Map<string, Map<Fact, string>>();
  readonly #list = new SpeakerList();
  /** Whose place in the list may have changed since it was last asked for. */
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
      for (const form of tally.add(id, fact)) {
        this.#touchAll(form);
        const keys = this.#byForm.get(form);
        if (keys === undefined) this.#byForm.set(form, new Set([fact.key]));
        else keys.add(fact.key);
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
      const tally = this.#tallies.get(fact.key)!;
      for (const form of tally.remove(id)) {
        const keys = this.#byForm.get(form)!;
        keys.delete(fact.key);
        if (keys.size === 0) this.#byForm.delete(form);
        this.#touchAll(form);
      }
      if (tally.facts.size === 0) this.#tallies.delete(fact.key);
      for (const { head } of fact.offices) this.#offices.remove(id, head);
    }
  }

  /** The attributions of an article as all articles together know their speakers; of a state no longer followed its own. */
  resolve(holding: Holding): readonly Attribution[] {
    const { article, reading } = holding;
    const { attributions } = reading;
    const known = this.#facts.get(article.id);
    if (known?.holding !== holding) return attributions;
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
    if (this.#isListed) return this.#list.speakers;
    const { gained, lost } = this.#leftOpen();
    // What others leave open may go to somebody else after any change: now, and the next time.
    const open = [...gained.keys(), ...lost.keys()];
    for (const key of open) this.#touched.add(key);
    const changed = [...this.#touched].map((key) => {
      const isElsewhere = lost.get(key) === (this.#tallies.get(key)?.facts.size ?? 0);
      return { key, alone: isElsewhere ? null : this.#speaker(key), gains: gained.get(key) };
    });
    this.#touched = new Set(open);
    this.#isListed = true;
    return this.#list.follow(changed);
  }

  /** By key: what is somebody's of that which articles leave open, and in how many articles another one is meant. */
  #leftOpen(): { readonly gained: Map<string, Gains>; readonly lost: Map<string, number> } {
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
    return { gained, lost };
  }

  /** The key of the full name that a bare surname means: the only bearer who holds the very office the article gives. */
  #ownerOf(fact: Fact): string {
    if (!fact.bare || fact.offices.length === 0) return fact.key;
    const surname = surnameOf(fact.name);
    const known = this.#owners.get(surname) ?? new Map<Fact, string>();
    this.#owners.set(surname, known);
    let owner = known.get(fact);
    if (owner === undefined) {
      const owners = [...(this.#byForm.get(surname) ?? [])].filter((key) => this.#holds(key, fact));
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

  /** Who has the forms of `fact` may have lost or won an office. */
  #forget(fact: Fact): void {
    this.#isListed = false;
    if (this.#owners.size > 0) {
      for (const form of this.#tallies.get(fact.key)?.forms ?? fact.forms) this.#owners.delete(form);
    }
    this.#touch(fact.key);
  }

  /** Whoever shares `form` may have lost or won an alias. */
  #touchAll(form: string): void {
    for (const key of this.#byForm.get(form) ?? []) this.#touch(key);
  }

  #touch(key: string): void {
    this.#speakers.delete(key);
    this.#touched.add(key);
  }
}

/** In so many articles somebody's office is looked for. */
const MOST_LOOKED = 50;
