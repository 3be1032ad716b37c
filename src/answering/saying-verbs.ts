import { createRequire } from "node:module";

const stem = createRequire(import.meta.url)("wink-porter2-stemmer") as (word: string) => string;

const VERBS = new Set(
  `accuse acknowledge add admit advise allege announce answer argue assert assess assure blame boast call caution
  characterize characterise claim comment complain concede conclude condemn confirm criticize criticise declare defend
  demand deny describe dismiss emphasize emphasise estimate explain express hint insist joke label mention note object
  pledge point praise predict promise propose quip recall recommend reject remark repeat reply report respond reveal say
  speak state stress suggest talk tell testify think threaten tweet underline urge view voice vow warn welcome wonder
  write believe expect hope fear regret`
    .split(/\s+/)
    .map((verb) => stem(verb)),
);

const IRREGULAR = new Set("said says told thought spoke spoken wrote written saw seen meant".split(" "));

/** True for a form of a verb that introduces speech or an opinion: "said", "describes", "warning". */
export function isSayingVerb(word: string): boolean {
  const lower = word.toLowerCase();
  return IRREGULAR.has(lower) || VERBS.has(stem(lower));
}

/** Verbs that only introduce; any other one ("call", "deny", "accuse") tells something of what was said. */
export function isPlainSayingVerb(word: string): boolean {
  return /^(?:say|says|said|saying|tell|tells|told|telling|talk\w*|speak|speaks|spoke|spoken|speaking|state\w*|comment\w*|mention\w*|think|thinks|thought|thinking|remark\w*|writ(?:e|es|ten|ing)|wrote|express\w*|report(?:s|ed|ing)?)$/i.test(
    word,
  );
}
