import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { forgeZip } from "../corpus/archive/forged-zip.ts";
import { BRIDGE, CRANE } from "./articles.ts";
import type { Exchange } from "./double/double.ts";
import { componentsOf } from "./double/limits.ts";
import { labelsOf, type Member, Server, textOf } from "./double/world.ts";
import { readText } from "./oracle.ts";
import { Started } from "./started.ts";

const run = new Started();
let mia: Member;
let max: Member;
let anna: Member;
let other: Member;
beforeAll(async () => {
  await run.start((put, double) => {
    put("harbour-crane", CRANE);
    const [server, second] = [new Server(double), new Server(double)];
    mia = server.member("mia", { moderator: true });
    max = server.member("max", { moderator: true });
    anna = server.member("anna");
    other = second.member("olga", { moderator: true });
    put(`${server.id}/bridge`, BRIDGE);
  });
});
afterAll(() => run.stop());
afterEach(() => run.expectClean());

let served = 0;

/** A file that Discord keeps for the bot to fetch. */
function attach(name: string, body: Uint8Array) {
  const { rest, api } = run.double;
  const path = `/attachments/${++served}/${name}`;
  rest.served.set(path, { type: "application/zip", body: Buffer.from(body) });
  return { name, path, url: `${new URL(api).origin}${path}`, size: body.length };
}

async function offer(member: Member, file: { name: string; url: string; size: number }): Promise<Exchange> {
  const opened = await member.slash("article", {}, "add");
  return member.submit(opened, {}, { file: [file] });
}

async function exported(member: Member): Promise<Uint8Array> {
  const { message } = await member.slash("article", {}, "export");
  return message.files[0].bytes;
}

const titles = (member: Member) =>
  run.services.corpus
    .scope(member.server.id)
    .holdings.filter(({ article }) => article.id.startsWith(member.server.id))
    .map(({ article }) => article.title);

it("shows what an archive would bring, and brings it when that is confirmed", async () => {
  const file = attach("articles.zip", await exported(mia));
  const preview = await offer(other, file);
  expect(preview.isPrivate).toBe(true);
  expect(textOf(preview.message)).toContain("### articles.zip\nAdding it brings **1 article**.");
  expect(textOf(preview.message)).toContain("Nothing is stored yet");
  expect(labelsOf(preview.message)).toEqual(["Add all", "Cancel"]);
  expect(titles(other)).toEqual([]);
  const done = await other.press(preview.message, "Add all");
  expect(textOf(done.message)).toContain("### Added\narticles.zip: **1 article**.");
  expect(labelsOf(done.message)).toEqual([]);
  expect(titles(other)).toEqual([BRIDGE.title]);
  const history = textOf((await other.slash("article", {}, "history")).message);
  expect(history).toContain("**imported**");
  // What one server brought is not the other's.
  expect(titles(mia)).toEqual([BRIDGE.title]);
});

it("names what is here already, and offers nothing then", async () => {
  const preview = await offer(mia, attach("articles.zip", await exported(mia)));
  const text = textOf(preview.message);
  expect(text).toContain("Everything of it that can be added is here already.");
  expect(text).toContain("**1** here already\n- bridge.md is here already");
  expect(labelsOf(preview.message)).toEqual(["Cancel"]);
  expect(textOf((await mia.press(preview.message, "Cancel")).message)).toContain("Cancelled; nothing was stored.");
});

const manifest = { name: "verbatim.json", content: '{"format":"verbatim-archive","version":1,"server":null}' };
const pier = (title = "Pier of Larn") => ({
  name: "pier.md",
  content: `---\ntitle: ${JSON.stringify(title)}\n---\nJo Hale said the pier of Larn is closed. "Nobody gets in," Hale said.\n`,
});

it("names what is left out and why, with nothing alive in it", async () => {
  const names = ["@everyone.md", "@here", "_b_ [x](evil.example) `c`.md", "www.evil.example ~~d~~"];
  const bad = names.map((name) => ({ name, content: "x" }));
  const archive = forgeZip([manifest, pier("@everyone **pier**"), ...bad, { name: "x.md", content: "Text.", crc: 1 }]);
  const preview = await offer(mia, attach("@everyone.zip", archive));
  const text = textOf(preview.message);
  expect(text).toContain("Adding it brings **1 article**.");
  expect(text).toContain("**5** left out");
  expect(text).toMatch(/x\.md is damaged/);
  // The bot's own marks, and nothing of the archive's.
  const alive = readText(text).kinds.filter((kind) => kind !== "text" && kind !== "strong");
  expect(alive.sort()).toEqual(["heading", "subtext"]);
  await mia.press(preview.message, "Cancel");
  expect(titles(mia)).toEqual([BRIDGE.title]);
});

