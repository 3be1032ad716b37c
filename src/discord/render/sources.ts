import { count } from "../../answering/wording.ts";
import type { Scope } from "../../corpus/scope.ts";
import type { Holding } from "../../holding.ts";
import { pageOf } from "./answer.ts";
import { link, section, text, type View } from "./components.ts";
import { inline } from "./escape.ts";
import { pageAt, paginate } from "./paging.ts";
import type { Block } from "./passage.ts";
import { renderTurning } from "./turning.ts";
import { wordPublished } from "./words.ts";

const ON_A_PAGE = 8;

/** Which articles there are, newest first. */
export function renderSources({ holdings }: Scope, page: number, owner: string): View {
  if (holdings.length === 0) {
    return pageOf("### There are no articles yet\nA moderator can add one with /article add.", [], []);
  }
  const pages = paginate(holdings.map(renderSource), ON_A_PAGE);
  const { page: shown, at } = pageAt(pages, page);
  const facts = pages.length > 1 ? `newest first · page ${at + 1} of ${pages.length}` : "newest first";
  const head = `### ${count(holdings.length, "article")}\n-# ${facts}`;
  return pageOf(head, shown, renderTurning("sources", at, pages.length, owner));
}

function renderSource({ article: { title, publisher, published, url }, reading }: Holding): Block {
  const facts = [
    wordPublished(published),
    publisher === null ? null : inline(publisher, 80),
    count(reading.attributions.length, "quotation"),
  ].filter((fact) => fact !== null);
  const content = `**${inline(title, 200)}**\n-# ${facts.join(" · ")}`;
  const open = link("Open", url);
  return { components: [open === null ? text(content) : section(content, open)] };
}
