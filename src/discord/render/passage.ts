import type { APIComponentInContainer } from "discord.js";
import { wordBeside } from "../../answering/evidence-wording.ts";
import type { Found } from "../../answering/why.ts";
import type { Scope } from "../../corpus/scope.ts";
import type { Passage, ShownAttribution } from "../../passage.ts";
import { customId } from "../custom-id.ts";
import { refTo } from "../passage-ref.ts";
import { type Attachment, button, link, row, text } from "./components.ts";
import { inline, quoteBlock } from "./escape.ts";
import { LONGEST_BLOCK } from "./paging.ts";
import { linkTo } from "./text-fragment.ts";
import { wordPublished } from "./words.ts";

/** One thing on a page, never split; `file` when its words fit into no message. */
export type Block = { readonly components: readonly APIComponentInContainer[]; readonly file?: Attachment };

/** What stands below a quotation in a passage of several is given by its first words, when it is longer than this. */
const LONGEST_REMINDER = 90;

/**
 * A passage whole, who said each of its quotations, where it stands, and its buttons; `key`: of the question that it
 * answers, so that "How" can tell why it was chosen.
 */
export function renderPassage(passage: Found, scope: Scope, key = ""): Block {
  const beside = wordBeside(passage);
  const about = beside === null ? [] : [`-# ${inline(beside, 200)}`];
  const below = [...renderAttributions(passage, scope), ...about, renderSource(passage)].join("\n");
  const { content, file } = wholeOrFile(passage, below);
  const said = passage.attributions.find(({ speaker }) => speaker !== null && speaker === passage.speaker);
  const buttons = row(
    link("Read it there", linkTo(passage.url, said?.type === "direct" ? said.text : passage.text)),
    button("Context", customId("context", refTo(passage))),
    button("How", customId("how", refTo(passage), ...(key === "" ? [] : [key]))),
  );
  return { components: [text(content), buttons], ...(file && { file }) };
}

/** The passage in its bars, or, when no message holds it, as a file with all of it. */
export function wholeOrFile(
  { text: words, article, start }: Pick<Passage, "text" | "article" | "start">,
  below: string,
): { content: string; file: Attachment | null } {
  const content = `${quoteBlock(words)}\n${below}`;
  if (content.length <= LONGEST_BLOCK) return { content, file: null };
  const slug = article
    .replace(/^\d+\//, "")
    .replace(/[^\w-]/g, "")
    .slice(0, 40);
  const name = `${slug || "passage"}-${start}.txt`;
  const note = `-# ${words.length} characters, too long for a message: it is attached whole as ${inline(name)}.`;
  return { content: `${note}\n${below}`, file: { name, bytes: new TextEncoder().encode(words) } };
}

/** Below what nobody is quoted with. Subtext right after a block quote is not read as such everywhere, this is. */
export const OWN_WORDS = "*the article’s own words*";

/** Outlet, date and title of the article, small. */
export function renderSource({ publisher, published, title }: Passage): string {
  const parts = [publisher && inline(publisher, 80), wordPublished(published), inline(title, 160)];
  return `-# ${parts.filter((part) => part).join(" · ")}`;
}

function renderAttributions({ attributions }: Passage, scope: Scope): string[] {
  const spoken = attributions.filter(({ mention, speaker }) => speaker !== null || mention !== null);
  if (spoken.length === 0) return [OWN_WORDS];
  const lines = spoken.map((attribution) => renderSpeaker(attribution, scope));
  const same = new Set(lines).size <= 1;
  // One speaker for all of it is told once; of a passage of many quotations the rest is behind "How".
  if (same) return lines.slice(0, 1);
  const all = spoken.map((attribution, i) => `${lines[i]}: ${remind(attribution)}`);
  return all.length <= 6 ? all : [...all.slice(0, 5), `-# and ${all.length - 5} more quotations, under “How”`];
}

/** `**Dmitry Peskov**, Russian Presidential Spokesperson, here “He”`, and how the article stands to it. */
export function renderSpeaker({ speaker, mention, stance, type }: ShownAttribution, scope: Scope): string {
  const named = mention === null ? null : `“${inline(mention.text, 120)}”`;
  const role = scope.speakers.find(({ name }) => name === speaker)?.roles[0];
  const who = speaker === null ? `${named ?? "Somebody not named"}` : `**${inline(speaker, 120)}**`;
  const parts = [
    who,
    role === undefined ? null : inline(role, 120),
    speaker !== null && mention !== null && !isName(mention.text, speaker) ? `here ${named}` : null,
    STANCES[stance],
    type === "indirect" ? "in the article’s words" : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

const STANCES = {
  said: null,
  denied: "**denying it**",
  asked: "**asking it**",
  conditional: "**on a condition**",
} as const;

/** "Peskov" and "Spokesperson Dmitry Peskov" name Dmitry Peskov without a word of explanation. */
function isName(mention: string, speaker: string): boolean {
  return mention.includes(speaker) || mention.split(/[\s,]+/).includes(speaker.split(" ").at(-1)!);
}

function remind({ text: words }: ShownAttribution): string {
  if (words.length <= LONGEST_REMINDER) return inline(words, LONGEST_REMINDER);
  const cut = words.slice(0, LONGEST_REMINDER).replace(/\s+\S*$/, "");
  return `${inline(cut)} …`;
}
