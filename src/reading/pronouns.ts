import type { Gender } from "./forenames.ts";
import { isVague } from "./people.ts";
import type { Person } from "./reading.ts";

/** A place in the article where somebody stands who a later pronoun can mean. */
export type Antecedent = {
  readonly person: Person;
  readonly start: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** Before the first verb of its sentence. */
  readonly subject: boolean;
  /** Nobody else is named before in its paragraph. */
  readonly first: boolean;
  /** Spoke there, by name or otherwise. */
  readonly speaker: boolean;
  /** Stands in quotation marks, or in reported speech. */
  readonly quoted: boolean;
  /** Stands in the description of a speaker: "a friend of Ms. Lund". */
  readonly aside: boolean;
  /** Only narrows another noun: "Lund's boat", "a Lund supporter". */
  readonly modifier: boolean;
};

/** How many of those named before are looked at. */
const MOST = 40;
/** Found by search on one half of outside news, checked on the other. */
const WEIGHTS = {
  /** For each sentence and each paragraph between. */
  sentence: -1,
  paragraph: -2,
  /** For each place that is nearer. */
  recency: -0.25,
  subject: 1,
  /** A subject, and the first person of its paragraph. */
  first: 0.8,
  speaker: 1,
  /** The last to speak. */
  previous: 0.9,
  quoted: -1.1,
  aside: -1.2,
  modifier: -1,
  /** Known to agree, as against not known to differ. */
  gender: 1.2,
  /** Nothing tells that a person is named at all. */
  vague: -1.7,
};
/** By how much the best must lead; more of it means fewer answers, more of them right. */
const MARGIN = 1.5;
/** So many sentences back, and no further. */
const REACH = 4;
/** Nobody who scores less is meant, even without a rival. */
const FLOOR = -6;

/** The gender a pronoun tells. */
export function genderOfPronoun(word: string): Gender {
  return /^(?:he|him|his|himself)$/.test(word) ? "m" : /^(?:she|her|hers|herself)$/.test(word) ? "f" : null;
}

/**
 * Who `pronoun` means among those named shortly before (nearest first), `null` when two come out close.
 *
 * Weighs distance, subject position, whether somebody was just speaking and what is known of the gender; the features are those of
 * Citron's coreference stage and CoreNLP's quote attribution.
 */
export function resolvePronoun(
  gender: Gender,
  place: { readonly sentence: number; readonly paragraph: number },
  antecedents: Iterable<Antecedent>,
): Person | null {
  const scores = new Map<Person, number>();
  let rank = 0;
  let speakers = 0;
  let looked = 0;
  for (const candidate of antecedents) {
    const { person } = candidate;
    if (++looked > MOST) break;
    const sentences = place.sentence - candidate.sentence;
    if (sentences > REACH && scores.size > 0) break;
    if (sentences > REACH * 2) break;
    if (person.kind !== "person" || (person.gender !== null && person.gender !== gender)) continue;
    let score =
      WEIGHTS.sentence * sentences +
      WEIGHTS.paragraph * (place.paragraph - candidate.paragraph) +
      WEIGHTS.recency * rank++;
    if (candidate.subject) score += WEIGHTS.subject;
    if (candidate.subject && candidate.first) score += WEIGHTS.first;
    if (candidate.speaker) score += WEIGHTS.speaker + (speakers++ === 0 ? WEIGHTS.previous : 0);
    if (candidate.quoted) score += WEIGHTS.quoted;
    if (candidate.aside) score += WEIGHTS.aside;
    if (candidate.modifier) score += WEIGHTS.modifier;
    if (person.gender === gender) score += WEIGHTS.gender;
    else if (isVague(person)) score += WEIGHTS.vague;
    const known = scores.get(person);
    if (known === undefined || known < score) scores.set(person, score);
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < FLOOR) return null;
  return second !== undefined && best[1] - second[1] < MARGIN ? null : best[0];
}
