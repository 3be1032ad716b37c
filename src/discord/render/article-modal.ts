import { type APIModalInteractionResponseCallbackData, ComponentType } from "discord.js";
import type { Article } from "../../article.ts";
import { field, LONGEST_FIELD, labelled, modal } from "./modal.ts";

/** The form for a new article, or for another version of `old`. */
export function articleModal(custom_id: string, old: Article | null): APIModalInteractionResponseCallbackData {
  const fits = old === null || old.body.length <= LONGEST_FIELD;
  const what = old === null ? "Up to 4,000 characters; a longer one as a file, or as a link" : undefined;
  const file = {
    type: ComponentType.FileUpload as const,
    custom_id: "file",
    required: false,
    min_values: 0,
    max_values: 1,
  };
  return modal(custom_id, old === null ? "Add an article" : "Edit the article", [
    fits
      ? field("text", "Text", {
          value: old?.body ?? "",
          isLong: true,
          most: LONGEST_FIELD,
          ...(what !== undefined && { description: what }),
        })
      : null,
    labelled(
      fits ? "or a file" : "New text as a file",
      file,
      old === null
        ? ".txt, .md, .html, or a .zip that /article export made; goes before the text"
        : "Leave it empty to keep the text",
    ),
    field("title", "Title", { value: old?.title ?? "", most: 500 }),
    field("publisher", "Outlet", { value: old?.publisher ?? "", most: 200 }),
    field("published", "Date of publication", {
      value: old?.published?.value ?? "",
      most: 40,
      description: "Such as 2022-01-17 or 17 January 2022; often found in the text",
    }),
  ]);
}
