import { setTimeout as wait } from "node:timers/promises";
import { DefaultRestOptions, RESTJSONErrorCodes, type RESTOptions, type ResponseLike } from "discord.js";
import type { Logger } from "pino";

type Send = RESTOptions["makeRequest"];

/** Milliseconds from one try to the next; the last one again and again. */
const PAUSES = [50, 100, 200, 400, 800];
/** Discord takes a first answer for three seconds, some of which have passed. */
const FIRST_ANSWER_LASTS = 2_600;
const OTHERS_LAST = 10_000;
/** What Discord says nothing to for so long is sent again; large files take as long as they take. */
const FIRST_ANSWER_HANGS = 1_500;
const OTHERS_HANG = 4_000;
const LARGE = 200_000;

const FIRST_ANSWER = /\/interactions\/\d+\/[^/]+\/callback/;

/**
 * How discord.js sends one request: through server errors and broken or hanging connections, as long as Discord would
 * take it. On its own discord.js sends a request four times within milliseconds after a server error, never again after a
 * broken connection, and waits 15 seconds where Discord waits three.
 *
 * A first answer that Discord had heard after all is not sent twice: it says so, which is success. Nothing else needs
 * that: changing and deleting a message twice is the same as once, and messages to a channel carry a nonce. A follow-up
 * that Discord heard although the connection broke is shown twice, which is better than never.
 */
export function createSend(log: Logger, send: Send = DefaultRestOptions.makeRequest): Send {
  return async (url, init) => {
    const isFirstAnswer = FIRST_ANSWER.test(url);
    const hangs = isLarge(init.body) ? null : isFirstAnswer ? FIRST_ANSWER_HANGS : OTHERS_HANG;
    const until = performance.now() + (isFirstAnswer ? FIRST_ANSWER_LASTS : OTHERS_LAST);
    for (let tries = 1; ; tries++) {
      const { response, failure } = await attempt(send, url, init, hangs);
      if (response !== null && response.status < 500) {
        if (response.status === 429) log.warn({ route: routeOf(url), ...limitOf(response) }, LIMITED);
        return isFirstAnswer && tries > 1 ? heardAlready(response) : response;
      }
      const pause = PAUSES[Math.min(tries, PAUSES.length) - 1]!;
      const isLast = init.signal?.aborted === true || performance.now() + pause > until;
      const why = response === null ? { err: failure } : { status: response.status };
      log.warn({ route: routeOf(url), tries, ...why }, isLast ? NOT_TAKEN : `${NOT_TAKEN}; trying again`);
      if (!isLast) await wait(pause);
      else if (response === null) throw failure;
      else return response;
    }
  };
}

const NOT_TAKEN = "Discord did not take a request";
const LIMITED = "Discord limits how often the bot may do that; waiting as long as it says";

type Tried = { readonly response: ResponseLike | null; readonly failure: unknown };

async function attempt(send: Send, url: string, init: Parameters<Send>[1], hangs: number | null): Promise<Tried> {
  const giveUp = new AbortController();
  let late: NodeJS.Immediate | undefined;
  const hung = () => {
    // Not before what has arrived is read: after a pause of this process, timers come first.
    late = setImmediate(() => giveUp.abort());
  };
  const timer = hangs === null ? undefined : setTimeout(hung, hangs);
  try {
    const signal = AbortSignal.any([giveUp.signal, ...(init.signal ? [init.signal] : [])]);
    return { response: await send(url, { ...init, signal }), failure: null };
  } catch (failure) {
    return { response: null, failure };
  } finally {
    clearTimeout(timer);
    clearImmediate(late);
  }
}

/** What Discord said to a first answer that was sent before: "already acknowledged" means that it was heard then. */
async function heardAlready(response: ResponseLike): Promise<ResponseLike> {
  if (response.status !== 400) return response;
  const text = await response.text();
  const isHeard = new RegExp(`"code":\\s*${RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged}\\b`).test(text);
  if (isHeard) return new Response(null, { status: 204 });
  return new Response(text, { status: 400, headers: { "content-type": "application/json" } });
}

function isLarge(body: unknown): boolean {
  if (!(body instanceof FormData)) return false;
  const sizes = Array.from(body.values(), (part) => (typeof part === "string" ? part.length : part.size));
  return sizes.reduce((sum, size) => sum + size, 0) > LARGE;
}

function limitOf({ headers }: ResponseLike) {
  return { seconds: Number(headers.get("retry-after")), global: headers.has("x-ratelimit-global") };
}

/** The path without the token that stands in it. */
function routeOf(url: string): string {
  return new URL(url).pathname.replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/]+/, "$1…");
}
