import type { Analysis, Finding } from "./analysis.ts";
import { headOfMention } from "./mention-head.ts";
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
  return findings.map(({ continues: _, ...finding }, i) => ({
    ...finding,
    speaker: resolutions[i]!.speaker,
    speakerBasis: resolutions[i]!.speakerBasis,
  }));
}

function resolve(analysis: Analysis, story: Story, finding: Finding, earlier: readonly Resolution[]): Resolution {
  if (finding.mention === null) {
    const source = finding.continues === null ? undefined : earlier[finding.continues];
    return source === undefined || source.speaker === null ? NOBODY : { ...source, speakerBasis: "continued" };
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
