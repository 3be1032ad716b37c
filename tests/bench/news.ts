import type { Holding } from "../../src/holding.ts";
import type { Attribution, Person, Timex } from "../../src/reading/reading.ts";
import type { Span } from "../../src/span.ts";

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** The commonest words of English news with their share of all words in percent; 45 in all. */
const COMMON =
  "the 5.9 of 2.8 to 2.7 and 2.4 a 2.3 in 2.2 that 1.1 for 1 is 1 on .9 was .9 with .7 as .6 he .6 at .5 by .6 from .5 has .4 have .4 it .9 his .5 be .6 not .4 are .5 an .4 this .4 but .4 were .3 which .3 had .4 will .3 they .3 been .3 who .3 their .3 after .3 would .3 more .3 about .3 when .2 what .1 into .2 over .2 than .2 its .4 we .3 there .2 also .2 up .2 out .2 or .3 if .2 all .2 no .2 some .2 so .1 could .2 can .2 other .1 between .1 under .1 while .1 before .1 during .1 against .1 because .1 where .1 how .1 did .1 do .1 does .05 why .05 you .2 i .4 she .2 her .2 him .1 them .2";

/** What people ask. Slots: a person, a place, and words (w) that stand together in one article. */
export const TEMPLATES = [
  "what did {person} say about {w} and {w}",
  "what did {person} say about the {w} in {place}",
  "when did {person} {w} the {w}",
  "who said that the {w} was {w} and {w}",
  "how many {w} were {w} in {place}",
  "where is the {w} of {place} and who {w} it",
  "why was the {w} {w} by {person}",
  "what is the {w} of the {w} in {place}",
  "has {person} {w} the {w} on {w}",
  "which {w} did {place} {w} after the {w} of {w}",
  "is there a {w} for the {w} or the {w}",
  "who is {person}",
];

/** What most articles come into question for. Slots: one of those who are named most, and one of the commonest words (w). */
const WIDE = [
  "{w}",
  "{w} in 2015",
  "{w} in 1990",
  "{w} on 5 May 2015",
  "{w} since last month",
  "what did {person} say",
  "what did {person} say about {w}",
  "what did {person} say about {w} in 2015",
  "what did {person} say since last month",
  "who said that {w} was {w}",
];

type Topic = { readonly words: readonly string[]; readonly person: string; readonly place: string };

const SENTENCES = 20;
const FIRST_NAMES =
  "Anna Boris Clara David Elena Frank Grace Henry Irina James Karim Laura Maria Nadia Omar Paul".split(" ");

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DATE = { type: "DATE", mod: null, anchor: null, scheduled: false, rule: "bench" } as const;

/** A made-up world of news: the same articles and questions for the same seed. */
export class News {
  readonly #next: () => number;
  readonly #words: readonly string[];
  readonly #people: readonly string[];
  readonly #places: readonly string[];
  readonly #common: readonly (readonly [string, number])[];
  readonly #topics: Topic[] = [];

