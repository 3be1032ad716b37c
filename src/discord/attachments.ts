/** A file that a member attached, as Discord tells of it. */
export type Attached = { readonly name: string; readonly url: string; readonly size: number };

/** Bytes of a file, or one sentence saying why not. */
export type AttachmentBytes = Uint8Array | { readonly refused: string };

/** Where Discord keeps files. */
const ORIGINS = ["https://cdn.discordapp.com", "https://media.discordapp.net"];
const LONGEST = 4 * 2 ** 20;
/** As large as the largest that is exported. */
const LONGEST_ARCHIVE = 10 * 2 ** 20;
const TIMEOUT = 10_000;

/** Fetches attached files from Discord, and from nowhere else; `api` names the origin of a proxy when there is one. */
export function createAttachmentReader(api: string | null): (attached: Attached) => Promise<AttachmentBytes> {
  const origins = new Set([...ORIGINS, ...(api === null ? [] : [new URL(api).origin])]);
  return async ({ name, url, size }) => {
    const called = name.slice(0, 100);
    if (!URL.canParse(url) || !origins.has(new URL(url).origin)) return { refused: `${called} is not on Discord.` };
    const longest = /\.zip$/i.test(name) ? LONGEST_ARCHIVE : LONGEST;
    const large = { refused: `${called} is too large; at most ${longest / 2 ** 20} MB can be read.` };
    if (size > longest) return large;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT), redirect: "error" });
      if (!response.ok) return { refused: `Discord does not give ${called} (${response.status}); attach it anew.` };
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of response.body ?? []) {
        length += chunk.length;
        if (length > longest) return large;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    } catch {
      return { refused: `${called} could not be fetched from Discord; please try again.` };
    }
  };
}
