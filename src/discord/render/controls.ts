import { type APIMessageTopLevelComponent, ButtonStyle } from "discord.js";
import { customId } from "../custom-id.ts";
import { button, row } from "./components.ts";

/** Which view of an answer is shown, to whom. */
export type Shown = {
  /** Of the question in `Questions`. */
  readonly key: string;
  readonly page: number;
  readonly order: "best" | "newest";
  /** Short id of the member who asked. */
  readonly owner: string;
  readonly isPrivate: boolean;
};

/** The buttons below an answer; the same members get the same ones whoever asks. */
export function renderControls(
  { key, page, order, owner, isPrivate }: Shown,
  { pages = 1, sorts = false, followsUp = false },
): APIMessageTopLevelComponent[] {
  const to = (number: number) => customId("page", key, number, order, owner);
  const other = order === "best" ? "newest" : "best";
  const turning =
    pages > 1
      ? [
          button("‹ Previous", to(page - 1), { disabled: page === 0 }),
          button("Next ›", to(page + 1), { disabled: page >= pages - 1 }),
        ]
      : [];
  return [
    row(
      ...turning,
      sorts ? button(other === "newest" ? "Newest first" : "Best first", customId("order", key, other, owner)) : null,
      followsUp ? button("Follow up", customId("follow-up", key), { style: ButtonStyle.Primary }) : null,
      isPrivate ? button("Share", customId("share", key, page, order)) : button("Delete", customId("delete", owner)),
    ),
  ];
}

/** What `page` and its like carry, whatever was made of it. */
export function parseShown(
  [key = "", page = "", order = "", owner = ""]: readonly string[],
  isPrivate: boolean,
): Shown {
  const number = /^\d{1,4}$/.test(page) ? Number(page) : 0;
  return {
    key,
    page: number,
    order: order === "newest" ? "newest" : "best",
    owner: /^\w{1,14}$/.test(owner) ? owner : "0",
    isPrivate,
  };
}
