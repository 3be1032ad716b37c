import type { Holding } from "../holding.ts";
import { NO_CORRECTIONS } from "../reading/reading.ts";
import { formatArticleFile } from "./article-file.ts";
import { articleId, parseArticleId, slugOf } from "./article-id.ts";
import type { Keyed } from "./article-reader.ts";
import { type Act, type Change, type Draft, refused } from "./changes.ts";
import { unsuitableDraft } from "./draft.ts";
import { Duplicates, type Printed, printOf } from "./duplicate.ts";
import { holdingOf } from "./held.ts";
import { recordChange } from "./history.ts";
import { limitRefusal, roomOf, roomWithout } from "./room.ts";
import { revisionOf } from "./scope-folder.ts";
import type { Workshop } from "./workshop.ts";

/** So many at once are read on this thread, when none is long; of more, so many are looked at in one go. */
export const FEW = 10;

/** How many articles are indexed in one go: answers must not wait. */
export const INDEXED = 5;

/** Stores a new article. The same text or address twice is refused; `existing` is the one that is there. */
export async function addArticle(shop: Workshop, server: string | null, draft: Draft, act: Act): Promise<Change> {
  const [change] = await storeDrafts(shop, server, await readDrafts(shop, server, [draft]), act);
  return change!;
}

/** A draft that was read, or why it cannot be added. */
export type ReadDraft = Change | { readonly kind: "read"; readonly draft: Draft; readonly read: Keyed };

/** Reads articles to be added. Changes nothing, so that it can go on while others are stored. */
export async function readDrafts(
  shop: Workshop,
  server: string | null,
  drafts: readonly Draft[],
): Promise<ReadDraft[]> {
  const room = roomOf(shop, server, null);
  const readDraft = async (draft: Draft): Promise<ReadDraft> => {
    const print = printOf(draft.body);
    const refusal =
      unsuitableDraft(draft, shop.limits) ??
      duplicateRefusal(shop, server, draft, print, null) ??
      limitRefusal(shop, room, Buffer.byteLength(draft.body));
    if (refusal !== null) return refusal;
    try {
      const many = drafts.length > FEW;
      return { kind: "read", draft, read: await shop.reader.derive({ ...draft, print }, NO_CORRECTIONS, { many }) };
    } catch (cause) {
      return shop.failed(cause);
    }
  };
  let turn: Promise<unknown> = Promise.resolve();
  const reading = drafts.map((draft, i) => {
    if (i > 0 && i % FEW === 0) turn = turn.then(() => new Promise(setImmediate));
    return turn.then(() => readDraft(draft));
  });
  return Promise.all(reading);
}

/** Stores several at once: one sync of the folder, one write of the history. A refused one does not stop the others. */
export async function storeDrafts(
  shop: Workshop,
  server: string | null,
  drafts: readonly ReadDraft[],
  act: Act,
): Promise<Change[]> {
  const changes = drafts.map((read) => (read.kind === "read" ? undefined : read));
  const failure = await shop.changing(server, async (folder) => {
    const accepted: { readonly at: number; readonly draft: Draft; readonly text: string; read: Keyed }[] = [];
    const before = new Duplicates();
    let room = roomOf(shop, server, null);
    for (const [at, one] of drafts.entries()) {
      if (at > 0 && at % FEW === 0) await new Promise(setImmediate);
      if (one.kind !== "read") continue;
      const { draft, read } = one;
      const { print } = read.derived;
      const text = formatArticleFile(draft);
      // Others may have been stored since they were read.
      changes[at] =
        duplicateRefusal(shop, server, draft, print, null) ??
        limitRefusal(shop, room, Buffer.byteLength(text)) ??
        undefined;
      const same = before.find(print, draft.url, () => true)?.same;
      if (same !== undefined) changes[at] ??= refused("duplicate", `${SAME[same]} was added just before.`);
      if (changes[at] !== undefined) continue;
      before.put({ article: { id: String(at), url: draft.url }, print });
      accepted.push({ at, draft, text, read });
      room = roomWithout(room, Buffer.byteLength(text));
    }
    if (accepted.length === 0) return null;
    const slugs = await folder.freeSlugs(accepted.map(({ draft }) => slugOf(draft.title)));
    const holdings = accepted.map(({ draft, text, read }, i): Printed => {
      const id = articleId({ server, slug: slugs[i]! });
      return holdingOf({ id, ...draft }, revisionOf(text), read);
    });
    await settled(shop, holdings, () =>
      folder.create(accepted.map(({ text }, i) => ({ slug: slugs[i]!, bytes: text }))),
    );
    for (let at = 0; at < holdings.length; at += INDEXED) {
      if (at > 0) await new Promise(setImmediate);
      shop.put(...holdings.slice(at, at + INDEXED));
    }
    const warning = await recordChange(shop, server, act, "added", holdings);
    for (const [i, holding] of holdings.entries()) changes[accepted[i]!.at] = done(holding, warning);
    return null;
  });
  return changes.map((change) => change ?? failure!);
}

