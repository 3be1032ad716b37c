import type { Scope } from "../corpus/scope.ts";
import { termsOf } from "../retrieval/terms.ts";

/** A word of a question, and a word of the articles that tells the same thing. */
export type Related = { readonly asked: string; readonly used: string };

/** Letters and houses are saved and missing as well; of people such a word tells whether they live. */
const OF_PEOPLE = /^(?:saved|missing|safe|well)$/;
const PEOPLE =
  /\b(?:people|persons?|passengers?|(?:wo)?m[ae]n|child(?:ren)?|crew|residents?|workers?|soldiers?|civilians?|victims?|villagers?|students?|pupils?|patients?|every(?:one|body)|nobody|no one|aboard|on board)\b/i;

// Made by hand: plain English that any thesaurus has, the nearest word first; nothing of any corpus. What has the same stem
// ("designer" of "design") is found without.

/** Who does something, for "who built it": "the builder", "the driver". */
const AGENTS = `
build: builder constructor architect developer
construct: builder constructor
design: architect
coach: trainer
train: trainer coach
teach: teacher professor
drive: driver
fly: pilot
sail: captain skipper
lead: leader head chairman
run: head director manager leader owner founder
head: director leader
manage: director
own: owner proprietor
found: founder
start: founder
invent: inventor
write: author writer
paint: painter artist
direct: director
produce: maker
make: maker producer
organise: organizer
organize: organiser
edit: editor
sing: singer
kill: killer murderer
shoot: gunman shooter
`;

/** The same said in another word. */
const SAME = `
die: killed dead death drowned perished fatal victims survived missing saved unhurt
dead: died killed death drowned survived missing saved
death: died killed dead drowned survived missing saved
toll: died killed dead
kill: died dead death
fatality: died killed dead
hurt: injured wounded unhurt
injure: hurt wounded unhurt
wound: hurt injured
ok: safe well unhurt unharmed alive saved
okay: safe well unhurt unharmed alive saved
safe: saved unhurt unharmed
damage: undamaged destroyed
harm: unharmed hurt
quit: resigned retired left
resign: quit retired
fire: dismissed sacked
sack: dismissed fired
arrest: detained caught custody
catch: arrested detained
steal: theft thieves robbed took
start: begin opens launched
begin: start
want: demand
end: finish
stop: ended halted
buy: purchased acquired
win: victory beat
beat: won defeated
lose: defeat
cost: price
price: cost
mad: angry furious
angry: furious anger
stick: trapped
hide: concealed
complain: criticised criticized
kid: children pupils
cop: police
troop: soldiers forces military army
soldier: troops forces military army
money: million dollars euros pounds
plane: aircraft jet airliner
car: vehicle
boat: ship vessel
ship: vessel boat
job: work
jail: prison
prison: jail
deal: agreement
agreement: deal
vote: election
doctor: physician
`;

/** From the term of a word to the words that tell the same, as they are typed. */
function table(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    text
      .trim()
      .split("\n")
      .map((line) => {
        const [word, others] = line.split(": ") as [string, string];
        return [termsOf(word)[0]?.term ?? word, others.split(" ")];
      }),
  );
}

const agents = table(AGENTS);
const same = table(SAME);

/** "Who quit", "who was arrested": there is no other word to stand beside, and nothing is left open. */
const ALONE = /^who(?: (?:has|had|is|are|was|were|be|been))* [\p{L}-]+\W*$/iu;

/** So many are tried. */
const MOST = 3;

/**
 * Words that tell the same as one of `text` and stand together with the rarest of its other words in an article of
 * `scope`, the nearest first; `agent`: only who does what "who" asks for.
 */
export function relatedIn(text: string, scope: Scope, only: "agents" | "all"): Related[] {
  const terms = termsOf(text).filter(({ term }, i, all) => all.findIndex((other) => other.term === term) === i);
  const who = /\bwho(?:'s|’s|m)?\b/i.test(text);
  const related: Related[] = [];
  for (const { term, form } of terms) {
    const words = [...(who ? (agents.get(term) ?? []) : []), ...(only === "all" ? (same.get(term) ?? []) : [])];
    if (words.length === 0) continue;
    const others = terms.filter((other) => other.term !== term && scope.index.frequency(other.term).articles > 0);
    const rarest = others.toSorted((a, b) => articles(a.term, scope) - articles(b.term, scope))[0]?.term;
    if (rarest === undefined && !ALONE.test(text)) continue;
    const there = rarest === undefined ? null : new Set(scope.index.articlesWith(rarest));
    for (const used of words) {
      const other = termsOf(used)[0]?.term;
      if (other === undefined || other === term || articles(other, scope) === 0) continue;
      if (scope.index.articlesWith(other).some((id) => there?.has(id) ?? true)) related.push({ asked: form, used });
      if (related.length === MOST) return related;
    }
  }
  return related;
}

/** True when `text` has the word that was used, of people where it could tell of things. */
export function tellsIt(text: string, { used }: Related): boolean {
  const term = termsOf(used)[0]?.term;
  return termsOf(text).some((word) => word.term === term) && (!OF_PEOPLE.test(used) || PEOPLE.test(text));
}

function articles(term: string, scope: Scope): number {
  return scope.index.frequency(term).articles;
}
