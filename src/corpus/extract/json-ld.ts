import type { Page } from "./dom.ts";
import { visible } from "./dom.ts";

export type LinkedItem = { readonly [key: string]: unknown };

const ARTICLE = /(?:Article|BlogPosting|Report|Review|AdvertiserContentArticle)$/;
const MOST_ITEMS = 2_000;

/** Every object of the page's JSON-LD, outermost first; scripts that are not JSON are passed over. */
export function readLinkedData(page: Page): LinkedItem[] {
  const queue: unknown[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = script.textContent.replace(
      /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g,
      "",
    );
    try {
      // Line ends inside strings are the commonest fault of hand-written JSON-LD.
      queue.push(JSON.parse(text.replace(/[\r\n\t]/g, " ")));
    } catch {}
  }
  const items: LinkedItem[] = [];
  for (let i = 0; i < queue.length && items.length < MOST_ITEMS; i++) {
    const value = queue[i];
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST_ITEMS));
    else if (typeof value === "object" && value !== null) {
      items.push(value as LinkedItem);
      for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) queue.push(inner);
    }
  }
  return items;
}

/** The types of an item, without the vocabulary's address. */
export function typesOf(item: LinkedItem): string[] {
  return [item["@type"] ?? []]
    .flat()
    .flatMap((type) => (typeof type === "string" ? [type.replace(/^.*[/:]/, "")] : []));
}

/**
 * The item that describes this page's article; `null` when none does. Of several (pages list related articles too) the
 * one with this page's address or heading, else the first when there is no other.
 */
export function findArticleItem(
  items: readonly LinkedItem[],
  urls: readonly string[],
  heading: string | null,
): LinkedItem | null {
  const articles = items.filter(
    (item) => typesOf(item).some((type) => ARTICLE.test(type)) && (text(item.headline) ?? text(item.name)) !== null,
  );
  const paths = new Set(urls.map(pathOf));
  const named = articles.find((item) =>
    [item.url, item["@id"], item.mainEntityOfPage, (item.mainEntityOfPage as LinkedItem | null)?.["@id"]].some(
      (address) => typeof address === "string" && /^https?:|^\//.test(address) && paths.has(pathOf(address)),
    ),
  );
  if (named !== undefined) return named;
  const same = articles.find(
    (item) => heading !== null && simplified(text(item.headline) ?? text(item.name) ?? "") === simplified(heading),
  );
  return same ?? articles[0] ?? null;
}

/** A value as one line of text; of a list or an object its first text or name. */
export function text(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === "string") return visible(unescaped(first)) || null;
  if (typeof first === "object" && first !== null && "name" in first) return text(first.name);
  if (typeof first === "object" && first !== null && "@value" in first) return text(first["@value"]);
  return null;
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

/** Publishing systems write HTML entities into JSON, where they stand for themselves. */
function unescaped(value: string): string {
  return value.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

function pathOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (url?.pathname ?? address).replace(/\/(?:amp\/?)?$/, "");
}

/** A heading without case, marks and spaces, to compare two. */
export function simplified(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