/** Puts `draft` in an article's place; the old version is kept. `expected` is the revision the moderator saw. */
export function editArticle(
  shop: Workshop,
  server: string | null,
  id: string,
  draft: Draft,
  expected: string,
  act: Act,
): Promise<Change> {
  return shop.changing(server, async (folder) => {
    const own = await shop.own(server, id);
    if ("kind" in own) return own;
    const { place, holding, version } = own;
    if (version.revision !== expected) return changed(holding);
    const text = formatArticleFile(draft);
    const refusal =
      unsuitableDraft(draft, shop.limits) ??
      duplicateRefusal(shop, server, draft, printOf(draft.body), id) ??
      limitRefusal(shop, roomOf(shop, server, holding), Buffer.byteLength(text));
    if (refusal !== null) return refusal;
    // Read first: what cannot be read changes nothing.
    const next = await shop.hold({ id, ...draft }, revisionOf(text), await shop.corrections(place));
    return settled(shop, [own.holding], async () => {
      await folder.replace(place.slug, version, text);
      shop.put(next);
      return done(next, await recordChange(shop, server, act, "edited", [next]));
    });
  });
}

/** Takes an article out of the corpus; it is kept and can be restored. */
export function removeArticle(
  shop: Workshop,
  server: string | null,
  id: string,
  expected: string | null,
  act: Act,
): Promise<Change> {
  return shop.changing(server, async (folder) => {
    const own = await shop.own(server, id);
    if ("kind" in own) return own;
    const { place, holding, version } = own;
    if (expected !== null && version.revision !== expected) return changed(holding);
    return settled(shop, [own.holding], async () => {
      await folder.remove(place.slug, version.revision);
      shop.remove(id);
      return done(holding, await recordChange(shop, server, act, "removed", [holding]));
    });
  });
}

/** When the disk fails midway, memory follows whatever the disk holds now. */
export async function settled<T>(
  shop: Workshop,
  articles: readonly Pick<Holding, "article">[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    for (const { article } of articles) await shop.load(parseArticleId(article.id)!).catch(() => {});
    throw error;
  }
}

const SAME = { text: "The same text", address: "An article from the same address" } as const;

/** Why a text that is there already is not taken again; `self`: the article that it replaces. */
export function duplicateRefusal(
  shop: Workshop,
  server: string | null,
  draft: Draft,
  print: string,
  self: string | null,
): Change | null {
  const sees = (id: string) => id !== self && shop.library.sees(server, id);
  const duplicate = shop.duplicates.find(print, draft.url, sees);
  if (duplicate === null) return null;
  const holding = shop.library.scope(server).get(duplicate.id)!;
  return refused(
    "duplicate",
    `${SAME[duplicate.same]} is already there: "${holding.article.title}" (${duplicate.id}).`,
    holding,
  );
}

function changed(holding: Holding): Change {
  return refused(
    "changed",
    "Somebody else changed this article in the meantime; look at it as it is now and change it again.",
    holding,
  );
}

/** `warning`: a sentence, when something beside the change went wrong. */
export function done({ article, revision }: Holding, warning: string | null): Change {
  return { kind: "done", article, revision, warning };
}
