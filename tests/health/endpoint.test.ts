import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Endpoint, openEndpoint } from "../../src/health/endpoint.ts";
import { createMetrics, type Metrics } from "../../src/health/metrics.ts";

let metrics: Metrics;
let endpoint: Endpoint;
let trouble: string | null;

beforeEach(async () => {
  trouble = null;
  metrics = createMetrics(() => 7);
  endpoint = await openEndpoint(0, metrics, () => trouble);
});
afterEach(() => endpoint.close());

function ask(path: string, { method = "GET", host = "127.0.0.1" } = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port: endpoint.port, host: "127.0.0.1", path, method, headers: { host } }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode!, text }));
    });
    asked.on("error", reject).end();
  });
}

describe("the health endpoint", () => {
  it("says ok, or what is wrong", async () => {
    expect(await ask("/health")).toEqual({ status: 200, text: "ok\n" });
    trouble = "Not connected to Discord.";
    expect(await ask("/health")).toEqual({ status: 503, text: "Not connected to Discord.\n" });
  });

  it("counts answers, failures and silence, and asks for the number of articles", async () => {
    metrics.answered("/ask", 0.02);
    metrics.answered("/ask", 4);
    metrics.failed("page");
    metrics.silent("words-absent");
    const { text } = await ask("/metrics");
    expect(text).toContain('verbatim_answer_seconds_bucket{le="0.025",what="/ask"} 1');
    expect(text).toContain('verbatim_answer_seconds_count{what="/ask"} 2');
    expect(text).toContain('verbatim_failures_total{what="page"} 1');
    expect(text).toContain('verbatim_nothing_found_total{reason="words-absent"} 1');
    expect(text).toContain("verbatim_articles 7");
    expect(text).toContain("verbatim_process_resident_memory_bytes");
  });

  it("does not grow with made-up names", async () => {
    for (let i = 0; i < 1000; i++) metrics.failed(`made-up-${i}`);
    const { text } = await ask("/metrics");
    expect(text.match(/^verbatim_failures_total\{/gm)).toHaveLength(61);
    expect(text).toContain('verbatim_failures_total{what="other"} 940');
  });

  it.each([
    ["/", {}, 404],
    ["/metrics/../../etc/passwd", {}, 404],
    ["/health", { method: "POST" }, 405],
    ["/metrics", { host: "attacker.example" }, 421],
  ])("answers %s %j with %i", async (path, how, status) => {
    expect((await ask(path, how)).status).toBe(status);
  });

  it("tells when the port is taken", async () => {
    await expect(openEndpoint(endpoint.port, metrics, () => null)).rejects.toThrow(/EADDRINUSE/);
  });
});
