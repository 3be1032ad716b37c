import type { Action } from "../command.ts";
import { addArchive } from "./archive.ts";
import {
  cancelArticle,
  correctArticle,
  correctedArticle,
  handedArticle,
  restoreArticle,
  saveArticle,
} from "./article.ts";
import { context } from "./context.ts";
import { correct, corrected, dismiss, report, reported } from "./correct.ts";
import { dated } from "./dated.ts";
import { remove } from "./delete.ts";
import { save } from "./export.ts";
import { asked, followUp } from "./follow-up.ts";
import { how } from "./how.ts";
import { order, page, share } from "./page.ts";
import { articlesPage, sourcesPage } from "./sources.ts";
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
  articlesPage,
  speakersPage,
  handedArticle,
  saveArticle,
  correctArticle,
  correctedArticle,
  cancelArticle,
  restoreArticle,
  addArchive,
  correct,
  corrected,
  report,
  reported,
  dismiss,
];