it.each([
  ["no archive", () => Buffer.from("hello"), "no ZIP archive"],
  ["one with a file outside it", () => forgeZip([manifest, { name: "../x.md", content: "x" }]), "outside the archive"],
  ["a bomb", () => forgeZip([manifest, { name: "x.md", content: Buffer.alloc(5_000_000) }]), "times its size"],
])("refuses %s in one sentence", async (_, archive, words) => {
  const refused = await offer(mia, attach("x.zip", archive()));
  expect(refused.isPrivate).toBe(true);
  expect(textOf(refused.message)).toContain(words);
  expect(labelsOf(refused.message)).toEqual([]);
});

it("reads no archive that is larger than Discord's largest, and none from elsewhere", async () => {
  const archive = forgeZip([manifest, pier()]);
  const large = await offer(mia, { ...attach("x.zip", archive), size: 11 * 2 ** 20 });
  expect(textOf(large.message)).toContain("x.zip is too large; at most 10 MB can be read.");
  const foreign = await offer(mia, { name: "x.zip", url: "https://evil.example/x.zip", size: 9 });
  expect(textOf(foreign.message)).toContain("x.zip is not on Discord.");
});

it("adds an archive for nobody but the one who saw the preview, in that server, once, within a day", async () => {
  const preview = await offer(mia, attach("x.zip", forgeZip([manifest, pier()])));
  const id = componentsOf(preview.message).find(({ label }) => label === "Add all").custom_id;
  for (const member of [anna, max, other]) {
    for (const forged of [id, id.replace("archive-add", "article-cancel"), id.replace("archive-add", "article-save")]) {
      const tried = await member.pressId(preview.message, forged);
      expect(tried.isPrivate).toBe(true);
      expect(textOf(tried.shown)).toContain("somebody else’s");
    }
  }
  for (const forged of ["archive-add", "archive-add:AAAAAAAAAAAAAAAA", "archive-add:..", id.slice(0, -1)]) {
    const tried = await mia.pressId(preview.message, forged);
    expect(textOf(tried.shown)).toContain("somebody else’s");
  }
  // A task of another kind is none of an archive.
  const opened = await mia.slash("article", {}, "add");
  const task = opened.modal.custom_id.split(":")[1];
  expect(textOf((await mia.pressId(preview.message, `archive-add:${task}`)).shown)).toContain("somebody else’s");
  expect(titles(mia)).toEqual([BRIDGE.title]);

  const folder = join(run.folder, ".index", "pending");
  const begun = join(folder, readdirSync(folder).find((name) => name.includes(id.split(":")[1]))!);
  utimesSync(begun, run.now, new Date(run.now.getTime() - 25 * 3_600_000));
  expect(textOf((await mia.press(preview.message, "Add all")).shown)).toContain("a day old");
  utimesSync(begun, run.now, run.now);
  expect(titles(mia)).toEqual([BRIDGE.title]);

  expect(textOf((await mia.press(preview.message, "Add all")).message)).toContain("### Added");
  expect(titles(mia).sort()).toEqual([BRIDGE.title, "Pier of Larn"]);
  expect(textOf((await mia.pressId(preview.message, id)).shown)).toContain("used up");
});

it("adds nothing else than what was previewed", async () => {
  const file = attach("x.zip", forgeZip([manifest, pier("First")]));
  const preview = await offer(other, file);
  run.double.rest.served.set(file.path, { type: "application/zip", body: forgeZip([manifest, pier("Second")]) });
  const changed = await other.press(preview.message, "Add all");
  expect(textOf(changed.shown)).toContain("another one now");
  expect(titles(other)).toEqual([BRIDGE.title]);
});

it("takes an archive from a message, and none for the text of an article", async () => {
  const { name, url, size } = attach("x.zip", forgeZip([manifest, pier("From a message")]));
  const attachment = { id: "1200000000000000009", filename: name, size, url, proxy_url: url };
  const preview = await other.menu("Add to corpus", "our articles", [attachment]);
  expect(textOf(preview.message)).toContain("Adding it brings **1 article**");
  const edit = await other.slash("article", { article: BRIDGE.title }, "edit");
  const refused = await other.submit(edit, {}, { file: [{ name, url, size }] });
  expect(textOf(refused.message)).toContain("An archive holds many articles");
});

it("adds a previewed archive after a restart", async () => {
  const preview = await offer(other, attach("x.zip", forgeZip([manifest, pier("After a restart")])));
  await run.restart();
  expect(textOf((await other.press(preview.message, "Add all")).message)).toContain("### Added");
  expect(titles(other)).toContain("After a restart");
});
