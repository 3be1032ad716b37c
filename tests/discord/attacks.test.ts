import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { BRIDGE, CRANE } from "./articles.ts";
import type { Exchange } from "./double/double.ts";
import { componentsOf } from "./double/limits.ts";
import { type Member, Server, textOf } from "./double/world.ts";
import { readText } from "./oracle.ts";
import { Started } from "./started.ts";

vi.setConfig({ testTimeout: 60_000 });

/** What somebody may try who can send the bot any interaction that Discord lets through, and more. */

/** Stands in the other server's article and nowhere else. */
const SECRET = "Zubrowkant";

const run = new Started();
let anna: Member;
let mia: Member;
let max: Member;
let olga: Member;
beforeAll(async () => {
  await run.start((put, double) => {
    const [mine, theirs] = [new Server(double), new Server(double)];
    put("harbour-crane", CRANE);
    put(`${mine.id}/bridge`, BRIDGE);
    put(`${theirs.id}/secret`, {
      title: `The ${SECRET} lamp`,
      body: `Minister Ana ${SECRET} said the lamp of ${SECRET} stays dark. "The ${SECRET} lamp is ours," ${SECRET} said on January 12.\n`,
    });
    [anna, mia, max] = [
      mine.member("anna"),
      mine.member("mia", { moderator: true }),
      mine.member("max", { moderator: true }),
    ];
    olga = theirs.member("olga", { moderator: true });
  });
});
afterAll(() => run.stop());
beforeEach(() => {
  run.double.rest.sent.length = 0;
});

const idsOf = (exchange: Exchange): string[] =>
  componentsOf(exchange.shown).flatMap(({ custom_id }) => custom_id ?? []);
