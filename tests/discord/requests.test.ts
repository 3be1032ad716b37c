import { pino } from "pino";
import { afterEach, expect, it, vi } from "vitest";
import { createSend } from "../../src/discord/requests.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("gives up no answer that arrives in the moment in which it would have", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let signal: AbortSignal | undefined;
  let arrive: (response: Response) => void = () => {};
  const send = createSend(pino({ enabled: false }), (_, init) => {
    signal = init.signal as AbortSignal;
    return new Promise((resolve) => {
      arrive = resolve;
    });
  });
  const sent = send("https://discord.com/api/v10/webhooks/1/token/messages/@original", { method: "PATCH" });
  vi.advanceTimersByTime(4_000);
  arrive(new Response("{}"));
  await sent;
  await new Promise(setImmediate);
  expect(signal?.aborted).toBe(false);
});
