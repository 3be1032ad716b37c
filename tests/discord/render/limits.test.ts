import fc from "fast-check";
import { expect, it } from "vitest";
import type { Answer, Understood } from "../../../src/answering/answer.ts";
import type { Verdict } from "../../../src/answering/verdict.ts";
import type { Preview } from "../../../src/corpus/preview.ts";
import type { Scope } from "../../../src/corpus/scope.ts";
import { renderAnswer } from "../../../src/discord/render/answer.ts";
import type { View } from "../../../src/discord/render/components.ts";
import { renderContext } from "../../../src/discord/render/context.ts";
import type { Shown } from "../../../src/discord/render/controls.ts";
import { renderHow } from "../../../src/discord/render/how.ts";
import { renderArticleList, renderHistory, renderReports } from "../../../src/discord/render/moderation.ts";
import { renderPreview } from "../../../src/discord/render/preview.ts";
import { renderSources } from "../../../src/discord/render/sources.ts";
import { renderSpeakers } from "../../../src/discord/render/speakers.ts";
import { renderTimeline } from "../../../src/discord/render/timeline.ts";
import { renderVerdict } from "../../../src/discord/render/verdict.ts";
import type { Holding } from "../../../src/holding.ts";
import type { Passage, ShownAttribution } from "../../../src/passage.ts";
import type { Speaker } from "../../../src/reading/speakers.ts";
import type { Span } from "../../../src/span.ts";
import type { TimelineEntry } from "../../../src/timeline/timeline.ts";
import { componentsOf } from "../double/limits.ts";
import { requestErrors } from "../double/validate.ts";
import { LIVE, readQuote, readText, seen } from "../oracle.ts";
import { nasty } from "./nasty.ts";

/** From nothing but markup to far beyond every limit. */
const words = fc.tuple(nasty, fc.constantFrom(1, 1, 1, 8, 40, 200)).map(([text, times]) =>
  (text || "x")
    .repeat(times)
    .slice(0, 9000)
    .replace(/[\uD800-\uDBFF]$/, ""),
);
const name = fc.oneof(nasty, words).map((text) => text.trim() || "Nobody");
const shown = fc.record<Shown>({
  key: fc.constant("AAAAAAAAAAAA"),
  page: fc.integer({ min: -1, max: 30 }),
  order: fc.constantFrom("best", "newest"),
  owner: fc.constant("947ohxli5hxg"),
  isPrivate: fc.boolean(),
});

const attribution = (text: string): fc.Arbitrary<ShownAttribution> =>
  fc.record({
    spans: fc.nat(Math.max(0, text.length - 1)).map((start) => [{ start, end: text.length }]),
    text: fc.constant(text),
    type: fc.constantFrom("direct", "mixed", "indirect"),
    stance: fc.constantFrom("said", "denied", "asked", "conditional"),
    speech: fc.boolean(),
    cue: fc.option(name.map((cue) => ({ start: 0, end: 1, text: cue }))),
    mention: fc.option(name.map((mention) => ({ start: 0, end: 1, text: mention }))),
    speaker: fc.option(name),
    speakerBasis: fc.constantFrom("name", "organisation", "pronoun", "role", "continued", "unnamed", "corrected"),
  });

let count = 0;
// Reading promises that the edges of a sentence, and so of a passage, are no white space.
const sentence = words.map((text) => text.trim() || "x");
const passage: fc.Arbitrary<Passage> = sentence.chain((text) =>
  fc.record({
    article: fc.constant("100000000000000000/").map((server) => `${server}a${count++}`),
    revision: fc.constant("0123456789ab"),
    title: name,
    publisher: fc.option(name),
    url: fc.option(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), name)),
    published: fc.option(fc.constant({ value: "2022-01-17", basis: "inferred" } as const)),
    start: fc.constant(0),
    end: fc.constant(text.length),
    text: fc.constant(text),
    sentences: fc.constant([]),
    speaker: fc.option(name),
    attributions: fc.array(attribution(text), { maxLength: 9 }),
  }),
);
const passages = fc.array(passage, { minLength: 1, maxLength: 12 });

const speaker: fc.Arbitrary<Speaker> = fc.record({
  name,
  kind: fc.constant("person"),
  aliases: fc.array(name, { maxLength: 6 }),
  roles: fc.array(name, { maxLength: 3 }),
  mentions: fc.nat(),
  quotations: fc.integer({ min: 1, max: 999 }),
  articles: fc.array(name, { maxLength: 3 }),
});

