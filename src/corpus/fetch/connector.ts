import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { buildConnector } from "undici";
import { bare, isAllowed } from "./allowed.ts";
import { type Borders, portOf, refuseInner } from "./check-url.ts";
import { Refused } from "./refusal.ts";

/** Every address of a host name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * Opens sockets to public addresses alone. The addresses that are checked are the very ones that are connected to, so
 * a name that resolves otherwise the next time (DNS rebinding) gains nothing; one inner address among the public ones
 * refuses the name.
 */
export function createConnector(borders: Borders, resolve: Resolve, timeout: number): buildConnector.connector {
  return (options, callback) => {
    const [host, port] = [bare(options.hostname), portOf(options)];
    const opened = isAllowed(borders.allow, host, port);
    const check = (address: string) => {
      if (!opened && !isAllowed(borders.allow, address, port)) refuseInner(address, host, port);
    };
    const lookup: LookupFunction = (_name, { all }, done) => {
      resolve(host)
        .then(
          (addresses) => {
            if (addresses.length === 0) throw unknown(host);
            for (const { address } of addresses) check(address);
            if (all === true) done(null, [...addresses]);
            else done(null, addresses[0]!.address, addresses[0]!.family);
          },
          ({ code }: NodeJS.ErrnoException) => {
            throw code === "EAI_AGAIN" ? noLookup(host) : unknown(host);
          },
        )
        .catch((error: Error) => done(error, "", 0));
    };
    try {
      // Node connects to a literal without asking `lookup`.
      if (ipaddr.isValid(host)) check(host);
    } catch (error) {
      callback(error as Error, null);
      return;
    }
    const connect = buildConnector({ lookup, timeout, maxCachedSessions: 0 });
    connect(options, (...result) => {
      const [, socket] = result;
      try {
        if (socket) check(socket.remoteAddress ?? "");
        callback(...result);
      } catch (error) {
        socket?.destroy();
        callback(error as Error, null);
      }
    });
  };
}

function unknown(host: string): Refused {
  return new Refused("unknown-host", `There is no site called ${host}: check the link.`);
}

function noLookup(host: string): Refused {
  return new Refused(
    "unreachable",
    `${host} cannot be looked up: the bot's machine has no name service. Try again later.`,
  );
}
