import type { APIMessageTopLevelComponent } from "discord.js";
import { customId } from "../custom-id.ts";
import { button, row } from "./components.ts";

/** Previous and next for a plain list; nothing when there is one page. */
export function renderTurning(action: string, at: number, pages: number, owner: string): APIMessageTopLevelComponent[] {
  if (pages <= 1) return [];
  return [
    row(
      button("‹ Previous", customId(action, Math.max(0, at - 1), owner, "b"), { disabled: at === 0 }),
      button("Next ›", customId(action, at + 1, owner, "f"), { disabled: at >= pages - 1 }),
    ),
  ];
}
