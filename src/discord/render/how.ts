import { ButtonStyle } from "discord.js";
import { wordEvidence } from "../../answering/evidence-wording.ts";
import type { Found } from "../../answering/why.ts";
import type { Scope } from "../../corpus/scope.ts";
import type { ShownAttribution } from "../../passage.ts";
import type { Timex } from "../../reading/reading.ts";
import { customId } from "../custom-id.ts";
import { refTo } from "../passage-ref.ts";
import { button, container, MOST_CHARACTERS, row, text, type View } from "./components.ts";
import { inline } from "./escape.ts";
import { renderSpeaker } from "./passage.ts";
import { wordDate, wordPublished } from "./words.ts";

const KINDS = {
  direct: "direct speech: the words are in quotation marks",
  mixed: "partly in quotation marks, the rest in the article’s words",
  indirect: "reported in the article’s words, not word for word",
} as const;

/**
 * Why these speakers, this date and this passage (`evidence`: in words); with what a member or moderator can do about
 * it.
 */
export function renderHow(passage: Found, scope: Scope, evidence = wordEvidence(passage)): View {
  const ref = refTo(passage);
  const lines = [
    "### How this is known",
    `**Passage**: whole sentences, word for word: characters ${passage.start} to ${passage.end} of the article.`,
    ...(evidence === null ? [] : [`**Chosen because**: ${inline(evidence, 800)}`]),
    `**Date**: ${wordPublished(passage.published)}${passage.published?.basis === "stated" ? ", as the article states" : ""}`,
    `**Article**: ${inline(passage.title, 200)} (${inline(passage.article, 120)}, version ${passage.revision})`,
  ];
  const said = passage.attributions.map((attribution) => renderAttribution(attribution, scope));
  const shown = fitting([lines.join("\n"), ...said], MOST_CHARACTERS - 200);
  if (said.length === 0) shown.push("Nobody is quoted here: these are the article’s own words.");
  const left = said.length + 1 - shown.length;
  if (left > 0) shown.push(`-# and ${left} more`);
  const quoted = passage.attributions.length > 0;
  const buttons = quoted
    ? [
        row(
          button("Report wrong speaker", customId("report", ref)),
          button("Correct (moderators)", customId("correct", ref), { style: ButtonStyle.Danger }),
        ),
      ]
    : [];
  return { components: [container(text(shown.join("\n\n"))), ...buttons] };
}

function renderAttribution(attribution: ShownAttribution, scope: Scope): string {
  const { mention, cue, type } = attribution;
  const first =
    attribution.text.length > 120 ? `${attribution.text.slice(0, 120).replace(/\s+\S*$/, "")} …` : attribution.text;
  const why = [
    wordBasis(attribution),
    cue === null ? null : `introduced by “${inline(cue.text, 60)}”`,
    mention === null ? null : `named as “${inline(mention.text, 120)}”`,
  ].filter((part) => part !== null);
  return `${renderSpeaker(attribution, scope)}: ${inline(first)}\n-# ${why.join("; ")}; ${KINDS[type]}`;
}

function wordBasis({ speakerBasis, speaker }: ShownAttribution): string {
  switch (speakerBasis) {
    case "name":
      return "named beside the quotation";
    case "organisation":
      return "an organisation, named beside the quotation";
    case "pronoun":
      return "a pronoun, which stands for the person named before";
    case "role":
      return "a role or title, which one person here holds";
    case "continued":
      return "goes on from the quotation before";
    case "unnamed":
      return speaker === null ? "the article gives no name" : "not named beside the quotation";
    case "corrected":
      return "corrected by a moderator";
    default:
      return speakerBasis satisfies never;
  }
}

/** How one date came about: the words, what they were counted from, the result. */
export function renderDated(timex: Timex, words: string): View {
  const { value, anchor, rule, mod } = timex;
  const approximate = mod === "APPROX" ? "about " : "";
  const from =
    anchor === null
      ? "written out in the article"
      : `counted from ${anchor.basis === "published" ? "the publication date" : "the date named before"}, ${wordDate(anchor.value)}`;
  const result = value === null ? "no date" : `${approximate}${wordDate(value)}`;
  return {
    components: [
      container(
        text(
          `### How this is dated\n“${inline(words, 200)}” → **${inline(result)}**\n-# ${from}; rule: ${inline(rule, 80)}`,
        ),
      ),
    ],
  };
}

function fitting(parts: readonly string[], most: number): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.length + 2;
    if (length > most) break;
    kept.push(part);
  }
  return kept;
}
