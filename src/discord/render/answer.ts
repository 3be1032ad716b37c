import type { APIComponentInContainer, APIMessageTopLevelComponent } from "discord.js";
import type { Answer, AskRequest } from "../../answering/answer.ts";
import { count, wordCompleted, wordReason, wordUnderstood } from "../../answering/wording.ts";
import type { Scope } from "../../corpus/scope.ts";
import type { Passage } from "../../passage.ts";
import { customId } from "../custom-id.ts";
import { container, menu, notice, separator, text, type View } from "./components.ts";
import { renderControls, type Shown } from "./controls.ts";
import { inline } from "./escape.ts";
import { pageAt, paginate } from "./paging.ts";
import { type Block, renderPassage } from "./passage.ts";

/** What was understood and one page of the passages, or why there are none. */
export function renderAnswer(answer: Answer, request: AskRequest, shown: Shown, scope: Scope): View {
  switch (answer.kind) {
    case "passages": {
      const pages = paginate(
        inOrder(answer.passages, shown).map((passage) => renderPassage(passage, scope, shown.key)),
      );
      const { page, at } = pageAt(pages, shown.page);
      const articles = new Set(answer.passages.map(({ article }) => article)).size;
      const found = `${count(answer.passages.length, "passage")} in ${count(articles, "article")}`;
      const facts = [found, ...(pages.length > 1 ? [`page ${at + 1} of ${pages.length}`] : [])];
      const head = [`### ${renderUnderstood(answer, request)}`, `-# ${facts.join(" · ")}`, ...renderCarried(answer)];
      const dates = new Set(answer.passages.map(({ published }) => published?.value));
      const offers = { pages: pages.length, sorts: dates.size > 1, followsUp: true };
      const controls = renderControls({ ...shown, page: at }, offers);
      return pageOf(head.join("\n"), page, controls);
    }
    case "which-speaker": {
      const people = answer.candidates.map((name) => ({
        label: name,
        value: name,
        description: scope.speakers.find((speaker) => speaker.name === name)?.roles[0] ?? "",
      }));
      const choose = menu(customId("speaker", shown.key, shown.owner), "Who is meant?", people);
      const head = text(
        `### Who is meant?\n${answer.candidates
          .slice(0, 25)
          .map((name) => inline(name, 100))
          .join(", ")}`,
      );
      return { components: [container(head, ...(choose === null ? [] : [choose]))] };
    }
    case "nothing-found": {
      const reason = inline(wordReason(answer), 300);
      const [page = []] = paginate(answer.closest.map((passage) => renderPassage(passage, scope, shown.key)));
      const label = page.length > 0 ? ["-# The closest there is, which does not answer it:"] : [];
      const add = answer.reason === "no-articles" ? ["-# A moderator adds one with `/article add`."] : [];
      const head = [`### ${renderUnderstood(answer, request)}`, reason, ...add, ...renderCarried(answer), ...label];
      return pageOf(head.join("\n"), page, renderControls(shown, { followsUp: true }));
    }
    case "refused":
      return notice(inline(answer.message, 1000));
    default:
      return answer satisfies never;
  }
}

/** A container: the head, the blocks with lines between them, their files, and the controls below. */
export function pageOf(head: string, blocks: readonly Block[], controls: readonly APIMessageTopLevelComponent[]): View {
  const inside: APIComponentInContainer[] = [text(head)];
  for (const { components } of blocks) inside.push(separator(), ...components);
  const files = blocks.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const named = [...new Map(files.map((file) => [file.name, file])).values()].slice(0, 10);
  const attached = named.map(({ name }) => ({ type: 13 as const, file: { url: `attachment://${name}` } }));
  return {
    components: [container(...inside), ...attached, ...controls],
    ...(named.length > 0 && { files: named }),
  };
}

function inOrder(passages: readonly Passage[], { order }: Shown): readonly Passage[] {
  if (order === "best") return passages;
  const date = ({ published }: Passage) => published?.value ?? "";
  return [...passages].sort((a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0));
}

function renderUnderstood({ question }: Answer, { outlet }: AskRequest): string {
  const outletPart = outlet === undefined ? "" : `, in ${inline(outlet, 60)}`;
  return `${inline(wordUnderstood(question), 200)}${outletPart}`;
}

/** What a follow-up was taken to mean, so that nobody wonders. */
function renderCarried({ question }: Answer): string[] {
  const completed = wordCompleted(question);
  return completed === null ? [] : [`-# ${inline(completed, 200)} · /forget starts afresh`];
}
