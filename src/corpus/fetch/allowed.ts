import { sameAddress } from "./address.ts";

/** A host (name, or IP address without brackets) and port that may be contacted although it is not public. */
export type Allowed = { readonly host: string; readonly port: number };

/**
 * Reads a list such as `wiki.intranet:8080, 10.0.0.5:80, [fd00::7]:443`. Entries that are not `host:port` come back as
 * sentences in `problems`.
 */
export function parseAllowed(list: string): { allowed: Allowed[]; problems: string[] } {
  const allowed: Allowed[] = [];
  const problems: string[] = [];
  for (const entry of list.split(/[\s,]+/).filter((part) => part !== "")) {
    const match = /^(\[[0-9a-fA-F:.]+\]|[^:[\]/@]+):(\d{1,5})$/.exec(entry);
    const url = match && `http://${match[1]}:${match[2]}/`;
    const port = Number(match?.[2]);
    if (url === null || !URL.canParse(url) || port < 1)
      problems.push(`"${entry}" is not host:port; write e.g. wiki.intranet:8080.`);
    else allowed.push({ host: bare(new URL(url).hostname), port });
  }
  return { allowed, problems };
}

/** True when the operator opened this very host, or this very address, at this port. */
export function isAllowed(allowed: readonly Allowed[], host: string, port: number): boolean {
  return allowed.some((entry) => entry.port === port && (entry.host === host || sameAddress(entry.host, host)));
}

/** A URL's host without the brackets of IPv6 and the dot at the end of a full domain name. */
export function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}
