import type { Draft } from "../../src/corpus/changes.ts";

const PEOPLE = [
  "Ann Lee",
  "Bo Berg",
  "Carla Dietz",
  "Dan Okafor",
  "Eva Lindqvist",
  "Farid Haddad",
  "Grete Olsen",
  "Hugo Marsh",
];
const PLACES = [
  "Port Ellen",
  "Norrby",
  "the harbour",
  "the old town",
  "Lake Vann",
  "the northern district",
  "Eastgate",
];
const THINGS = [
  "ferry",
  "bridge",
  "budget",
  "school",
  "railway",
  "dam",
  "hospital",
  "treaty",
  "market",
  "power station",
];
const VERBS = [
  "opened",
  "closed",
  "failed",
  "reached",
  "delayed",
  "inspected",
  "repaired",
  "sold",
  "flooded",
  "approved",
];
const MORE = [
  "after a long debate",
  "in spite of the rain",
  "for the third time",
  "without a vote",
  "to everybody's surprise",
];
const DAYS = ["on Monday", "yesterday", "in March", "on 5 May 2023", "last week", "in 2021"];

/** A small generator with a fixed seed (Lehmer), the same numbers on every machine. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** An invented article of `sentences` sentences; the same `n` is the same article. */
export function newsArticle(n: number, sentences = 20): Draft {
  const next = numbers(n * 7_919 + 1);
  const pick = (list: readonly string[]) => list[next(list.length)]!;
  const sentence = (): string => {
    const what = `the ${pick(THINGS)} in ${pick(PLACES)} was ${pick(VERBS)} ${pick(DAYS)} ${pick(MORE)}`;
    switch (next(5)) {
      case 0:
        return `"${what[0]!.toUpperCase()}${what.slice(1)}," said ${pick(PEOPLE)}.`;
      case 1:
        return `${pick(PEOPLE)} said that ${what}, and that ${next(900)} people had seen it.`;
      case 2:
        return `According to ${pick(PEOPLE)}, ${what}.`;
      default:
        return `Then ${what} while ${pick(PEOPLE)} spoke about word${next(30_000)} and the ${pick(THINGS)}.`;
    }
  };
  const paragraphs: string[] = [];
  for (let left = sentences; left > 0; left -= 4) {
    paragraphs.push(Array.from({ length: Math.min(4, left) }, sentence).join(" "));
  }
  return {
    title: `The ${pick(THINGS)} of ${pick(PLACES)}, part ${n}`,
    body: `${paragraphs.join("\n")}\n`,
    publisher: "The Courier",
    url: `https://courier.example/${n}`,
    author: null,
    published: { value: `20${10 + next(15)}-0${1 + next(9)}-1${next(10)}`, basis: "stated" },
  };
}
