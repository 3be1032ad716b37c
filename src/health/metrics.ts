import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What the bot tells of its work while it works. No label ever holds a server, a member or their words. */
export type Meter = {
  /** `what`: a command ("/ask") or the action of a component. */
  answered(what: string, seconds: number): void;
  failed(what: string): void;
  /** A question that nothing was found for. */
  silent(reason: string): void;
};

export type Metrics = Meter & {
  readonly contentType: string;
  /** In Prometheus' text format. */
  render(): Promise<string>;
};

/** More kinds of work than the bot has; a made-up custom_id must not grow the list. */
const MOST_KINDS = 60;
/** Discord's limit for an answer is 3 s. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10];

/** Counts for Prometheus; `articles` is asked whenever they are read. */
export function createMetrics(articles: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "verbatim_", eventLoopMonitoringPrecision: 1 });
  const seconds = new Histogram({
    name: "verbatim_answer_seconds",
    help: "Time from an interaction's arrival to its answer",
    labelNames: ["what"],
    buckets: SECONDS,
    registers,
  });
  const failures = new Counter({
    name: "verbatim_failures_total",
    help: "Interactions that ended in an error",
    labelNames: ["what"],
    registers,
  });
  const silences = new Counter({
    name: "verbatim_nothing_found_total",
    help: "Questions that nothing was found for, by reason",
    labelNames: ["reason"],
    registers,
  });
  new Gauge({
    name: "verbatim_articles",
    help: "Articles that are loaded",
    registers,
    collect() {
      this.set(articles());
    },
  });
  const kinds = new Set<string>();
  const kindOf = (what: string) => {
    if (kinds.size < MOST_KINDS) kinds.add(what);
    return kinds.has(what) ? what : "other";
  };
  return {
    contentType: registry.contentType,
    render: () => registry.metrics(),
    answered: (what, time) => seconds.observe({ what: kindOf(what) }, time),
    failed: (what) => failures.inc({ what: kindOf(what) }),
    silent: (reason) => silences.inc({ reason }),
  };
}
