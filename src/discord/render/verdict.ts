import type { Difference, Verdict, VerifyRequest } from "../../answering/verdict.ts";
import { wordVerdict } from "../../answering/verdict-wording.ts";
import type { Scope } from "../../corpus/scope.ts";
import { pageOf } from "./answer.ts";
import { notice, text, type View } from "./components.ts";
import { renderControls, type Shown } from "./controls.ts";
import { escapeMarkdown, inline, quoteBlock } from "./escape.ts";
import { LONGEST_BLOCK, pageAt, paginate } from "./paging.ts";
import { type Block, renderPassage } from "./passage.ts";

/** The most of a claim that is repeated above the verdict, and of a comparison below it. */
const LONGEST_CLAIM = 300;

const MARKS = {
  exact: "✅",
  "credited-elsewhere": "⚠️",
  altered: "✏️",
  cut: "✂️",
  spliced: "🧩",
  "not-found": "❔",
  refused: "❔",
} as const;

/** What became of a quotation: the verdict, what differs, and the original with its source. */
export function renderVerdict(verdict: Verdict, request: VerifyRequest, shown: Shown, scope: Scope): View {
  if (verdict.kind === "refused") return notice(inline(verdict.message, 1000));
  const pages = paginate(blocksOf(verdict, scope, shown.key));
  const { page, at } = pageAt(pages, shown.page);
  const by = request.speaker === undefined ? "" : ` by ${inline(request.speaker, 100)}`;
  const head = [
    `### ${MARKS[verdict.kind]} ${inline(wordVerdict(verdict), 300)}`,
    `-# Checked: “${inline(request.quote, LONGEST_CLAIM)}”${by}${pages.length > 1 ? ` · page ${at + 1} of ${pages.length}` : ""}`,
  ];
  return pageOf(head.join("\n"), page, renderControls({ ...shown, page: at }, { pages: pages.length }));
}

function blocksOf(verdict: Exclude<Verdict, { kind: "refused" }>, scope: Scope, key: string): Block[] {
  switch (verdict.kind) {
    case "exact":
    case "credited-elsewhere":
      return [renderPassage(verdict.passage, scope, key)];
    case "altered":
      return [...fitting(renderDifferences(verdict.differences)), renderPassage(verdict.passage, scope, key)];
    case "cut": {
      const omitted = verdict.omitted.map(({ text: words }) => quoteBlock(words));
      return [...fitting(`**Left out:**\n${omitted.join("\n**and:**\n")}`), renderPassage(verdict.passage, scope, key)];
    }
    case "spliced":
      return verdict.parts.flatMap(({ claimed, passage }) => [
        ...fitting(`“${inline(claimed, LONGEST_CLAIM)}” is from:`),
        renderPassage(passage, scope, key),
      ]);
    case "not-found":
      return verdict.closest === null ? [] : [renderPassage(verdict.closest, scope, key)];
    default:
      return verdict satisfies never;
  }
}

/** The claim word by word: struck out what the article has not, bold what stands there instead. */
function renderDifferences(differences: readonly Difference[]): string {
  const words = differences.map(({ kind, claimed, original }) => {
    const [wrong, right] = [claimed, original].map((part) => escapeMarkdown(part.replace(/\s+/g, " ").trim()));
    if (kind === "same") return wrong;
    return [wrong && `~~${wrong}~~`, right && `**${right}**`].filter(Boolean).join(" ");
  });
  return `${words.join(" ")}\n-# ~~as claimed~~ **as the article has it**`;
}

/** A comparison too long for a page is left out: the passage itself is what counts. */
function fitting(markdown: string): Block[] {
  return markdown.length <= LONGEST_BLOCK ? [{ components: [text(markdown)] }] : [];
}
