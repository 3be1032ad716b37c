import type { Scope } from "../corpus/scope.ts";
import type { Passage } from "../passage.ts";
import { termsOf } from "../retrieval/terms.ts";
import type { Answer, Reason, Understood } from "./answer.ts";
import { coverageOf } from "./coverage.ts";
import { passagesOf } from "./passages.ts";
import { type RankQuery, rank } from "./rank.ts";
import { saidUnder } from "./said-under.ts";
import { LIGHT } from "./understand.ts";
import type { Found } from "./why.ts";

/** So many of the nearest passages are shown where nothing answers. */
export const CLOSEST = 3;

/** A passage answers a topic when it holds at least this share of it. */
export const ENOUGH = 0.5;

/** Passages that are looked at for a reason. */
const LOOKED_AT = 10;

/** No answer, and why. */
export function nothing(
  question: Understood,
  reason: Reason,
  closest: readonly Found[],
  absent: readonly string[] = [],
): Answer {
  return { kind: "nothing-found", question, confidence: 0, passages: [], reason, closest, absent };
}

/** More absent words than this are not named, nor looked for: it is no question in English. */
const NAMED = 12;

/** The words of a topic that tell something and no article has, not even in its title, as they were asked, each once. */
export function absentIn(topic: string, scope: Scope): string[] {
  const absent = new Map<string, string>();
  for (const { term, form } of termsOf(topic.replace(LIGHT, ""))) {
    if (scope.index.frequency(term).articles > 0 || titlesOf(scope).includes(form.toLowerCase())) continue;
    absent.set(term, form);
    if (absent.size === NAMED) break;
  }
  return [...absent.values()];
}

const titles = new WeakMap<Scope, string>();

/** All titles in small letters, a line each: in one piece, since a question may have a hundred words to look for. */
function titlesOf(scope: Scope): string {
  let all = titles.get(scope);
  if (all === undefined) {
    all = scope.holdings.map(({ article }) => article.title.toLowerCase()).join("\n");
    titles.set(scope, all);
  }
  return all;
}

/** Why nothing answers; each reason is only given where it is true. */
export function reasonFor(query: RankQuery, found: readonly Passage[], scope: Scope): Reason {
  const covers = coverageOf(query.topic, scope);
  if (query.since !== null || query.until !== null) {
    if (query.speaker === null && termsOf(query.topic).length === 0) return "outside-dates";
    const { hits } = rank({ ...query, since: null, until: null }, scope);
    const ever = first(LOOKED_AT, passagesOf(hits, "keywords", query, covers));
    if (ever.some((passage) => covers(passage.text) >= ENOUGH)) return "outside-dates";
    const under = saidUnder({ ...query, since: null, until: null }, covers, scope);
    if (under.some(({ why }) => why?.beside !== "lead")) return "outside-dates";
  }
  if (query.speaker !== null) {
    const all = rank({ topic: "", speaker: query.speaker, since: null, until: null, expects: null }, scope);
    return all.hits.length > 0 ? "speaker-not-on-topic" : "unknown-speaker";
  }
  const absent =
    found.every((passage) => covers(passage.text) === 0) && scope.index.search(query.topic, 1).length === 0;
  return absent && absentIn(query.topic, scope).length > 0 ? "words-absent" : "low-confidence";
}

/** The nearest passages on the topic, whoever speaks. */
export function closestTo(query: RankQuery, scope: Scope): Found[] {
  const topic = query.topic.trim();
  if (topic === "") return [];
  const covers = coverageOf(topic, scope);
  const { hits } = rank({ ...query, speaker: null, since: null, until: null }, scope);
  const near = first(CLOSEST, passagesOf(hits, "keywords", { ...query, speaker: null }, covers));
  return near.filter((passage) => covers(passage.text) >= ENOUGH);
}

/** The first `count` of `items`, which are made one by one. */
export function first<Item>(count: number, items: Iterable<Item>): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length === count) break;
  }
  return taken;
}
