import type { Holding } from "../holding.ts";
import { textOf } from "../span.ts";
import { isVague } from "./people.ts";
import { isAside } from "./person-draft.ts";
import type { Person, Reading } from "./reading.ts";
import { definiteOffice } from "./resolve-role.ts";
import { type Office, parseOffice } from "./roles.ts";

/** What one article tells about one name. */
export type Fact = {
  /** The same for every form of a full name: first and last word. */
  readonly key: string;
  readonly name: string;
  readonly kind: Person["kind"];
  /** A person called by one word only: no more than a surname. */
  readonly bare: boolean;
  /** The name, what else the article calls the bearer, and the surname that others might use. */
  readonly forms: readonly string[];
  readonly roles: readonly string[];
  readonly offices: readonly Office[];
  readonly mentions: number;
  readonly quotations: number;
};

/** What one article tells, apart from all others. Plain values, so that it can be kept. */
export type Facts = {
  /** One for each name it uses. */
  readonly names: readonly Fact[];
  /** Attributions (by their place in the reading) that name an office and nobody: another article may tell who held it. */
  readonly unfilled: readonly (readonly [attribution: number, office: Office])[];
};

const known = new WeakMap<Holding, Facts>();

/** What `holding` tells about everybody it names or quotes; gathered once, whatever the number of servers that see it. */
export function factsOf(holding: Holding): Facts {
  let facts = holding.facts ?? known.get(holding);
  if (facts === undefined) {
    facts = gatherFacts(holding.article.body, holding.reading);
    known.set(holding, facts);
  }
  return facts;
}

/** What `reading` tells about everybody it names or quotes in `body`. */
export function gatherFacts(body: string, reading: Pick<Reading, "attributions" | "people">): Facts {
  const quotations = new Map<string, number>();
  const unfilled: [number, Office][] = [];
  const quoted = new Map<string, Person["kind"]>();
  for (const [i, { speaker, speakerBasis, mention }] of reading.attributions.entries()) {
    if (speaker !== null) {
      quotations.set(speaker, (quotations.get(speaker) ?? 0) + 1);
      quoted.set(speaker, speakerBasis === "organisation" ? "organisation" : "person");
    } else if (mention !== null && speakerBasis === "unnamed") {
      const office = definiteOffice(textOf(body, mention));
      if (office !== null) unfilled.push([i, office]);
    }
  }
  const byName = new Map<string, Fact>();
  for (const person of reading.people) {
    const { name, kind, aliases, roles, mentions } = person;
    if (isVague(person) && !quotations.has(name)) continue;
    const offices = roles.map(parseOffice).filter((office) => office !== null);
    const bare = kind === "person" && isBare(name);
    const key = keyOf(name, kind);
    byName.set(name, {
      key,
      name,
      kind,
      bare,
      forms: formsOf(name, kind, aliases),
      roles,
      offices,
      mentions: mentions.length,
      quotations: quotations.get(name) ?? 0,
    });
  }
  for (const [name, kind] of quoted) {
    if (byName.has(name)) continue;
    const bare = kind === "person" && isBare(name);
    const count = quotations.get(name)!;
    byName.set(name, {
      key: keyOf(name, kind),
      name,
      kind,
      bare,
      forms: formsOf(name, kind, []),
      roles: [],
      offices: [],
      mentions: count,
      quotations: count,
    });
  }
  return { names: [...byName.values()], unfilled };
}

function formsOf(name: string, kind: Person["kind"], aliases: readonly string[]): string[] {
  return [...new Set([name, ...aliases, ...(kind === "person" ? [surnameOf(name)] : [])])];
}

export function surnameOf(name: string): string {
  return name
    .replace(/,? (?:Jr\.?|Sr\.?|II|III)$/, "")
    .split(" ")
    .at(-1)!;
}

function isBare(name: string): boolean {
  return !name.includes(" ") || /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady)\.? \S+$/.test(name);
}

/** Two articles mean the same person when the first and the last word of a full name agree; never on a surname alone. */
function keyOf(name: string, kind: Person["kind"]): string {
  const words = name.split(" ").filter((word) => !isAside(word));
  const son = / (?:Jr\.?|II|III)$/.test(name) ? " jr" : "";
  if (kind === "person" && words.length > 1) return `${words[0]} ${words.at(-1)}${son}`.toLowerCase();
  return `${kind} ${name}`.toLowerCase();
}
