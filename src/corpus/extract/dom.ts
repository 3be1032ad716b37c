import { parseHTML } from "linkedom";

/** What is used of the document object model; the project does without the browser's global types. */
export type PageNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  textContent: string;
  readonly childNodes: ArrayLike<PageNode> & Iterable<PageNode>;
  readonly parentNode: PageNode | null;
  remove(): void;
  before(node: PageNode): void;
};

export type PageElement = PageNode & {
  readonly localName: string;
  readonly children: ArrayLike<PageElement> & Iterable<PageElement>;
  readonly firstElementChild: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  contains(other: PageNode): boolean;
};

export type Page = PageElement & {
  readonly body: PageElement | null;
  readonly documentElement: PageElement | null;
  createElement(name: string): PageElement;
};

export const ELEMENT = 1;
export const TEXT = 3;

/** Deeper than any page made for people; Readability takes time cubic in the depth. */
const DEEPEST = 200;
const MOST_ELEMENTS = 60_000;

/** The page as a tree; `null` when it is nested too deeply or holds too many elements to be read. */
export function parsePage(html: string): Page | null {
  if (opensTooDeep(html)) return null;
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const page = document as unknown as Page;
  return page.documentElement === null || isTooLarge(page.documentElement) ? null : page;
}

/** Elements that close themselves or that old pages leave open without nesting them. */
const LEVEL =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|colgroup|html|head|body)$/;

/** Counts open elements in the bytes, before a tree is built: the parser takes time quadratic in the depth. */
function opensTooDeep(html: string): boolean {
  let depth = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    if (html.startsWith("<!--", at)) {
      at = html.indexOf("-->", at + 4);
      if (at < 0) return false;
      continue;
    }
    const tag = /^<(\/?)([a-z][a-z0-9-]{0,30})/i.exec(html.slice(at, at + 34));
    if (tag === null) continue;
    const name = tag[2]!.toLowerCase();
    if (LEVEL.test(name)) continue;
    if (tag[1] === "/") depth = Math.max(0, depth - 1);
    else if (name === "script" || name === "style") {
      at = html.indexOf(`</${tag[2]!}`, at);
      if (at < 0) return false;
    } else if (++depth > DEEPEST * 2) return true;
  }
  return false;
}

function isTooLarge(root: PageElement): boolean {
  let elements = 0;
  let depth = 0;
  let here: PageElement | null = root;
  while (here !== null) {
    if (++elements > MOST_ELEMENTS || depth > DEEPEST) return true;
    if (here.firstElementChild !== null) {
      here = here.firstElementChild;
      depth++;
      continue;
    }
    while (here !== null && here !== root && here.nextElementSibling === null) {
      here = here.parentElement;
      depth--;
    }
    here = here === null || here === root ? null : here.nextElementSibling;
  }
  return false;
}

/** Text as a reader sees it: white space as single spaces, nothing invisible. */
export function visible(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[\s\u0085]+/g, " ")
    .trim();
}

/** What a `<meta>` named by property, name or itemprop says; the first of `names` that says anything. */
export function meta(page: Page, ...names: string[]): string | null {
  for (const name of names) {
    for (const attribute of ["property", "name", "itemprop"]) {
      const content = visible(page.querySelector(`meta[${attribute}="${name}"]`)?.getAttribute("content") ?? "");
      if (content !== "") return content;
    }
  }
  return null;
}
