/** Loaded into the bot's process before the bot: collects and tells its memory whenever the parent asks. */
export type Memory = Readonly<Record<"heapUsed" | "external" | "arrayBuffers" | "rss", number>>;

process.on("message", (asked) => {
  if (asked !== "memory") return;
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
  process.send?.({ heapUsed, external, arrayBuffers, rss } satisfies Memory);
});
// Listening must not keep the bot alive.
process.channel?.unref();
