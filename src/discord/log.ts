import { type DestinationStream, destination as fileDestination, type Logger, pino } from "pino";

/**
 * Structured logs, one JSON line each. Tokens are left out wherever they stand: in a field, an error, an address, at any
 * depth. `secrets` are left out literally.
 */
export function createLog(
  level: string,
  secrets: readonly string[] = [],
  // At once: what is still being written when the process ends would be written after the last line, a second time.
  destination: DestinationStream = fileDestination({ dest: 1, sync: true }),
): Logger {
  const paths = ["token", "*.token", "*.*.token", "headers.authorization", "*.headers.authorization", "requestBody"];
  const options = {
    level,
    base: null,
    redact: { paths: [...paths, ...BODIES], censor: REDACTED },
    serializers: { err: pino.stdSerializers.err },
  };
  // Quoted as in JSON.
  const literally = secrets.filter((secret) => secret !== "").map((secret) => JSON.stringify(secret).slice(1, -1));
  const write = (line: string) => {
    const spared = literally.reduce((text, secret) => text.replaceAll(secret, REDACTED), line);
    destination.write(spared.replace(INTERACTION_TOKEN, `$1${REDACTED}`));
  };
  return pino(options, { write });
}

/** What was sent when it failed: members' and articles' words. */
const BODIES = ["err.requestBody", "err.*.requestBody", "err.aggregateErrors[*].requestBody"];
const REDACTED = "[redacted]";
/** The token of an interaction stands in the addresses of its answers. */
const INTERACTION_TOKEN = /(\/(?:interactions|webhooks)\/\d+\/)[^/"\\?\s]+/g;
