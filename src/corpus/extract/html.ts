import { Readability } from "@mozilla/readability";
import { meta, type Page, parsePage, visible } from "./dom.ts";
import type { Extraction } from "./extracted.ts";
import { removeFurniture } from "./furniture.ts";
import { findArticleItem, type LinkedItem, readLinkedData, simplified, typesOf } from "./json-ld.ts";
import { choosePublished, dayOf, findDates } from "./page-date.ts";
import { authorOf, findAuthor, findHeading, findOutlet, findTitle, findUrl } from "./page-metadata.ts";
import { type PageParagraph, pageParagraphs, withoutSiteLines } from "./page-paragraphs.ts";
import { unsuitable } from "./suitable.ts";

/** Where a sentence may end. */
const END = /[.!?\u2026]["'\u201D\u2019)\]]*$/;

/** How a line with the author's name begins. */
const BY = /^(?:(?:written|reported|story|text|words)\s+)?by:?\s+/i;

/** Fewer letters than this are a notice or a teaser, not an article. */
const SHORTEST = 250;

/**
 * The article in a web page. `address`: where it was found, `null` for a file.
 *
 * Takes time that grows faster than the page: call it through `extractPage`, which bounds it.
 */
export function readPage(html: string, address: string | null): Extraction {
  const page = parsePage(html);
  if (page === null)
    return { refused: "The page is built of too many or too deeply nested parts to be read: paste the text instead." };
  const items = readLinkedData(page);
  const canonical = findUrl(page, null, address);
  const addresses = [canonical?.value, address].flatMap((one) => (one == null ? [] : [one]));
  const item = findArticleItem(items, addresses, findHeading(page));
  const url = findUrl(page, item, address);
  const publisher = findOutlet(page, item, items, url?.value ?? address);
  const title = findTitle(page, item, publisher?.value ?? null, url?.value ?? address);
  const described = findAuthor(page, item, items);
  const kind = notAnArticle(page, item, items, address);
  const dates = findDates(page, item);
  const lines = page.body === null ? [] : pageParagraphs(page.body).map(({ text }) => text);
  removeFurniture(page, title?.value ?? null);
  const paragraphs = articleParagraphs(page, title?.value ?? null);
  const body = paragraphs.map(({ text }) => text).join("\n");
  const above = linesAbove(lines, title?.value ?? "", paragraphs[0]?.text ?? "");
  const author = described ?? authorOf(above.find((line) => BY.test(line)) ?? "");
  const published = choosePublished(dates, above, body, url?.value ?? address);

  if (isStub(html, items, body)) {
    return {
      refused: "Only the beginning of the article is free to read (a paywall): paste the whole text if you have it.",
    };
  }
  const sentences = paragraphs.filter(({ text }) => END.test(text));
  const length = sentences.reduce((sum, { text }) => sum + text.length, 0);
  if (kind !== null && (kind.always || length < 3 * SHORTEST)) return { refused: kind.refused };
  if (length < SHORTEST) {
    return {
      refused: "There is no article on this page, or only a browser with scripts sees it: paste the text instead.",
    };
  }
  const wrong = unsuitable(body);
  if (wrong !== null) return wrong;
  const warnings: string[] = [];
  if (title === null) warnings.push("The page has no title: give it one.");
  if (url !== null && address !== null && url.value !== address && url.how !== "the link")
    warnings.push(`The page calls itself ${url.value}.`);
  return { title, body, publisher, author, url, published, warnings };
}

/** The lines between the heading and the first paragraph, a dozen at most. */
function linesAbove(lines: readonly string[], title: string, first: string): string[] {
  const end = lines.indexOf(first);
  if (end < 0) return [];
  const heading = lines.slice(0, end).lastIndexOf(title);
  return lines.slice(Math.max(heading + 1, end - 12), end);
}

function articleParagraphs(page: Page, title: string | null): PageParagraph[] {
  const marked = [...page.querySelectorAll('[itemprop~="articleBody"]')].filter(
    (one) => one.parentElement?.closest('[itemprop~="articleBody"]') == null,
  );
  const own = withoutSiteLines(marked.flatMap((one) => pageParagraphs(one)));
  const chosen = own.reduce((sum, { text }) => sum + text.length, 0) >= 2 * SHORTEST ? own : readable(page);
  const named = chosen.filter(({ text }) => title === null || simplified(text) !== simplified(title));
  // Names and dates between the heading and the text.
  const first = named.findIndex(({ text }) => END.test(text) || (dayOf(text) === null && !BY.test(text)));
  return named.slice(Math.max(first, 0));
}

/** What Readability takes for the article. */
function readable(page: Page): PageParagraph[] {
  if (page.body === null || visible(page.body.textContent) === "") return [];
  const reader = new Readability<ReturnType<typeof pageParagraphs>>(page as never, {
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: SHORTEST,
    serializer: (root) => pageParagraphs(root as never),
  });
  return withoutSiteLines(reader.parse()?.content ?? []);
}

/** Why a page is of another kind; `always`: even when it holds much text. */
function notAnArticle(
  page: Page,
  item: LinkedItem | null,
  items: readonly LinkedItem[],
  address: string | null,
): { refused: string; always: boolean } | null {
  const kind = meta(page, "og:type") ?? "";
  const types = items.flatMap(typesOf);
  if (/^video/.test(kind) || (item === null && types.includes("VideoObject"))) {
    return {
      refused: "This is a page for a video, and a video's words cannot be quoted: paste the text of an article.",
      always: false,
    };
  }
  const { pathname, search } = new URL(address ?? "file:///page");
  const index = types.some((type) => /^(?:CollectionPage|SearchResultsPage|ItemList)$/.test(type)) && item === null;
  const front = item === null && search === "" && /^\/(?:index\.\w{2,5})?$/.test(pathname);
  if (front || index || kind === "website") {
    return {
      refused: "This is a page that lists articles, not one: give the link of the article itself.",
      always: front || index,
    };
  }
  return null;
}

const WALL =
  /(?:subscribe|sign in|log in|register|become a (?:member|subscriber))[^.]{0,60}(?:to (?:continue|keep|read|unlock|access)|for full access)|(?:this (?:article|content|story) is|available) (?:for|only (?:for|to)|exclusive(?:ly)? (?:for|to)) (?:our )?(?:subscribers|members)|already a (?:subscriber|member)\?|to (?:continue|keep) reading/i;

/** A short text on a page that asks for a subscription. */
function isStub(html: string, items: readonly LinkedItem[], body: string): boolean {
  const declared = items.some(({ isAccessibleForFree: free }) => free === false || /^false$/i.test(String(free)));
  if (body.length > 1_500) return false;
  return (
    declared ||
    WALL.test(
      html
        .slice(0, 2 ** 20)
        .replace(/<script[\s\S]{0,200000}?<\/script>/gi, " ")
        .replace(/<[^<>]{0,500}>/g, " "),
    )
  );
}
