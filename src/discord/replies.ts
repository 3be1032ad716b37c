import type { Reply } from "./command.ts";
import { notice } from "./render/components.ts";
import { inline } from "./render/escape.ts";

/** One plain sentence for the member alone. */
export function tell(sentence: string): Reply {
  return { kind: "message", view: notice(inline(sentence, 1500)), isPrivate: true };
}

export const GONE = "This answer can no longer be continued: its article or question is gone. Please ask again.";
