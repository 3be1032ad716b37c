import { canonicalUrl, sameOutlet, siteOf } from "./canonical-url.ts";
import { meta, type Page, type PageElement, visible } from "./dom.ts";
import type { Known } from "./extracted.ts";
import { type LinkedItem, simplified, text, typesOf } from "./json-ld.ts";

/** The page's own address: what it calls itself when that is of the same outlet, else where it was found. */
export function findUrl(page: Page, item: LinkedItem | null, address: string | null): Known | null {
  const claims: Known[] = [
    {
      value: page.querySelector('link[rel~="canonical" i]')?.getAttribute("href") ?? "",
      how: "the page's canonical link",
    },
    { value: meta(page, "og:url") ?? "", how: "OpenGraph" },
    { value: text(item?.url) ?? "", how: "JSON-LD" },
  ];
  for (const { value, how } of claims) {
    const url = value === "" ? null : canonicalUrl(value, address ?? undefined);
    if (url === null || isFrontPage(url)) continue;
    if (address === null || sameOutlet(url, address)) return { value: url, how };
  }
  const own = address === null ? null : canonicalUrl(address);
  return own === null ? null : { value: own, how: "the link" };
}

function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return search === "" && /^\/(?:index\.\w{2,5}|[a-z]{2}\/?)?$/.test(pathname);
}

/** The heading of the page: its one `<h1>`, or the one inside the article. */
export function findHeading(page: Page): string | null {
  const headings = [...page.querySelectorAll("h1")].filter((h1) => visible(h1.textContent) !== "");
  const inside = headings.filter((h1) => h1.closest('article, main, [itemprop="articleBody"], [role="main"]') !== null);
  const chosen =
    inside[0] ?? (headings.length === 1 ? headings[0] : headings.find((h1) => h1.querySelector("a, img") === null));
  return chosen === undefined ? null : visible(chosen.textContent);
}

/** What the article is called, without the outlet's name that pages append. */
export function findTitle(
  page: Page,
  item: LinkedItem | null,
  outlet: string | null,
  address: string | null,
): Known | null {
  const heading = findHeading(page);
  const tab = visible(page.querySelector("title")?.textContent ?? "") || null;
  const headline = text(item?.headline) ?? text(item?.name);
  const shared = meta(page, "og:title", "twitter:title", "dc.title", "parsely-title");
  const named = [headline, shared, tab].flatMap((value) =>
    value === null ? [] : [withoutOutlet(value, outlet, address)],
  );
  // The heading is what readers see; it counts when the page's description of itself agrees, since many pages put the
  // name of the site or of a section there.
  if (heading !== null && named.some((value) => agree(value, heading))) return { value: heading, how: "the heading" };
  if (headline !== null) return { value: withoutOutlet(headline, outlet, address), how: "JSON-LD" };
  if (shared !== null) return { value: withoutOutlet(shared, outlet, address), how: "OpenGraph" };
  if (heading !== null) return { value: heading, how: "the heading" };
  return tab === null ? null : { value: withoutOutlet(tab, outlet, address), how: "the page's title" };
}

