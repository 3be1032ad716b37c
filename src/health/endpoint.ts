import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./metrics.ts";

export type Endpoint = { readonly port: number; close(): Promise<void> };

/**
 * Answers a supervisor on this machine alone: `/health` with 200 or, when `trouble` names one, 503 and a sentence;
 * `/metrics` for Prometheus. `port` 0 takes any that is free.
 *
 * Rejects with an error that says what to do when the port is taken.
 */
export async function openEndpoint(port: number, metrics: Metrics, trouble: () => string | null): Promise<Endpoint> {
  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000 }, async (request, response) => {
    const { method, url, headers } = request;
    const say = (status: number, text: string, type = "text/plain; charset=utf-8") =>
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text);
    // A page in a browser on this machine must not read it through a name of its own (DNS rebinding).
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "")) return say(421, "Ask for 127.0.0.1.\n");
    if (method !== "GET" && method !== "HEAD") return say(405, "Only GET.\n");
    if (url === "/metrics") return say(200, await metrics.render(), metrics.contentType);
    if (url !== "/health") return say(404, "There are /health and /metrics.\n");
    const wrong = trouble();
    return wrong === null ? say(200, "ok\n") : say(503, `${wrong}\n`);
  });
  server.maxConnections = 20;
  await new Promise<void>((resolve, reject) => {
    const taken = (cause: NodeJS.ErrnoException) =>
      reject(new Error(`HEALTH_PORT ${port} cannot be used (${cause.code}); name another port.`, { cause }));
    server.once("error", taken).listen(port, "127.0.0.1", () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
