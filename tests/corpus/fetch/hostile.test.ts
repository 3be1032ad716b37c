import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, constants, createGzip, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FetchOptions, fetchPage } from "../../../src/corpus/fetch/fetch-page.ts";
import type { FetchReason } from "../../../src/corpus/fetch/refusal.ts";
import { Turns } from "../../../src/corpus/fetch/turns.ts";
import { openSite, type Site } from "./site.ts";

const BOMB_BYTES = 10 * 2 ** 30;
const GZIP_BOMB = gzipSync(Buffer.alloc(50_000_000), { level: 1 });
const BROTLI_BOMB = brotliCompressSync(Buffer.alloc(50_000_000), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

let site: Site;
let options: FetchOptions;
/** What the names of these tests resolve to, one list a question; the last stays. */
let names: Record<string, string[][]>;

beforeAll(async () => {
  site = await openSite((request, response) => misbehave(request.url ?? "", response));
});
afterAll(() => site.close());

beforeEach(() => {
  site.forget();
  names = {
    "loopback.test": [["127.0.0.1"]],
    "loopback6.test": [["::1"]],
    "mapped.test": [["::ffff:127.0.0.1"]],
    "nat64.test": [["64:ff9b::7f00:1"]],
    "metadata.test": [["169.254.169.254"]],
    "office.test": [["10.1.2.3"]],
    "mixed.test": [["93.184.216.34", "127.0.0.1"]],
    "mixed6.test": [["2606:2800:220:1::1", "fd00::1"]],
    "nothing.test": [[]],
    "open.test": [["127.0.0.2"]],
    "rebinding.test": [["127.0.0.2"], ["127.0.0.1"]],
  };
  options = {
    // The site's port is open, so that it is the address and nothing else that is refused.
    ports: [80, 443, site.port],
    allow: [{ host: "127.0.0.2", port: site.port }],
    resolve: async (host) => {
      const answers = names[host];
      if (answers === undefined) throw new Error("ENOTFOUND");
      const addresses = answers.length > 1 ? answers.shift()! : answers[0]!;
      return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    },
    turns: new Turns({ perServer: 2, betweenMs: 0, queue: 5 }),
    stepMs: 250,
    hopMs: 500,
  };
});

const ADDRESSES: readonly (readonly [string, FetchReason])[] = [
  // Loopback, in every way to write it.
  ["http://127.0.0.1:PORT/", "address"],
  ["http://127.0.0.1.:PORT/", "address"],
  ["http://127.255.255.254:PORT/", "address"],
  ["http://127.1:PORT/", "address"],
  ["http://127.0.1:PORT/", "address"],
  ["http://2130706433:PORT/", "address"],
  ["http://0x7f000001:PORT/", "address"],
  ["http://0x7f.1:PORT/", "address"],
  ["http://0X7F.0.0.0x1:PORT/", "address"],
  ["http://0177.0.0.1:PORT/", "address"],
  ["http://017700000001:PORT/", "address"],
  ["http://0177.0x0.0.1:PORT/", "address"],
  ["http://%31%32%37.0.0.1:PORT/", "address"],
  ["http://127。0。0。1:PORT/", "address"],
  ["http://127.0.0.1:PORT/", "address"],
  ["http://①②⑦.⓪.⓪.①:PORT/", "address"],
  ["http:127.0.0.1:PORT", "address"],
  ["http:\\\\127.0.0.1:PORT\\", "address"],
  ["http://[::1]:PORT/", "address"],
  ["http://[0:0:0:0:0:0:0:1]:PORT/", "address"],
  ["http://[::ffff:127.0.0.1]:PORT/", "address"],
  ["http://[::ffff:7f00:1]:PORT/", "address"],
  ["http://[0:0:0:0:0:ffff:7f00:0001]:PORT/", "address"],
  ["http://[::127.0.0.1]:PORT/", "address"],
  ["http://[64:ff9b::7f00:1]:PORT/", "address"],
  ["http://[64:ff9b::127.0.0.1]:PORT/", "address"],
  ["http://[64:ff9b:1::7f00:1]:PORT/", "address"],
  ["http://[2002:7f00:1::1]:PORT/", "address"],
  ["http://[2001:0:7f00:1::]:PORT/", "address"],
  ["http://[::ffff:0:127.0.0.1]:PORT/", "address"],
  ["http://0.0.0.0:PORT/", "address"],
  ["http://0:PORT/", "address"],
  ["http://[::]:PORT/", "address"],
  // Private, link-local, metadata, multicast, reserved.
  ["http://10.0.0.1/", "address"],
  ["http://172.16.0.1/", "address"],
  ["http://172.31.255.255/", "address"],
  ["http://192.168.1.1/", "address"],
  ["http://3232235777/", "address"],
  ["http://100.64.0.1/", "address"],
  ["http://100.100.100.200/latest/meta-data", "address"],
  ["http://169.254.169.254/latest/meta-data", "address"],
  ["http://[::ffff:169.254.169.254]/", "address"],
  ["http://0xa9fea9fe/", "address"],
  ["http://[fd00:ec2::254]/", "address"],
  ["http://168.63.129.16/", "address"],
  ["http://192.0.0.192/", "address"],
  ["http://192.0.2.1/", "address"],
  ["http://198.18.0.1/", "address"],
  ["http://198.51.100.7/", "address"],
  ["http://203.0.113.9/", "address"],
  ["http://224.0.0.1/", "address"],
  ["http://240.0.0.1/", "address"],
  ["http://255.255.255.255/", "address"],
  ["http://[fe80::1]/", "address"],
  ["http://[fe80::1%25eth0]/", "address"],
  ["http://[fe80::1%eth0]:PORT/", "address"],
  ["http://[fec0::1]/", "address"],
  ["http://[fc00::1]/", "address"],
  ["http://[ff02::1]/", "address"],
  ["http://[2001:db8::1]/", "address"],
  ["http://[3fff::1]/", "address"],
  ["http://[100::1]/", "address"],
  ["http://[4000::1]/", "address"],
  // Names that lead there.
  ["http://loopback.test:PORT/", "address"],
  ["http://LOOPBACK.TEST.:PORT/", "address"],
  ["http://loopback6.test:PORT/", "address"],
  ["http://mapped.test:PORT/", "address"],
  ["http://nat64.test:PORT/", "address"],
  ["http://metadata.test/", "address"],
  ["https://office.test/", "address"],
  ["http://mixed.test:PORT/", "address"],
  ["http://mixed6.test:PORT/", "address"],
  ["http://nothing.test:PORT/", "unknown-host"],
  ["http://nowhere.test:PORT/", "unknown-host"],
  // Not the web.
  ["ftp://127.0.0.1:PORT/", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["data:text/html,<p>x", "scheme"],
  ["javascript:alert(1)", "scheme"],
  ["gopher://127.0.0.1:PORT/", "scheme"],
  ["ws://open.test:PORT/", "scheme"],
  ["", "not-a-link"],
  ["not a link", "not-a-link"],
  ["//open.test:PORT/", "not-a-link"],
  ["http://", "not-a-link"],
  ["http://256.1.1.1/", "not-a-link"],
  ["http://[::1/", "not-a-link"],
  ["http://open.test:99999/", "not-a-link"],
  ["http://user@open.test:PORT/", "credentials"],
  ["http://user:secret@open.test:PORT/", "credentials"],
  ["http://example.org@127.0.0.1:PORT/", "credentials"],
  ["http://open.test:22/", "port"],
  ["http://127.0.0.1:6379/", "port"],
  ["https://example.org:8443/", "port"],
  ["http://127.0.0.2:8080/", "port"],
];

describe("fetchPage refuses, without contacting anything,", () => {
  it.each(ADDRESSES)("%s: %s", async (link, reason) => {
    expect(await fetchPage(link.replace("PORT", String(site.port)), options)).toMatchObject({ reason });
    expect(site.connections()).toBe(0);
  });
});

/** Path of the site, the reason, and how many connections the site may see (the first hop only). */
const BEHAVIOURS: readonly (readonly [string, FetchReason, number])[] = [
  ["redirect-to-loopback", "address", 1],
  ["redirect-to-decimal", "address", 1],
  ["redirect-to-metadata", "address", 1],
  ["redirect-to-name-inside", "address", 1],
  ["redirect-to-protocol-relative", "address", 1],
  ["redirect-to-file", "scheme", 1],
  ["redirect-to-credentials", "credentials", 1],
  ["redirect-to-port", "port", 1],
  ["redirect-to-nowhere", "redirects", 1],
  ["redirect-to-nonsense", "not-a-link", 1],
  ["redirect-loop", "redirects", 6],
  ["forbidden", "status", 1],
  ["gone", "status", 1],
  ["fault", "status", 1],
  ["no-content", "status", 1],
  ["never-answers", "timeout", 1],
  ["drips-headers", "timeout", 1],
  ["stops-in-the-body", "timeout", 1],
  ["drips-the-body", "timeout", 1],
  ["declares-too-much", "too-large", 1],
  ["sends-too-much", "too-large", 1],
  ["header-flood", "headers", 1],
  ["many-headers", "headers", 1],
  ["not-http", "headers", 1],
  ["hangs-up", "unreachable", 1],
  ["hangs-up-in-the-body", "unreachable", 1],
  ["picture", "content-type", 1],
  ["video", "content-type", 1],
  ["pdf", "content-type", 1],
  ["json", "content-type", 1],
  ["program", "content-type", 1],
  ["no-type-no-page", "content-type", 1],
  ["unknown-encoding", "encoding", 1],
  ["encoded-twice", "encoding", 1],
  ["broken-gzip", "encoding", 1],
  ["broken-brotli", "encoding", 1],
  ["small-bomb", "too-large", 1],
  ["brotli-bomb", "too-large", 1],
];

function misbehave(path: string, response: ServerResponse): void {
  const { port } = site;
  const html = { "content-type": "text/html" };
  const redirect = (location: string) => response.writeHead(302, { location }).end();
  const drip = () => {
    const timer = setInterval(() => response.write("<p>a"), 50);
    response.on("close", () => clearInterval(timer));
  };
  const raw = (text: string) => response.socket?.end(text);
  const behaviours: Record<string, () => void> = {
    "redirect-to-loopback": () => redirect(`http://127.0.0.1:${port}/inside`),
    "redirect-to-decimal": () => redirect(`http://2130706433:${port}/inside`),
    "redirect-to-metadata": () => redirect("http://169.254.169.254/latest/meta-data"),
    "redirect-to-name-inside": () => redirect(`http://loopback.test:${port}/inside`),
    "redirect-to-protocol-relative": () => redirect(`//127.0.0.1:${port}/inside`),
    "redirect-to-file": () => redirect("file:///etc/passwd"),
    "redirect-to-credentials": () => redirect(`http://a:b@open.test:${port}/`),
    "redirect-to-port": () => redirect("http://127.0.0.2:22/"),
    "redirect-to-nowhere": () => response.writeHead(301).end(),
    "redirect-to-nonsense": () => redirect("http://[nonsense/"),
    "redirect-loop": () => redirect("/redirect-loop"),
    forbidden: () => response.writeHead(403, html).end("<p>no bots"),
    gone: () => response.writeHead(410, html).end(),
    fault: () => response.writeHead(502, html).end(),
    "no-content": () => response.writeHead(204).end(),
    "never-answers": () => {},
    "drips-headers": () => {
      response.socket?.write("HTTP/1.1 200 OK\r\n");
      const timer = setInterval(() => response.socket?.write("x-a: b\r\n"), 50);
      response.on("close", () => clearInterval(timer));
    },
    "stops-in-the-body": () => response.writeHead(200, html).write("<p>so far"),
    "drips-the-body": () => {
      response.writeHead(200, html);
      drip();
    },
    "declares-too-much": () => response.writeHead(200, { ...html, "content-length": 5_000_000 }).write("<p>"),
    "sends-too-much": () => response.writeHead(200, html).end(Buffer.alloc(5_000_000, "a")),
    "header-flood": () => response.writeHead(200, { ...html, "x-flood": "a".repeat(60_000) }).end(),
    "many-headers": () =>
      response
        .writeHead(
          200,
          [["content-type", "text/html"], ...Array.from({ length: 4000 }, (_, i) => [`x-${i}`, "abcdefgh"])].flat(),
        )
        .end(),
    "not-http": () => raw("SSH-2.0-OpenSSH_9.6\r\n"),
    "hangs-up": () => response.socket?.destroy(),
    "hangs-up-in-the-body": () => {
      response.writeHead(200, { ...html, "content-length": 1000 }).write("<p>so far");
      setTimeout(() => response.socket?.destroy(), 20);
    },
    picture: () => response.writeHead(200, { "content-type": "image/png" }).end("x"),
    video: () => response.writeHead(200, { "content-type": "video/mp4" }).end("x"),
    pdf: () => response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7"),
    json: () => response.writeHead(200, { "content-type": "application/json" }).end("{}"),
    program: () => response.writeHead(200, { "content-type": "application/octet-stream" }).end("MZ"),
    "no-type-no-page": () => response.writeHead(200).end("PK\u0003\u0004"),
    "unknown-encoding": () => response.writeHead(200, { ...html, "content-encoding": "zstd" }).end("x"),
    "encoded-twice": () =>
      response.writeHead(200, { ...html, "content-encoding": "gzip, gzip" }).end(gzipSync(gzipSync("<p>x"))),
    "broken-gzip": () => response.writeHead(200, { ...html, "content-encoding": "gzip" }).end("<p>not gzip at all"),
    "broken-brotli": () => response.writeHead(200, { ...html, "content-encoding": "br" }).end("<p>not brotli at all"),
    "small-bomb": () => response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(GZIP_BOMB),
    "brotli-bomb": () => response.writeHead(200, { ...html, "content-encoding": "br" }).end(BROTLI_BOMB),
  };
  (behaviours[path.slice(1)] ?? (() => response.writeHead(200, html).end("<p>inside")))();
}

describe("fetchPage gives up on a site that", () => {
  it.each(BEHAVIOURS)("%s: %s", async (path, reason, connections) => {
    const refused = await fetchPage(`http://open.test:${site.port}/${path}`, options);
    expect(refused).toMatchObject({ reason });
    expect("message" in refused && refused.message).toMatch(/^[A-Z\d].{20,}\.$|^\S+ .{20,}\.$/);
    expect(site.connections()).toBe(connections);
  });

  it("resolves otherwise the second time", async () => {
    const link = `http://rebinding.test:${site.port}/redirect-loop`;
    expect(await fetchPage(link, options)).toMatchObject({ reason: "address" });
    expect(site.connections()).toBe(1);
  });

  it("does not speak TLS, or not with a certificate that holds", async () => {
    const refused = await fetchPage(`https://open.test:${site.port}/`, options);
    expect(refused).toMatchObject({ reason: "certificate" });
  });

  it("sends ten gigabytes in a small parcel", async () => {
    const sent = { bytes: 0 };
    const zero = Buffer.alloc(2 ** 20);
    const bomber = createServer((_request, response) => {
      const gzip = createGzip({ level: 1 });
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
      gzip.pipe(response);
      const more = () => {
        while (sent.bytes < BOMB_BYTES && !response.destroyed) {
          sent.bytes += zero.length;
          if (!gzip.write(zero)) return void gzip.once("drain", more);
        }
        gzip.end();
      };
      response.on("close", () => gzip.destroy());
      more();
    });
    await new Promise<void>((resolve) => bomber.listen(0, "127.0.0.2", resolve));
    const { port } = bomber.address() as AddressInfo;
    const before = process.memoryUsage().rss;
    const refused = await fetchPage(`http://127.0.0.2:${port}/`, {
      ...options,
      allow: [{ host: "127.0.0.2", port }],
      hopMs: 5_000,
    });
    bomber.closeAllConnections();
    await new Promise((resolve) => bomber.close(resolve));
    expect(refused).toMatchObject({ reason: "too-large" });
    expect(sent.bytes).toBeLessThan(BOMB_BYTES / 10);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
  });

  it("is asked for more pages at once than a server may have under way", async () => {
    const link = `http://open.test:${site.port}/never-answers`;
    const fetches = [1, 2, 3].map(() => fetchPage(link, { ...options, server: "7" }));
    expect(await fetches[2]).toMatchObject({ reason: "busy" });
    expect(await fetchPage(link, { ...options, server: "8" })).toMatchObject({ reason: "timeout" });
    await Promise.all(fetches);
  });
});
