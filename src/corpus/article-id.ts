const SERVER = /^\d{17,20}$/;
const SLUG = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/;
/** Windows keeps these names for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Where an article is kept: whose it is (`null`: shared) and its name there. */
export type Place = { readonly server: string | null; readonly slug: string };

/** True for a Discord server's id, the only name a server's folder may have. */
export function isServerId(text: string): boolean {
  return SERVER.test(text);
}

export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** `null` for everything that is not an article's id, hostile or mistyped. */
export function parseArticleId(id: string): Place | null {
  const [first, second, ...rest] = id.split("/");
  if (first === undefined || rest.length > 0) return null;
  if (second === undefined) return isSlug(first) ? { server: null, slug: first } : null;
  return isServerId(first) && isSlug(second) ? { server: first, slug: second } : null;
}

export function articleId({ server, slug }: Place): string {
  return server === null ? slug : `${server}/${slug}`;
}

/** A file name out of a title: "Kyiv: 3 “towers” fall" is `kyiv-3-towers-fall`. */
export function slugOf(title: string): string {
  const words = title
    .slice(0, 400)
    .normalize("NFKD")
    .replace(/[\u0300-\u036F'’]/g, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let slug = "";
  for (const word of words ?? []) {
    if (slug !== "" && slug.length + word.length > 59) break;
    slug += `${slug === "" ? "" : "-"}${word.slice(0, 60)}`;
  }
  return slug === "" || RESERVED.test(slug) ? `article${slug && `-${slug}`}` : slug;
}
