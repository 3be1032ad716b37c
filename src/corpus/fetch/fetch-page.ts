import { lookup } from "node:dns/promises";
import { Agent, request } from "undici";
import type { Allowed } from "./allowed.ts";
import { bare } from "./allowed.ts";
import { ACCEPT_ENCODING, readBody, tooLarge } from "./body.ts";
import { type Borders, checkUrl, PUBLIC_WEB } from "./check-url.ts";
import { createConnector, type Resolve } from "./connector.ts";
import { type Refusal, Refused, statusMessage } from "./refusal.ts";
import { Turns } from "./turns.ts";

/** A page as it came, decompressed. */
export type FetchedPage = {
  /** Where the last redirect led. */
  readonly url: string;
  readonly bytes: Buffer;
  /** The header as sent; `null` when there was none. */
  readonly contentType: string | null;
};

export type FetchOptions = {
  /** The Discord server the fetch is for; `null`: the terminal. */
  readonly server?: string | null;
  readonly allow?: readonly Allowed[];
  readonly ports?: readonly number[];
  readonly resolve?: Resolve;
  readonly turns?: Turns;
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
  /** Milliseconds for one hop: until the connection stands, until the headers came, between two pieces of the body. */
  readonly stepMs?: number;
  /** Milliseconds for one hop from its start to the last byte. */
  readonly hopMs?: number;
};

/** Four megabytes: the longest live blogs have two. */
export const MAX_BYTES = 4 * 2 ** 20;
const MAX_HEADER_BYTES = 32 * 2 ** 10;
const USER_AGENT = "Verbatim/0.1 (Discord bot that quotes news articles; one page at a moderator's request)";
const PAGES = new Set(["text/html", "application/xhtml+xml"]);

const everybody = new Turns({ perServer: 2, betweenMs: 1000, queue: 20 });

/**
 * Fetches one page from the public web, following redirects; every hop is checked before anything is sent.
 *
 * Never throws for what the other side does: that is a {@link Refusal}.
 */
export async function fetchPage(link: string, options: FetchOptions = {}): Promise<FetchedPage | Refusal> {
  const turns = options.turns ?? everybody;
  const borders: Borders = { allow: options.allow ?? [], ports: options.ports ?? PUBLIC_WEB.ports };
  const maxRedirects = options.maxRedirects ?? 5;
  try {
    let url = checkUrl(link, borders);
    return await turns.ofServer(options.server ?? null, async () => {
      for (let hop = 0; hop <= maxRedirects; hop++) {
        const here = url;
        const answer = await turns.ofHost(bare(here.hostname), () => visit(here, borders, options));
        if (!("location" in answer)) return answer;
        url = checkUrl(answer.location, borders, here);
      }
      throw new Refused(
        "redirects",
        `The link is passed on more than ${maxRedirects} times: give the article's own link.`,
      );
    });
  } catch (error) {
    return refusalOf(error, link);
  }
}

async function visit(url: URL, borders: Borders, options: FetchOptions): Promise<FetchedPage | { location: string }> {
  const { stepMs = 8_000, hopMs = 20_000, maxBytes = MAX_BYTES } = options;
  const resolve: Resolve = options.resolve ?? ((host) => lookup(host, { all: true }));
  const dispatcher = new Agent({
    connect: createConnector(borders, resolve, stepMs),
    connections: 1,
    pipelining: 0,
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: stepMs,
    bodyTimeout: stepMs,
  });
  const signal = AbortSignal.timeout(hopMs);
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher,
      signal,
      headers: {
        "user-agent": USER_AGENT,
        accept: "text/html, application/xhtml+xml",
        "accept-language": "en",
        "accept-encoding": ACCEPT_ENCODING,
      },
    });
    // Whatever becomes of the answer, a late error of its stream has been dealt with by then.
    body.on("error", () => {});
    const header = (name: string) => [headers[name] ?? []].flat()[0] ?? null;
    if ([301, 302, 303, 307, 308].includes(statusCode)) {
      const location = header("location");
      if (location === null)
        throw new Refused("redirects", `${url.hostname} passes the link on to nowhere: give the article's own link.`);
      return { location };
    }
    if (statusCode !== 200) throw new Refused("status", statusMessage(statusCode, url.hostname));
    const contentType = header("content-type");
    checkType(contentType);
    if (Number(header("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
    const bytes = await readBody(body, [headers["content-encoding"] ?? ""].flat().join(","), maxBytes, signal);
    if (
      contentType === null &&
      !/^[\s\uFEFF]*</.test(
        bytes
          .subarray(0, 512)
          .toString("latin1")
          .replace(/^\u00EF\u00BB\u00BF/, ""),
      )
    ) {
      throw new Refused(
        "content-type",
        "The site does not say what the link holds, and it is no web page: paste the text instead.",
      );
    }
    return { url: url.href, bytes, contentType };
  } finally {
    await dispatcher.destroy();
  }
}

function checkType(contentType: string | null): void {
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "" || PAGES.has(type)) return;
  if (type === "application/pdf")
    throw new Refused("content-type", "The link leads to a PDF, not a page: paste its text instead.");
  if (/^(image|video|audio)\//.test(type)) {
    throw new Refused(
      "content-type",
      `The link leads to ${type.startsWith("image") ? "a picture" : "a recording"}, not an article: give the article's own link.`,
    );
  }
  throw new Refused(
    "content-type",
    `The link leads to a file of type ${type.slice(0, 60)}, not a page: paste the text instead.`,
  );
}

const TIMEOUTS = new Set(["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "ETIMEDOUT"]);

function refusalOf(error: unknown, link: string): Refusal {
  if (error instanceof Refused) return error.refusal;
  const { code = "", name, message, errors } = error as NodeJS.ErrnoException & { errors?: unknown[] };
  const refused = errors?.find((one) => one instanceof Refused);
  if (refused instanceof Refused) return refused.refusal;
  const host = URL.canParse(link) ? new URL(link).hostname : "The site";
  if (TIMEOUTS.has(code) || name === "TimeoutError" || name === "AbortError") {
    return { reason: "timeout", message: `${host} is too slow: try again later, or paste the text.` };
  }
  if (code === "UND_ERR_HEADERS_OVERFLOW" || name === "HTTPParserError") {
    return { reason: "headers", message: `${host} does not answer as a web site does: paste the text instead.` };
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/.test(code)) {
    return { reason: "certificate", message: `${host} cannot prove who it is (${code}): paste the text instead.` };
  }
  if (/^(E[A-Z]+|UND_ERR_[A-Z_]+|ERR_STREAM_PREMATURE_CLOSE)$/.test(code)) {
    return {
      reason: "unreachable",
      message: `${host} cannot be reached (${code}): try again later, or paste the text.`,
    };
  }
  throw new Error(`Fetching failed in an unknown way: ${message}`, { cause: error });
}
