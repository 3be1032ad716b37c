import type { Analysis, Finding } from "./analysis.ts";
import type { Attribution, Person } from "./reading.ts";

/** Each finding with its speaker: by name only when resolved, `null` otherwise. */
export function resolveSpeakers(
  _analysis: Analysis,
  findings: readonly Finding[],
  _people: readonly Person[],
): Attribution[] {
  return findings.map(({ continues: _, ...finding }) => ({ ...finding, speaker: null, speakerBasis: "unnamed" }));
}
