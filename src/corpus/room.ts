import type { Holding } from "../holding.ts";
import { type Change, refused } from "./changes.ts";
import type { Workshop } from "./workshop.ts";

/** What a server may still add. */
export type Room = { readonly articles: number; readonly bytes: number };

/** `replaced`: the article that makes room for another one. */
export function roomOf({ library, limits }: Workshop, server: string | null, replaced: Holding | null): Room {
  // Who runs the bot sets the limits and is not bound by them.
  if (server === null) return { articles: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
  const { articles, bytes } = limits;
  const kept = library.countOf(server) - (replaced === null ? 0 : 1);
  const freed = replaced === null ? 0 : Buffer.byteLength(replaced.article.body);
  return { articles: articles - kept, bytes: bytes - library.bytesOf(server) + freed };
}

export function roomWithout(room: Room, size: number): Room {
  return { articles: room.articles - 1, bytes: room.bytes - size };
}

/** Why an article's file of this size has no place; `null` when it has. */
export function limitRefusal(shop: Workshop, room: Room, size: number): Extract<Change, { kind: "refused" }> | null {
  const { articles, bytes } = shop.limits;
  if (room.articles < 1) {
    return refused("limit", `This server may keep ${articles} articles and has them; remove some first.`);
  }
  if (size <= room.bytes) return null;
  return refused("limit", `This server may keep ${megabytes(bytes)} MB of articles; remove some first.`);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 0);
}