  constructor(seed = 7) {
    this.#next = random(seed);
    const made = new Set<string>();
    while (made.size < 60_000) made.add(this.#makeWord());
    const words = [...made];
    const names = words.splice(0, 8000).map((word) => word[0]!.toUpperCase() + word.slice(1));
    this.#people = names.slice(0, 6000).map((name) => `${this.#pick(FIRST_NAMES)} ${name}`);
    this.#places = names.slice(6000);
    this.#words = words;
    const pairs = COMMON.split(" ");
    let sum = 0;
    this.#common = pairs.flatMap((word, i) => {
      if (i % 2 === 1) return [];
      sum += Number(pairs[i + 1]) / 100;
      return [[word, sum] as const];
    });
  }

  /** Articles of 20 sentences with their readings, until there are `count` sentences. */
  *holdings(count: number): Generator<Holding> {
    for (let number = 0; number * SENTENCES < count; number++) {
      const topic = {
        words: Array.from({ length: 18 }, () => this.#zipf(this.#words)),
        person: this.#zipf(this.#people),
        place: this.#zipf(this.#places),
      };
      this.#topics.push(topic);
      yield this.#holding(number, topic);
    }
  }

  /** Questions of 4 to 12 words about the articles made so far. */
  questions(count: number): string[] {
    return Array.from({ length: count }, () => {
      const { words, person, place } = this.#pick(this.#topics);
      return this.#pick(TEMPLATES).replace(/\{(\w+)\}/g, (_, slot: string) =>
        slot === "person" ? person : slot === "place" ? place : this.#pick(words),
      );
    });
  }

  /** Questions of the commonest words and the people named most, on certain days or on any. */
  wideQuestions(count: number): string[] {
    return Array.from({ length: count }, (_, i) => {
      let slot = Math.floor(i / WIDE.length);
      return WIDE[i % WIDE.length]!.replace(
        /\{(\w+)\}/g,
        (_, kind: string) => (kind === "person" ? this.#people : this.#words)[slot++ % 20]!,
      );
    });
  }

  /** The reading is made with the text: what is measured here is finding, not reading. */
  #holding(number: number, topic: Topic): Holding {
    let body = "";
    const [sentences, mentions]: [Span[], Span[]] = [[], []];
    const attributions: Attribution[] = [];
    const timexes: Timex[] = [];
    for (let i = 0; i < SENTENCES; i++) {
      if (i > 0) body += i % 4 === 0 ? "\n\n" : " ";
      const start = body.length;
      const length = 10 + Math.floor(this.#next() * 22);
      const text = Array.from({ length }, () => this.#word(topic)).join(" ");
      const date = this.#next() < 0.3 ? this.#date() : null;
      const sentence = text[0]!.toUpperCase() + text.slice(1) + (date === null ? "" : ` on ${date.words}`);
      const quoted = this.#next() < 0.25;
      if (date !== null) {
        const end = start + (quoted ? 1 : 0) + sentence.length;
        timexes.push({ ...DATE, start: end - date.words.length, end, value: date.value });
      }
      if (quoted) {
        const marked = { start, end: start + sentence.length + 3 };
        const mention = { start: marked.end + 6, end: marked.end + 6 + topic.person.length };
        body += `“${sentence},” said ${topic.person}.`;
        mentions.push(mention);
        attributions.push(quotation(marked, mention, topic.person));
      } else {
        body += `${sentence}.`;
      }
      sentences.push({ start, end: body.length });
    }
    const paragraphs = [{ start: 0, end: body.length }];
    const aliases = [topic.person.split(" ")[1]!];
    const people: readonly Person[] =
      mentions.length === 0 ? [] : [{ name: topic.person, kind: "person", gender: null, aliases, roles: [], mentions }];
    const day = new Date(Date.UTC(2020, 0, 1 + (number % 1500))).toISOString().slice(0, 10);
    return {
      article: {
        id: `article-${number}`,
        title: `${topic.person} on the ${topic.words[0]} of ${topic.place}`,
        body,
        publisher: "The Bench",
        url: null,
        author: null,
        published: { value: day, basis: "stated" },
      },
      reading: { paragraphs, sentences, attributions, people, timexes },
      revision: String(number),
    };
  }

  #date(): { words: string; value: string } {
    const [year, month, day] = [2010 + this.#below(15), 1 + this.#below(12), 1 + this.#below(28)];
    const two = (number: number) => String(number).padStart(2, "0");
    return { words: `${day} ${MONTHS[month - 1]} ${year}`, value: `${year}-${two(month)}-${two(day)}` };
  }

  #below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  #word(topic: Topic): string {
    const dice = this.#next();
    const common = this.#common.find(([, sum]) => dice < sum);
    if (common !== undefined) return common[0];
    const kind = this.#next();
    if (kind < 0.35) return this.#pick(topic.words);
    if (kind < 0.4) return topic.person;
    if (kind < 0.45) return topic.place;
    if (kind < 0.5) return this.#zipf(this.#people);
    if (kind < 0.53) return String(Math.floor(this.#next() * 3000));
    return this.#zipf(this.#words);
  }

  #makeWord(): string {
    const syllables = 2 + Math.floor(this.#next() * 3);
    let word = "";
    for (let i = 0; i < syllables; i++) word += this.#pick<string>("bcdfghklmnprstvz") + this.#pick<string>("aeiou");
    return this.#next() < 0.5 ? word : word + this.#pick<string>("lnrst");
  }

  #pick<T>(items: readonly T[] | string): T {
    return items[Math.floor(this.#next() * items.length)] as T;
  }

  /** The n-th item with a chance that falls as 1/n (Zipf). */
  #zipf(items: readonly string[]): string {
    return items[Math.floor(Math.exp(this.#next() * Math.log(items.length))) - 1]!;
  }
}

function quotation(marked: Span, mention: Span, speaker: string): Attribution {
  const cue = { start: marked.end + 1, end: marked.end + 5 };
  const found = { stance: "said", speech: true, cue, mention, speaker, speakerBasis: "name", rule: "bench" } as const;
  return { spans: [marked], type: "direct", ...found };
}
