import { textOf } from "../span.ts";
import type { Analysis, Finding } from "./analysis.ts";
import { headOfMention } from "./mention-head.ts";
import { isVague } from "./people.ts";
import { genderOfPronoun, resolvePronoun } from "./pronouns.ts";
import type { Attribution, Person, SpeakerBasis } from "./reading.ts";
import { resolveRole } from "./resolve-role.ts";
import { Story } from "./story.ts";

type Resolution = {
  readonly speaker: string | null;
  readonly speakerBasis: SpeakerBasis;
  readonly person: Person | null;
};

const NOBODY: Resolution = { speaker: null, speakerBasis: "unnamed", person: null };

/** Each finding with its speaker: by name only when resolved, `null` otherwise. */
export function resolveSpeakers(
  analysis: Analysis,
  findings: readonly Finding[],
  people: readonly Person[],
): Attribution[] {
  const story = new Story(analysis, findings, people);
  const resolutions: Resolution[] = [];
  for (const finding of findings) {
    const resolution = resolve(analysis, story, finding, resolutions);
    resolutions.push(resolution);
    story.hear(finding, resolution.person);
  }
  const labels = new Set<number>();
  return findings.flatMap((finding, i) => {
    const { spans, type, stance, speech, cue, mention, rule, continues } = finding;
    const { speaker, speakerBasis, person } = resolutions[i]!;
    const goesOn = continues !== null && labels.has(continues);
    if (goesOn || isMereLabel(analysis, finding, person)) {
      labels.add(i);
      return [];
    }
    return { spans, type, stance, speech, cue, mention, rule, speaker, speakerBasis };
  });
}

const ALSO_WORD = /^(?:long|short|strong|young|rich|wise|bright|bold|price|page|rule|law|case|key|day|story|moral)$/i;

/** "Long: ...", "Iowa: ...": a single word before a colon that the article does not know for somebody, nor means many. */
function isMereLabel(
  { body }: Analysis,
  { rule, type, mention }: Omit<Finding, "continues">,
  person: Person | null,
): boolean {
  if (rule !== "colon" || mention === null) return false;
  const word = textOf(body, mention);
  if (/[\s@]/.test(word) || /s$|^(?:poll|study|report|survey|police)$/i.test(word)) return false;
  if (person === null || person.kind === "place") return true;
  return (type === "indirect" || ALSO_WORD.test(word)) && isVague(person) && person.mentions.length < 2;
}

function resolve(analysis: Analysis, story: Story, finding: Finding, earlier: readonly Resolution[]): Resolution {
  if (finding.mention === null) {
    const source = finding.continues === null ? undefined : earlier[finding.continues];
    return source === undefined || source.speaker === null ? NOBODY : { ...source, speakerBasis: "continued" };
  }
  if (finding.rule === "turn") {
    const label = textOf(analysis.body, finding.mention);
    const person = story.labelled(label);
    if (person !== null) return { speaker: person.name, speakerBasis: label === "A" ? "role" : "name", person };
    if (label === "A") return NOBODY;
  }
  const head = headOfMention(analysis.body, finding.mention, story.names);
  switch (head.kind) {
    case "person":
      return {
        speaker: head.person.name,
        speakerBasis: head.person.kind === "person" ? "name" : "organisation",
        person: head.person,
      };
    case "name":
      if (story.isAmbiguous(head.name)) return NOBODY;
      return { speaker: head.name, speakerBasis: head.organisation ? "organisation" : "name", person: null };
    case "pronoun": {
      const gender = genderOfPronoun(head.word);
      if (gender === null) return NOBODY;
      const person = resolvePronoun(gender, story.placeOf(head.start), story.before(head.start, finding));
      return person === null ? NOBODY : { speaker: person.name, speakerBasis: "pronoun", person };
    }
    case "role": {
      const person = resolveRole(head.text, story.roles) ?? story.body(head.text);
      return person === null ? NOBODY : { speaker: person.name, speakerBasis: "role", person };
    }
    case "unnamed":
      return NOBODY;
    default:
      return head satisfies never;
  }
}
