import type { Finding } from "../analysis.ts";
import type { Line } from "../line.ts";
import { stanceOf } from "../stance.ts";
import { findVerbGroups } from "../verb-group.ts";
import { spanOf } from "./rule.ts";
import { subjectOf } from "./subject.ts";

/** Who is announced to speak in the quotation behind the line: "Lee wrote on her blog:", with nothing after the colon. */
export function findAnnouncement(line: Line): Pick<Finding, "cue" | "mention" | "stance"> | null {
  if (line.items.at(-1)?.lower !== ":") return null;
  const groups = findVerbGroups(line);
  for (const group of groups.toReversed()) {
    if (!group.verb.frames.some((frame) => frame !== "to" && frame !== "object")) continue;
    const subject = subjectOf({ line, groups, drafts: [] }, group);
    if (subject === null) continue;
    return {
      cue: spanOf(line, { from: group.from, to: group.to }),
      mention: spanOf(line, subject.phrase),
      stance: stanceOf(line, group, subject.phrase.from),
    };
  }
  return null;
}