/** Beside the passages there is only what the renderers look up. */
const scopeOf = (speakers: Speaker[], all: readonly Passage[]): Scope => {
  const holdings = all.map(holdingOf);
  return {
    server: "100000000000000000",
    version: 1,
    holdings,
    get: (id) => holdings.find(({ article }) => article.id === id),
    index: { search: () => [] } as unknown as Scope["index"],
    speakers,
  };
};

/** A passage whose last character is no white space, and is whole. */
function firstHalf(text: string): Span {
  const half = text.slice(0, text.length >> 1).replace(/[\uD800-\uDBFF]$/, "");
  return { start: 0, end: half.trimEnd().length || text.length };
}

function holdingOf({ article, title, publisher, url, published, text, revision, attributions }: Passage): Holding {
  const whole = { start: 0, end: text.length };
  return {
    article: { id: article, title, publisher, url, author: null, published, body: text },
    reading: {
      paragraphs: [whole],
      sentences: [whole],
      attributions: attributions.map(({ spans, type, stance, speech, speaker: by, speakerBasis }) => ({
        spans,
        type,
        stance,
        speech,
        speaker: by,
        speakerBasis,
        cue: null,
        mention: null,
        rule: "x",
      })),
      people: [],
      timexes: [],
    },
    revision,
  };
}

const question: fc.Arbitrary<Understood> = fc.record({
  text: name,
  speaker: fc.option(name),
  topic: fc.option(name),
  since: fc.option(name),
  until: fc.option(name),
  carried: fc.array(name, { maxLength: 5 }),
});

/** Discord would take it, nothing in it is alive but what the bot means, and what is quoted is a slice of a `body`. */
function expectGood({ components, files = [] }: View, bodies: readonly string[]): void {
  const names = files.map((file) => file.name);
  const data = { flags: 1 << 15, allowed_mentions: { parse: [] }, components: JSON.parse(JSON.stringify(components)) };
  expect(requestErrors("POST", "/interactions/100000000000000000/t/callback", { type: 4, data }, names)).toEqual([]);
  const sources = bodies.map(seen);
  for (const { type, content } of componentsOf({ components })) {
    if (type !== 10) continue;
    expect(readText(content).kinds.filter((kind) => ALIVE.has(kind))).toEqual([]);
    const at = content.search(/^> /m);
    if (at < 0) continue;
    const { quoted, kinds } = readQuote(content.slice(at));
    expect(sources.some((body) => body.includes(quoted))).toBe(true);
    expect(kinds.filter((kind) => LIVE.has(kind) && kind !== "strong")).toEqual([]);
  }
  for (const { bytes, name: file } of files) {
    if (!file.endsWith(".png")) expect(bodies).toContain(new TextDecoder().decode(bytes));
  }
}

const ALIVE = new Set(
  [...LIVE].filter((kind) => !["strong", "em", "strikethrough", "heading", "subtext", "timestamp"].includes(kind)),
);

const runs = { numRuns: 30 };

it("keeps answers of every kind within Discord's limits, dead and word for word", () => {
  fc.assert(
    fc.property(
      passages,
      question,
      shown,
      fc.array(speaker, { maxLength: 4 }),
      fc.option(name),
      (all, asked, view, speakers, outlet) => {
        const scope = scopeOf(speakers, all);
        const bodies = all.map(({ text }) => text);
        const base = { question: asked, confidence: 0.5 };
        const answers: Answer[] = [
          { ...base, kind: "passages", passages: all },
          {
            ...base,
            kind: "nothing-found",
            passages: [],
            reason: "speaker-not-on-topic",
            closest: all.slice(0, 3),
            absent: bodies,
          },
          { ...base, kind: "which-speaker", passages: [], candidates: speakers.map((one) => one.name) },
          { ...base, kind: "refused", passages: [], message: asked.text.slice(0, 500) },
        ];
        const request = { text: asked.text, today: "2022-02-01", ...(outlet !== null && { outlet }) };
        for (const answer of answers) expectGood(renderAnswer(answer, request, view, scope), bodies);
      },
    ),
    runs,
  );
}, 60_000);

