import type { Gender } from "./forenames.ts";
import type { Person } from "./reading.ts";

/** A place in the article where somebody stands who a later pronoun can mean. */
export type Antecedent = {
  readonly person: Person;
  readonly start: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** Before the first verb of its sentence. */
  readonly subject: boolean;
  /** Names the speaker of a quotation. */
  readonly speaker: boolean;
  /** Stands in quotation marks, or in reported speech. */
  readonly quoted: boolean;
  readonly possessive: boolean;
};

export const WEIGHTS = {
  sentence: 1,
  paragraph: 0.6,
  subject: 1,
  speaker: 1.5,
  quoted: -2.5,
  possessive: -0.5,
  gender: 1.2,
  previous: 1.5,
  recency: 0.15,
  margin: 0.5,
  reach: 4,
  floor: -3,
};

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
  for (const candidate of antecedents) {
    const { person } = candidate;
    const sentences = place.sentence - candidate.sentence;
    if (sentences > WEIGHTS.reach && scores.size > 0) break;
    if (sentences > WEIGHTS.reach * 2) break;
    if (person.kind !== "person" || (person.gender !== null && person.gender !== gender)) continue;
    let score =
      -WEIGHTS.sentence * sentences -
      WEIGHTS.paragraph * (place.paragraph - candidate.paragraph) -
      WEIGHTS.recency * rank++;
    if (candidate.subject) score += WEIGHTS.subject;
    if (candidate.speaker) score += WEIGHTS.speaker + (speakers++ === 0 ? WEIGHTS.previous : 0);
    if (candidate.quoted) score += WEIGHTS.quoted;
    if (candidate.possessive) score += WEIGHTS.possessive;
    if (person.gender === gender) score += WEIGHTS.gender;
    const known = scores.get(person);
    if (known === undefined || known < score) scores.set(person, score);
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < WEIGHTS.floor) return null;
  return second !== undefined && best[1] - second[1] < WEIGHTS.margin ? null : best[0];
}