const filesOf = (server: Server): Record<string, string> => {
  const folder = join(run.folder, server.id);
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith(".md") || name.endsWith(".yaml"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
};

/** What pings or leads away. */
const DANGEROUS =
  /^(?:user|role|channel|everyone|here|emoji|timestamp|slashCommand|guildNavigation|link|url|autolink)$/;

function expectDead(exchange: Exchange): void {
  for (const { type, content } of componentsOf(exchange.shown)) {
    if (type !== 10) continue;
    const kinds = readText(content).kinds.filter((kind) => DANGEROUS.test(kind));
    expect(kinds, content).toEqual([]);
  }
}

describe("another server's ids", () => {
  it("do nothing here: not those of its answers, its moderators' work, its articles, its forms", async () => {
    const answer = await olga.slash("ask", { question: `what did ${SECRET} say about the lamp` });
    expect(textOf(answer.shown)).toContain(SECRET);
    const preview = await olga.menu("Add to corpus", `A lamp\n\n${CRANE.body.replaceAll("crane", "lamp")}`);
    const opened = await olga.slash("article", { article: `The ${SECRET} lamp` }, "edit");
    const correct = await olga.press((await olga.press(answer.message, "How")).message, "Correct (moderators)");
    const timeline = await olga.slash("timeline");
    const stolen = [answer, preview, timeline].flatMap(idsOf).filter((id) => !id.startsWith("follow-up"));
    expect(stolen.length).toBeGreaterThan(12);
    const before = filesOf(olga.server);
    const mine = await mia.slash("ask", { question: "bridge June" });
    run.double.rest.sent.length = 0;
    for (const id of stolen) await mia.pressId(structuredClone(mine.message), id).catch(() => {});
    const typed = { title: "Mine now", text: `${BRIDGE.body} Once more.`, speaker: "Nobody", published: "2022-01-01" };
    for (const form of [opened, correct]) {
      const { value } = correct.modal.components[0].component.options[0];
      await mia.submit(form, { ...typed, quotation: value });
    }
    for (const sub of ["show", "edit", "remove", "restore", "history", "hide"]) {
      for (const article of [`${olga.server.id}/secret`, `../${olga.server.id}/secret`, `The ${SECRET} lamp`]) {
        expectDead(await mia.slash("article", { article }, sub));
      }
    }
    const told = JSON.stringify(run.double.rest.sent).replaceAll(/The Zubrowkant lamp(?=[^a-z]*(here|there))/g, "");
    expect(told).not.toContain(SECRET);
    expect(filesOf(olga.server)).toEqual(before);
  });
});

describe("what a moderator began", () => {
  it("is of no use to a member or another moderator, in any of its buttons and forms", async () => {
    const preview = await mia.menu("Add to corpus", `A mill\n\n${CRANE.body.replaceAll("crane", "mill")}`);
    const form = await mia.slash("article", {}, "add");
    const removed = await mia.slash("article", { article: "Bridge closed for repairs" }, "remove");
    const before = filesOf(mia.server);
    for (const thief of [anna, max]) {
      for (const id of [preview, removed].flatMap(idsOf)) {
        const exchange = await thief.pressId(structuredClone(preview.message), id);
        expect(textOf(exchange.shown)).toMatch(/used up|somebody else|not something I know/);
      }
      const submitted = await thief.submit(form, { text: `${BRIDGE.body} Theirs.`, title: "Theirs" });
      expect(textOf(submitted.shown)).toContain("somebody else");
    }
    expect(filesOf(mia.server)).toEqual(before);
    expect(textOf((await mia.press(removed.message, "Undo")).shown)).toContain("It is back");
  });

  it.each(["..", ".", "../../..", "...............", "-".repeat(16), "%2e%2e", "constructor", "__proto__"])(
    "cannot be reached by the id %j",
    async (id) => {
      const source = (await mia.slash("help")).message;
      for (const action of ["article-save", "article-correct", "article-cancel", "article-restore", "dismiss"]) {
        const exchange = await mia.pressId(structuredClone(source), `${action}:${id}`);
        expect(textOf(exchange.shown)).toMatch(/used up|not something I know|open the list again/);
      }
    },
  );
});

describe("a form", () => {
  const form = (member: Member) => member.slash("article", {}, "add");

  it.each<[string, Record<string, string>]>([
    ["a title over several lines", { title: "One\nTwo\r\nThree\u2028Four\u0085Five\u0000Six" }],
    ["a title of ten thousand characters", { title: "long ".repeat(2000) }],
    ["a title that ends the front matter", { title: '"\n---\nevil: 1\n---\n' }],
    ["an outlet over several lines", { publisher: "The\nQuay" }],
    ["an author with markup", { author: "@everyone <@123456789012345678> [x](https://evil.example)" }],
    ["a link that runs code", { url: "javascript:alert(1)" }],
    ["a link with line breaks", { url: "https://quay.example/a\nb: c" }],
    ["a link into markup", { url: "https://quay.example/)[x](https://evil.example" }],
    ["a date from nowhere", { published: "2022-13-45" }],
    ["a date with a file in it", { published: "2022-01-01\n---\nevil" }],
    ["turned words", { title: "\u202eevil\u2066 title\u2069", publisher: "\u202eyauQ" }],
  ])("with %s is refused, or kept so that it can be read again, dead", async (name, fields) => {
    const before = Object.keys(filesOf(mia.server)).length;
    const text = `Harbour master Ines Caldera said the new lock for ${name.replaceAll(" ", " lock ")} will open. "It is the widest lock on this coast," Caldera said on Monday.\n`;
    const preview = await mia.submit(await form(mia), { text, title: "A lock", published: "2022-01-17", ...fields });
    expectDead(preview);
    expect(textOf(preview.shown)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    const canAdd = idsOf(preview).some((id) => id.startsWith("article-save"));
    if (canAdd) expect(textOf((await mia.press(preview.shown, "Add")).shown)).toMatch(/### Added/);
    expect(Object.keys(filesOf(mia.server)).length).toBe(before + Number(canAdd));
    await run.services.corpus.close();
    await run.restart();
    expect(run.services.corpus.problems()).toEqual([]);
  });

  it("of a member, sent for a moderator's, changes nothing", async () => {
    const answer = await anna.slash("ask", { question: "what did Caldera say about the crane" });
    const how = await anna.press(answer.message, "How");
    const opened = await mia.press(how.message, "Correct (moderators)");
    const { value } = opened.modal.components[0].component.options[0];
    const before = filesOf(mia.server);
    const sent = await anna.submit(opened, { quotation: value, speaker: "Anna" });
    expect(textOf(sent.shown)).toContain("Only moderators");
    expect(filesOf(mia.server)).toEqual(before);
  });

  it.each([
    ["over two lines", "Ann\nLee"],
    ["of 5,000 letters", "x".repeat(5000)],
    ["that pings", "@everyone <@123456789012345678>"],
    ["that turns words about", "\u202eeeL nnA"],
    ["that nobody sees", "\u200b"],
    ["of every object", "__proto__"],
    ["of a function", "constructor"],
    ["that ends the file", '"]\nspeakers: []'],
  ])("takes a name %s and keeps the corrections readable", async (_, speaker) => {
    const answer = await mia.slash("ask", { question: "what did Ferrand say about the bridge" });
    const opened = await mia.press((await mia.press(answer.message, "How")).message, "Correct (moderators)");
    const { value } = opened.modal.components[0].component.options[0];
    expectDead(await mia.submit(opened, { quotation: value, speaker }));
    expectDead(await anna.slash("ask", { question: "what did Ferrand say about the bridge" }));
    expectDead(await anna.slash("speakers"));
    await run.restart();
    expect(run.services.corpus.problems()).toEqual([]);
  });
});

describe("an attached file", () => {
  const add = async (file: { name: string; url: string; size: number }) =>
    textOf((await mia.submit(await mia.slash("article", {}, "add"), {}, { file: [file] })).shown);
  const at = (path: string) => run.double.api.replace(/\/api$/, path);

  it.each<[string, () => { name: string; url: string; size: number }, RegExp]>([
    ["is not on Discord", () => ({ name: "a.txt", url: "https://evil.example/a.txt", size: 10 }), /is not on Discord/],
    [
      "only looks so",
      () => ({ name: "a.txt", url: "https://cdn.discordapp.com@evil.example/a", size: 1 }),
      /not on Discord/,
    ],
    [
      "only looks so, once more",
      () => ({ name: "a.txt", url: "https://cdn.discordapp.com.evil.example/", size: 1 }),
      /not on/,
    ],
    ["lies on this machine", () => ({ name: "a.txt", url: "file:///etc/passwd", size: 10 }), /is not on Discord/],
    ["has no address", () => ({ name: "a.txt", url: "", size: 10 }), /is not on Discord/],
    [
      "says how large it is, and is too large",
      () => ({ name: "a.txt", url: at("/api/v10/none"), size: 1e9 }),
      /too large/,
    ],
    ["lies about its size", () => serve("/big", "text/plain", "word ".repeat(1_000_000), 10), /too large/],
    [
      "is no text",
      () => serve("/png", "text/plain", "\u0089PNG\r\n\u001a\n\0\0\0", 20),
      /not text|too short|UTF-8|no whole/,
    ],
    ["is a web page with a script", () => serve("/page", "text/html", `<script>throw 1</script>`, 30), /./],
  ])("that %s is refused in one sentence", async (_, file, sentence) => {
    const before = filesOf(mia.server);
    expect(await add(file())).toMatch(sentence);
    expect(filesOf(mia.server)).toEqual(before);
  });

  it("whose name leads out of the folder does not lead out of the folder", async () => {
    const body = `${BRIDGE.body.replaceAll("bridge", "ferry")}`;
    const said = await add({
      ...serve("/ferry", "text/plain", body, body.length),
      name: "../../../evil\u0000<@1>.txt",
    });
    expect(said).not.toContain("<@1>");
    expect(existsSync(join(run.folder, "..", "evil.md"))).toBe(false);
  });

  function serve(path: string, type: string, body: string, size: number) {
    run.double.rest.served.set(`/file${path}`, { type, body });
    // The double serves it beside the API; its origin is the one that the bot was told.
    return { name: `a${path.slice(1)}.txt`, url: at(`/api/v10/file${path}`), size };
  }
});

describe("words that every JavaScript object has", () => {
  const words = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "prototype", "__defineGetter__"];

  it("are words, in articles, questions, names and filters", async () => {
    const said = words.map(
      (word) => `Minister ${word} said the ${word} of ${word} will stay. "A ${word} is a ${word}," ${word} said.`,
    );
    const preview = await mia.submit(await mia.slash("article", {}, "add"), {
      text: `${said.join("\n")}\n`,
      title: "__proto__",
      publisher: "constructor",
      published: "2022-01-17",
    });
    expect(textOf(preview.shown)).toContain("Passages");
    expect(textOf((await mia.press(preview.shown, "Add")).shown)).toContain("### Added");
    for (const word of words) {
      const answers = [
        await anna.slash("ask", { question: `what did ${word} say about the ${word}`, speaker: word, outlet: word }),
        await anna.slash("ask", { question: word }),
        await anna.slash("ask", { question: `and about ${word}?` }),
        await anna.slash("timeline", { topic: word }),
        await anna.slash("verify", { quote: `A ${word} is a ${word}`, speaker: word }),
        await anna.slash("speakers", { name: word }),
      ];
      for (const answer of answers) expect(textOf(answer.shown), word).not.toMatch(/Something went wrong|native code/);
      await anna.complete("ask", "speaker", word);
      await anna.complete("ask", "outlet", word);
    }
    expect(run.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});

describe("a question or a quotation", () => {
  const signs = [
    "%",
    "€",
    "$ $ $",
    "?",
    "5% of it",
    "❤️ it is not",
    "a ".repeat(1000),
    "\u200b\u202e",
    "((((",
    "\\d+ [a-z]* \\",
  ];

  it.each(signs)("of %j is answered in one sentence at least", async (text) => {
    for (const quote of [text, `${text} ${text}`, `we will not ${text}`]) {
      const answers = [
        await anna.slash("verify", { quote: quote.slice(0, 2000), speaker: quote.slice(0, 100) }),
        await anna.slash("ask", { question: quote.slice(0, 300) }),
        await anna.slash("timeline", { topic: quote.slice(0, 100), speaker: quote.slice(0, 100) }),
      ];
      for (const answer of answers) {
        expect(textOf(answer.shown)).not.toMatch(/^$|Something went wrong/);
        expectDead(answer);
      }
    }
  });
});

describe("every body that was sent", () => {
  it("would have been taken by Discord", () => {
    expect(run.double.rest.problems).toEqual([]);
  });
});
