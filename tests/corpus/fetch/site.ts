import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Site = {
  readonly port: number;
  /** Connections accepted since the last {@link Site.forget}. */
  readonly connections: () => number;
  readonly requests: IncomingMessage[];
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

/** A site on every loopback address of this machine, IPv4 and (where there is one) IPv6, that counts who connects. */
export async function openSite(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Site> {
  let connections = 0;
  const requests: IncomingMessage[] = [];
  const create = () =>
    createServer((request, response) => {
      requests.push(request);
      answer(request, response);
    }).on("connection", () => connections++);
  const listen = (server: Server, port: number, host: string) =>
    new Promise<Server>((resolve, reject) => server.once("error", reject).listen(port, host, () => resolve(server)));
  const servers = [await listen(create(), 0, "0.0.0.0")];
  const { port } = servers[0]!.address() as AddressInfo;
  await listen(create(), port, "::1").then(
    (server) => servers.push(server),
    () => {},
  );
  return {
    port,
    requests,
    connections: () => connections,
    forget: () => {
      connections = 0;
      requests.length = 0;
    },
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
