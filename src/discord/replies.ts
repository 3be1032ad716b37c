import type { Reply } from "./command.ts";
import { notice } from "./render/components.ts";
import { inline } from "./render/escape.ts";

/** One plain sentence for the member alone. */
export function tell(sentence: string): Reply {
  return { kind: "message", view: notice(inline(sentence, 1500)), isPrivate: true };
}

/** What a moderator began is done, expired or another one’s. */
export const OVER = "This is used up, a day old, or somebody else’s. Please begin again with /article.";

export const GONE = "This answer can no longer be continued: its article or question is gone. Please ask again.";
