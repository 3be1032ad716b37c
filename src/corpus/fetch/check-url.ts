import ipaddr from "ipaddr.js";
import { whyNotPublic } from "./address.ts";
import { type Allowed, bare, isAllowed } from "./allowed.ts";
import { Refused } from "./refusal.ts";

/** Where a fetch may go. */
export type Borders = {
  /** Hosts the operator opened on purpose. */
  readonly allow: readonly Allowed[];
  /** Ports that are open on every public host. */
  readonly ports: readonly number[];
};

export const PUBLIC_WEB: Borders = { allow: [], ports: [80, 443] };

/**
 * The link as a URL that may be looked up. Checks what can be seen without the network: scheme, credentials, port and
 * an address written as a literal. (The URL standard has already read decimal, octal and hex forms and full-width
 * digits as plain addresses here.) Must run on every hop: no connector asks `lookup` about a literal.
 *
 * Throws {@link Refused}.
 */
export function checkUrl(link: string, borders: Borders, base?: URL): URL {
  const text = link.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\/\[[^\]]*%/i.test(text)) {
    throw new Refused("address", "The link names a network card of one machine (a zone id): give its public link.");
  }
  if (!URL.canParse(text, base?.href))
    throw new Refused("not-a-link", "This is not a link: it should look like https://example.org/article.");
  const url = new URL(text, base?.href);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new Refused("scheme", `The link starts with ${url.protocol}: only http: and https: are read.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new Refused("credentials", "The link holds a user name or password before the @: remove them.");
  }
  const [host, port] = [bare(url.hostname), portOf(url)];
  if (isAllowed(borders.allow, host, port)) return url;
  if (!borders.ports.includes(port)) {
    throw new Refused(
      "port",
      `The link goes to port ${port}: only ${borders.ports.join(" and ")} are read, unless FETCH_ALLOW names ${host}:${port}.`,
    );
  }
  if (ipaddr.isValid(host)) refuseInner(host, host, port);
  return url;
}

/** Throws unless `address`, which `host` leads to, is public. */
export function refuseInner(address: string, host: string, port: number): void {
  const why = whyNotPublic(address);
  if (why === null) return;
  throw new Refused(
    "address",
    `${host} leads to ${why}: only public sites are read, unless FETCH_ALLOW names ${host}:${port}.`,
  );
}

export function portOf(url: { readonly port: string; readonly protocol: string }): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}
