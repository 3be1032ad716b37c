/** The longest address a link button takes. */
const LONGEST = 512;

/**
 * The article's address with a text fragment, so that a browser lands on `quoted` and marks it (WICG Scroll to Text
 * Fragment). Long words are given as their beginning and end. Where no fragment fits, the address alone.
 */
export function linkTo(url: string | null, quoted: string): string | null {
  if (url === null || url.includes("#")) return url;
  const words = quoted.replace(/\s+/g, " ").trim().split(" ");
  for (const few of [8, 5, 3]) {
    const parts = words.length <= 2 * few ? [words] : [words.slice(0, few), words.slice(-few)];
    const fragment = parts.map((part) => encode(part.join(" "))).join(",");
    if (url.length + fragment.length + "#:~:text=".length <= LONGEST) return `${url}#:~:text=${fragment}`;
  }
  return url;
}

/** "-" and "," separate the parts of a fragment; half a character has no encoding. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replace(/-/g, "%2D");
}
