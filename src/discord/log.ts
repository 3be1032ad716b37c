import { type DestinationStream, type Logger, pino } from "pino";

/** Structured logs, one JSON line each. Tokens are replaced wherever they stand as a field. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const paths = ["token", "*.token", "*.*.token", "headers.authorization", "*.headers.authorization", "requestBody"];
  const options = {
    level,
    base: null,
    redact: { paths: [...paths, "err.requestBody", "err.url"], censor: "[redacted]" },
    serializers: { err: pino.stdSerializers.err },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
