import { hash } from "node:crypto";
import type { Article } from "../article.ts";
import type { Holding } from "../holding.ts";
import { parseCanonical } from "./extract/canonical-url.ts";

/** An article that is there already: with the same words, or from the same address. */
export type Duplicate = { readonly same: "text" | "address"; readonly id: string };

/** A holding with the print of its body, and with what names everything it was derived from. */
export type Printed = Holding & { readonly print: string; readonly key: string };

/** What two articles are compared by. */
type Comparable = { readonly article: Pick<Article, "id" | "url">; readonly print: string };

/** Which articles have the same text or the same address; over all servers, so that `sees` must say who may know. */
export class Duplicates {
  readonly #keys = new Map<string, readonly string[]>();
  /** Mostly one: an array is a tenth of a set. */
  readonly #ids = new Map<string, readonly string[]>();
  /** Put since somebody last looked: a start that adds nothing need not know their addresses. */
  readonly #waiting = new Map<string, Comparable>();

  put(comparable: Comparable): void {
    this.#waiting.set(comparable.article.id, comparable);
  }

  /** Takes in what was put, as `find` would. */
  settle(): void {
    for (const [id, { article, print }] of this.#waiting) {
      this.#forget(id);
      const keys = keysOf(print, article.url);
      this.#keys.set(id, keys);
      for (const key of keys) this.#ids.set(key, [...(this.#ids.get(key) ?? []), id]);
    }
    this.#waiting.clear();
  }

  remove(id: string): void {
    this.#waiting.delete(id);
    this.#forget(id);
  }

  #forget(id: string): void {
    for (const key of this.#keys.get(id) ?? []) {
      const left = this.#ids.get(key)!.filter((other) => other !== id);
      if (left.length > 0) this.#ids.set(key, left);
      else this.#ids.delete(key);
    }
    this.#keys.delete(id);
  }

  /** The same text before the same address. */
  find(print: string, url: string | null, sees: (id: string) => boolean): Duplicate | null {
    this.settle();
    for (const key of keysOf(print, url)) {
      for (const id of this.#ids.get(key) ?? []) {
        if (sees(id)) return { same: key === print ? "text" : "address", id };
      }
    }
    return null;
  }
}

/** Stands for the letters and digits of a text: what stays when quotes, dashes, case and line ends change. */
export function printOf(body: string): string {
  const letters = body
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return hash("sha256", letters, "base64url").slice(0, 16);
}

function keysOf(print: string, url: string | null): readonly string[] {
  return url === null ? [print] : [print, addressOf(url)];
}

/** What names a page, without what changes with the way that led to it. */
function addressOf(url: string): string {
  const known = addresses.get(url);
  if (known !== undefined) return known;
  const address = parseAddress(url);
  if (addresses.size >= 1_000) addresses.clear();
  addresses.set(url, address);
  return address;
}

/** An article is looked for several times while it is added. */
const addresses = new Map<string, string>();

function parseAddress(url: string): string {
  const canonical = parseCanonical(url);
  if (canonical === null) return url;
  const { hostname, pathname, search, searchParams } = canonical;
  if (search !== "") searchParams.sort();
  return `//${hostname.replace(/^(?:www|m|amp)\./, "")}${pathname.replace(/\/+$/, "")}?${search === "" ? "" : searchParams}`;
}