it("leaves no passage out over its pages, and shows each whole", () => {
  fc.assert(
    fc.property(passages, question, shown, (all, asked, view) => {
      const scope = scopeOf([], all);
      const answer: Answer = { question: asked, confidence: 1, kind: "passages", passages: all };
      const seenTexts: string[] = [];
      for (let page = 0; page <= all.length; page++) {
        const { components, files = [] } = renderAnswer(
          answer,
          { text: "x", today: "2022-02-01" },
          { ...view, order: "best", page },
          scope,
        );
        const texts = componentsOf({ components }).filter(({ type }) => type === 10);
        const pages = /page (\d+) of (\d+)/.exec(texts[0].content);
        for (const { content } of texts) {
          const at = content.search(/^> /m);
          if (at >= 0) seenTexts.push(readQuote(content.slice(at)).quoted);
        }
        seenTexts.push(...files.map(({ bytes }) => seen(new TextDecoder().decode(bytes))));
        if (pages === null || pages[1] === pages[2]) break;
      }
      expect(seenTexts.sort()).toEqual(all.map(({ text }) => seen(text)).sort());
    }),
    runs,
  );
}, 60_000);

it("keeps every other reply within the limits, dead and word for word", async () => {
  await fc.assert(
    fc.asyncProperty(
      passages,
      shown,
      fc.array(speaker, { maxLength: 30 }),
      name,
      words,
      async (all, view, speakers, title, text) => {
        const scope = scopeOf(speakers, all);
        const bodies = all.map((one) => one.text);
        const [first] = all as [Passage];
        const entries = all.map(
          (one, i): TimelineEntry => ({
            value: i % 3 === 0 ? "2022" : "2022-01-17",
            granularity: i % 3 === 0 ? "year" : "day",
            approximate: i % 2 === 0,
            scheduled: i > 4,
            passage: one,
            text: one.text,
            speaker: one.speaker,
            timex: { start: 0, end: 1, text: title },
            anchor: null,
            dateRule: "x",
            sources: [one.article, "other"],
          }),
        );
        const found = { passage: first, original: { start: 0, end: 1, text }, quoted: true, misattributed: false };
        const differences = [{ kind: "replaced" as never, claimed: text, original: title }];
        const verdicts: Verdict[] = [
          { kind: "exact", ...found, typography: true },
          { kind: "credited-elsewhere", ...found, claimed: title, typography: false },
          { kind: "altered", ...found, differences },
          { kind: "cut", ...found, differences, omitted: [{ start: 0, end: 1, text: first.text }] },
          { kind: "spliced", ...found, parts: all.map((one) => ({ ...found, passage: one, claimed: text })) },
          { kind: "not-found", closest: first, articles: 1 },
        ];
        const preview: Preview = {
          draft: {
            title,
            body: text,
            publisher: title,
            url: null,
            author: null,
            published: { value: "2022-01-17", basis: "inferred" },
          },
          how: { title, publisher: title, author: title, url: title, published: title },
          passages: 1,
          reading: holdingOf(first).reading,
          quoted: all.map((one) => ({ name: one.speaker, quotations: 3, sample: one.text })),
          dated: all.map(() => ({ text: title, value: "2022", sentence: text })),
          present: null,
          warnings: Array(9).fill(title),
        } as Preview;
        const history = all.map((one) => ({
          at: title,
          by: title,
          action: "edited" as const,
          article: one.article,
          revision: "x",
          title: one.title,
          detail: text,
        }));
        const versions = all.map((one, i) => ({ revision: `${i}`, title: one.title, at: null, by: null }));
        const reports = all.map((one, i) => ({
          id: `${i}`,
          at: "x",
          by: "x",
          article: one.article,
          quotation: one.text,
          speaker: one.speaker,
        }));
        const views = [
          await renderTimeline(
            { entries, undated: 3 },
            { topic: text, speaker: title, since: title, today: "2022-02-01" },
            { ...view, page: 1 },
          ),
          ...verdicts.map((verdict) => renderVerdict(verdict, { quote: text, speaker: title }, view, scope)),
          renderHow(first, scope),
          renderContext(holdingOf(first), firstHalf(first.text)),
          renderPreview(preview, { id: "AAAAAAAAAAAAAAAA", isNew: true }),
          renderSources(scope, view.page, view.owner),
          renderSpeakers(scope, "", view.page, view.owner),
          renderSpeakers(scope, title, 0, view.owner),
          renderArticleList(scope, "100000000000000000", view.page, view.owner),
          renderHistory(history, versions, "AAAAAAAAAAAAAAAA"),
          renderReports(reports, scope, "AAAAAAAAAAAAAAAA"),
        ];
        for (const one of views) expectGood(one, bodies);
      },
    ),
    runs,
  );
}, 60_000);
