import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseAllowed } from "../../../src/corpus/fetch/allowed.ts";
import { type FetchOptions, fetchPage } from "../../../src/corpus/fetch/fetch-page.ts";
import { Turns } from "../../../src/corpus/fetch/turns.ts";
import { openSite, type Site } from "./site.ts";

const PAGE = "<!doctype html><title>Ferry</title><p>The ferry sails again on Monday.</p>";

let site: Site;
let options: FetchOptions;

beforeAll(async () => {
  site = await openSite((request, response) => serve(request.url ?? "", response));
});
afterAll(() => site.close());

beforeEach(() => {
  site.forget();
  options = {
    allow: parseAllowed(`news.test:${site.port} 127.0.0.3:${site.port}`).allowed,
    resolve: async (host) => [{ address: host === "other.test" ? "127.0.0.3" : "127.0.0.1", family: 4 }],
    turns: new Turns({ perServer: 2, betweenMs: 0, queue: 5 }),
    stepMs: 1_000,
    hopMs: 2_000,
  };
});

function serve(path: string, response: ServerResponse): void {
  const html = { "content-type": "text/html; charset=utf-8" };
  const pages: Record<string, () => void> = {
    "/permanent": () => response.writeHead(301, { location: "/plain" }).end(),
    "/temporary": () => response.writeHead(307, { location: `http://news.test:${site.port}/plain` }).end(),
    "/elsewhere": () => response.writeHead(302, { location: `http://other.test:${site.port}/plain` }).end(),
    "/five": () => response.writeHead(302, { location: "/four" }).end(),
    "/four": () => response.writeHead(303, { location: "/three" }).end(),
    "/three": () => response.writeHead(308, { location: "/two" }).end(),
    "/two": () => response.writeHead(302, { location: "/permanent" }).end(),
    "/gzip": () => response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(PAGE)),
    "/brotli": () => response.writeHead(200, { ...html, "content-encoding": "br" }).end(brotliCompressSync(PAGE)),
    "/deflate": () => response.writeHead(200, { ...html, "content-encoding": "deflate" }).end(deflateSync(PAGE)),
    "/identity": () => response.writeHead(200, { ...html, "content-encoding": "identity" }).end(PAGE),
    "/windows-1251": () => response.writeHead(200, { "content-type": "text/html; charset=windows-1251" }).end(PAGE),
    "/no-charset": () => response.writeHead(200, { "content-type": "TEXT/HTML" }).end(PAGE),
    "/no-type": () => response.writeHead(200).end(PAGE),
    "/xhtml": () => response.writeHead(200, { "content-type": "application/xhtml+xml" }).end(PAGE),
    "/slowly": () => {
      response.writeHead(200, html).write(PAGE.slice(0, 30));
      setTimeout(() => response.end(PAGE.slice(30)), 300);
    },
    "/nearly-too-long": () => response.writeHead(200, html).end(PAGE.padEnd(4 * 2 ** 20)),
  };
  (pages[path] ?? (() => response.writeHead(200, html).end(PAGE)))();
}

describe("fetchPage reads a page", () => {
  it.each([
    ["plain", "plain"],
    ["permanent", "plain"],
    ["temporary", "plain"],
    ["five", "plain"],
    ["gzip", "gzip"],
    ["brotli", "brotli"],
    ["deflate", "deflate"],
    ["identity", "identity"],
    ["windows-1251", "windows-1251"],
    ["no-charset", "no-charset"],
    ["no-type", "no-type"],
    ["xhtml", "xhtml"],
    ["slowly", "slowly"],
    ["nearly-too-long", "nearly-too-long"],
  ])("%s", async (path, end) => {
    const page = await fetchPage(`http://news.test:${site.port}/${path}`, options);
    expect(page).toMatchObject({ url: `http://news.test:${site.port}/${end}` });
    expect("bytes" in page && page.bytes.toString().trim()).toBe(PAGE);
  });

  it("that another host passed on, at an address the operator opened", async () => {
    const ports = [site.port];
    const page = await fetchPage(`http://news.test:${site.port}/elsewhere`, { ...options, ports });
    expect(page).toMatchObject({ url: `http://other.test:${site.port}/plain` });
  });

  it("and says who asks", async () => {
    await fetchPage(`http://news.test:${site.port}/plain`, options);
    expect(site.requests[0]!.headers["user-agent"]).toMatch(/^Verbatim\/\d/);
    expect(site.requests[0]!.headers.cookie).toBeUndefined();
  });

  it("after a wait when it has just asked the same host", async () => {
    const turns = new Turns({ perServer: 2, betweenMs: 150, queue: 5 });
    const started = performance.now();
    const link = `http://news.test:${site.port}/plain`;
    await Promise.all([fetchPage(link, { ...options, turns }), fetchPage(link, { ...options, turns })]);
    expect(performance.now() - started).toBeGreaterThan(145);
  });
});

describe("parseAllowed", () => {
  it("reads names, addresses and IPv6 in brackets", () => {
    expect(parseAllowed("wiki.intranet:8080, 10.0.0.5:80 [fd00::7]:443")).toEqual({
      allowed: [
        { host: "wiki.intranet", port: 8080 },
        { host: "10.0.0.5", port: 80 },
        { host: "fd00::7", port: 443 },
      ],
      problems: [],
    });
  });

  it.each(["intranet", "http://intranet:80", "intranet:", "intranet:99999", "intranet:0", "fd00::7:443", "a@b:80"])(
    "names %s as no host:port",
    (entry) => {
      expect(parseAllowed(entry)).toMatchObject({ allowed: [], problems: [expect.stringContaining(`"${entry}"`)] });
    },
  );
});
