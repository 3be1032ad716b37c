import type { Action } from "../command.ts";
import { context } from "./context.ts";
import { dated } from "./dated.ts";
import { remove } from "./delete.ts";
import { save } from "./export.ts";
import { asked, followUp } from "./follow-up.ts";
import { how } from "./how.ts";
import { order, page, share } from "./page.ts";
import { sourcesPage } from "./sources.ts";
import { speaker } from "./speaker.ts";
import { speakersPage } from "./speakers.ts";

/** Everything that a button, menu or modal can do. */
export const ACTIONS: readonly Action[] = [
  page,
  order,
  share,
  speaker,
  followUp,
  asked,
  context,
  how,
  dated,
  save,
  remove,
  sourcesPage,
  speakersPage,
];