/** Half the words of the shorter stand in the other. */
function agree(one: string, other: string): boolean {
  const words = (value: string) => new Set(value.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const [a, b] = [words(one), words(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common > 0 && common * 2 >= Math.min(a.size, b.size);
}

const SEPARATOR = /\s+[|\u2013\u2014\u00B7\u2022\u00BB-]\s+|\s*[|\u00BB]\s*|\s+::?\s+/;

/** `Port reopens | News | The Ledger` without what names the outlet or a section behind it. */
function withoutOutlet(title: string, outlet: string | null, address: string | null): string {
  const isOutlet = (part: string) =>
    (outlet !== null && simplified(part) !== "" && sameName(part, outlet)) ||
    (address !== null && namesSite(part, address));
  const parts = title.split(SEPARATOR).filter((part) => part !== "");
  if (parts.length < 2) return title;
  const last = parts.findLastIndex(isOutlet);
  if (last > 0) {
    // Everything behind the first part goes when it is short: sections stand between title and outlet.
    const from = parts.findIndex((part, i) => i > 0 && (i === last || part.split(" ").length <= 2));
    const at = title.indexOf(parts[from]!, parts[0]!.length);
    return title.slice(0, at).replace(/[\s|\u2013\u2014\u00B7\u2022\u00BB:-]+$/, "");
  }
  if (last === 0) return title.slice(title.indexOf(parts[1]!, parts[0]!.length));
  return title;
}

function sameName(part: string, outlet: string): boolean {
  const [a, b] = [part, outlet].map((name) => simplified(name).replace(/^the/, ""));
  return a === b || (b!.length > 3 && a!.startsWith(b!) && a!.length - b!.length < 12);
}

/** `The Valley Ledger` names valleyledger.com, `BBC News` bbc.co.uk. */
function namesSite(part: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const site = siteOf(address)
    .split(".")[0]!
    .replace(/[^a-z0-9]/g, "");
  const name = simplified(part).replace(/^the/, "");
  return (
    site.length > 2 &&
    name !== "" &&
    (name === site ||
      name === site.replace(/^the/, "") ||
      (site.length > 3 && name === `${site}news`) ||
      `${name}news` === site ||
      `${name}online` === site)
  );
}

/** Who published the page; `null` when the page does not say. */
export function findOutlet(
  page: Page,
  item: LinkedItem | null,
  items: readonly LinkedItem[],
  address: string | null,
): Known | null {
  const publisher = text(item?.publisher) ?? text(referenced(item?.publisher, items)?.name);
  if (publisher !== null && !/^https?:/.test(publisher)) return { value: publisher, how: "JSON-LD" };
  const site = meta(page, "og:site_name");
  if (site !== null && !/^https?:|^(?:www\.)/.test(site)) return { value: site, how: "OpenGraph" };
  const whole = items.find(
    (one) => typesOf(one).some((type) => /^(?:NewsMediaOrganization|WebSite)$/.test(type)) && text(one.name) !== null,
  );
  if (whole !== undefined) return { value: text(whole.name)!, how: "JSON-LD" };
  const marked = itemprop(page, "publisher");
  if (marked !== null) return { value: marked, how: "the page's markup" };
  const named = meta(
    page,
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "publisher",
    "article:publisher",
    "copyright",
  );
  if (named !== null && !/^https?:|\d{4}|^\d+$/.test(named)) return { value: named, how: "the page's markup" };
  if (address === null) return null;
  const parts = (page.querySelector("title")?.textContent ?? "").split(SEPARATOR).map(visible);
  const part = parts.find((one) => namesSite(one, address));
  if (part !== undefined) return { value: part, how: "the page's title" };
  for (const logo of page.querySelectorAll(
    "header a, header img, a[class*=logo] img, a[class*=logo], img[class*=logo]",
  )) {
    const name = visible(logo.getAttribute("alt") ?? logo.getAttribute("title") ?? logo.textContent).replace(
      /\s+(?:logo|home ?page|home)$/i,
      "",
    );
    if (namesSite(name, address)) return { value: name, how: "the page's head" };
  }
  return null;
}

/** The item that `{"@id": "..."}` stands for. */
function referenced(value: unknown, items: readonly LinkedItem[]): LinkedItem | undefined {
  const id = typeof value === "object" && value !== null ? (value as LinkedItem)["@id"] : undefined;
  return typeof id === "string" ? items.find((item) => item["@id"] === id && "name" in item) : undefined;
}

function itemprop(page: Page, name: string): string | null {
  const element = page.querySelector(`[itemprop="${name}"]`);
  if (element === null) return null;
  const inner = element.querySelector('[itemprop="name"]');
  return visible(inner?.getAttribute("content") ?? inner?.textContent ?? element.getAttribute("content") ?? "") || null;
}

/** Who wrote it, several joined as in a sentence; `null` when the page does not say. */
export function findAuthor(page: Page, item: LinkedItem | null, items: readonly LinkedItem[]): Known | null {
  const linked = [item?.author ?? item?.creator ?? []]
    .flat()
    .map((one) => text(one) ?? text(referenced(one, items)?.name));
  const found = joined(linked);
  if (found !== null) return { value: found, how: "JSON-LD" };
  const all = (selector: string, attribute?: string) =>
    [...page.querySelectorAll(selector)].map((one: PageElement) =>
      visible((attribute && one.getAttribute(attribute)) || one.textContent),
    );
  const named = joined([
    ...all('meta[name="author"]', "content"),
    ...all('meta[property="article:author"]', "content"),
  ]);
  if (named !== null) return { value: named, how: "the page's markup" };
  for (const selector of [
    '[rel~="author"]',
    '[itemprop="author"] [itemprop="name"]',
    '[itemprop="author"]',
    '.byline [class*="name"]',
    ".byline a",
    ".byline",
    '[class*="byline"]',
    ".author-name",
    ".author a",
    ".author",
  ]) {
    const line = joined(all(selector));
    if (line !== null) return { value: line, how: "the byline" };
  }
  return null;
}

/** The author in a line such as `By Jo Tranter, Staff Writer`. */
export function authorOf(line: string): Known | null {
  const value = joined([line]);
  return value === null ? null : { value, how: "the line under the heading" };
}

function joined(names: readonly (string | null)[]): string | null {
  const clean = names.flatMap((name) => {
    const bare = (name ?? "")
      .replace(/^(?:(?:written|reported|story|text|words)\s+)?by:?\s+/i, "")
      .replace(/\s*[|\u2022\u00B7].*$/, "")
      .replace(
        /,?\s+(?:(?:staff|senior|chief|political|diplomatic|business)\s+)*(?:writer|reporter|correspondent|editor)\b.*$/i,
        "",
      );
    const isName =
      bare.length > 1 &&
      bare.length < 120 &&
      !/^https?:|[@/{}<>]|^(?:admin|administrator|author|staff|editor|null|undefined)$/i.test(bare);
    return isName ? [bare] : [];
  });
  const once = [...new Set(clean)].slice(0, 8);
  if (once.length === 0) return null;
  return once.length === 1 ? once[0]! : `${once.slice(0, -1).join(", ")} and ${once.at(-1)}`;
}
