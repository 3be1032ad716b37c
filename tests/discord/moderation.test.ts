import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { BRIDGE, CRANE } from "./articles.ts";
import { componentsOf } from "./double/limits.ts";
import { labelsOf, type Member, quotesOf, Server, textOf } from "./double/world.ts";
import { Started } from "./started.ts";

const run = new Started();
let mia: Member;
let max: Member;
let anna: Member;
let other: Member;
beforeAll(async () => {
  await run.start((put, double) => {
    put("harbour-crane", CRANE);
    const server = new Server(double);
    mia = server.member("mia", { moderator: true });
    max = server.member("max", { moderator: true });
    anna = server.member("anna");
    other = new Server(double).member("olga", { moderator: true });
  });
});
afterAll(() => run.stop());
afterEach(() => run.expectClean());

async function refOf(member: Member, sub: string, title: string): Promise<string> {
  const options = [{ name: sub, type: 1, options: [{ name: "article", type: 3, value: title, focused: true }] }];
  const payload = member.payload(4, { id: "1200000000000000000", name: "article", type: 1, options });
  const { choices } = await member.server.double.interact(payload).answered();
  return choices?.[0]?.value ?? "nothing";
}

it("shows what is understood, then adds, and the article is found", async () => {
  const opened = await mia.slash("article", {}, "add");
  const preview = await mia.submit(opened, { text: BRIDGE.body, title: "Bridge closed", published: "2022-01-17" });
  expect(preview.isPrivate).toBe(true);
  const text = textOf(preview.message);
  expect(text).toContain("### Bridge closed");
  expect(text).toContain("17 January 2022");
  expect(text).toContain("**Odile Ferrand**");
  for (const quote of quotesOf(preview.message)) expect(BRIDGE.body).toContain(quote);
  const saved = await mia.press(preview.message, "Add");
  expect(textOf(saved.message)).toContain("### Added");
  expect(labelsOf(saved.message)).toEqual([]);
  const found = await anna.slash("ask", { question: "bridge built in 1931" });
  expect(quotesOf(found.message)[0]).toContain("1931");
});

it("keeps what another server added to itself", async () => {
  const found = await other.slash("ask", { question: "bridge built in 1931" });
  expect(quotesOf(found.message)).toEqual([]);
  expect(textOf((await other.slash("sources")).message)).not.toContain("Bridge");
});

it("names the article that has the same text already", async () => {
  const opened = await max.slash("article", {}, "add");
  const preview = await max.submit(opened, { text: BRIDGE.body, title: "Bridge again", published: "2022-01-17" });
  expect(textOf(preview.message)).toContain("already there as");
  expect(labelsOf(preview.message)).toContain("Save as new version");
  expect(textOf((await max.press(preview.message, "Cancel")).message)).toContain("Cancelled");
});

it("corrects title and date before saving", async () => {
  const opened = await mia.slash("article", {}, "add");
  const body = 'Warden Lia Moss said the lock gates leak. "They leaked all winter," Moss told the council of Larn.\n';
  const preview = await mia.submit(opened, { text: body, title: "Lok" });
  const modal = await mia.press(preview.message, "Correct");
  const again = await mia.submit(modal, {
    title: "Lock gates leak",
    published: "3 February 2022",
    publisher: "The Weir",
  });
  expect(again.acknowledged).toBe(7);
  expect(textOf(again.message)).toContain("### Lock gates leak");
  expect(textOf(again.message)).toContain("The Weir");
  expect(textOf(again.message)).toContain("3 February 2022");
  await mia.press(again.message, "Add");
  expect(textOf((await mia.slash("article", {}, "list")).message)).toContain("Lock gates leak");
});

it("refuses what is no article before anything is stored", async () => {
  const opened = await mia.slash("article", {}, "add");
  const refused = await mia.submit(opened, { text: "too short" });
  expect(textOf(refused.message)).toContain("too short");
  expect(textOf((await mia.submit(opened, { text: "" })).message)).toContain("nothing to add");
});

it("adds the words of a message and says what is wrong with a file", async () => {
  const preview = await mia.menu(
    "Add to corpus",
    `Pier closed\n\nJo Hale said the pier of Larn is closed. "Nobody gets in," Hale said on January 3.`,
  );
  expect(textOf(preview.message)).toContain("**Jo Hale**");
  const file = {
    id: "1200000000000000001",
    filename: "x.txt",
    size: 10,
    url: "https://evil.example/x.txt",
    proxy_url: "",
  };
  const refused = await mia.menu("Add to corpus", "", [file]);
  expect(textOf(refused.message)).toContain("not on Discord");
});

it("adds the file that a message or the form holds", async () => {
  const { rest, api } = run.double;
  const text = `Ferry late again\n\nCaptain Rosa Lind said that the ferry broke down. "We drifted for an hour," Lind said on January 5, 2022.\n`;
  rest.served.set("/attachments/ferry.txt", { type: "text/plain", body: text });
  const url = `${new URL(api).origin}/attachments/ferry.txt`;
  const file = { id: "1200000000000000002", filename: "ferry.txt", size: text.length, url, proxy_url: url };
  const preview = await mia.menu("Add to corpus", "look at this", [file]);
  expect(textOf(preview.message)).toContain("### Ferry late again");
  const opened = await mia.slash("article", {}, "add");
  const given = await mia.submit(
    opened,
    { title: "The ferry" },
    { file: [{ name: "ferry.txt", url, size: text.length }] },
  );
  expect(textOf(given.message)).toContain("### The ferry");
  await mia.press(given.message, "Add");
  expect(quotesOf((await anna.slash("ask", { question: "ferry drifted for an hour" })).message).join()).toContain(
    "drifted",
  );
});

it("adds the article behind a link", async () => {
  const { rest, api } = run.double;
  const paragraphs = [
    "Engineer Pia Stone said that the tunnel under the bay is dry. Nobody had believed it before the pumps were started.",
    "&quot;Not one drop came in,&quot; Stone said on January 8, 2022. The council of Larn will walk through the tunnel next.",
    "The tunnel is four miles long and was begun eleven years ago, long before the harbour had a crane of its own.",
  ];
  const html = `<html lang="en"><head><title>Tunnel is dry</title><meta property="og:site_name" content="The Bay"></head><body><article><h1>Tunnel is dry</h1>${paragraphs.map((p) => `<p>${p}</p>`).join("")}</article></body></html>`;
  rest.served.set("/tunnel", { type: "text/html; charset=utf-8", body: html });
  const link = `${new URL(api).origin}/tunnel`;
  const preview = await mia.slash("article", { link }, "add");
  expect(textOf(preview.message)).toContain("### Tunnel is dry");
  expect(textOf(preview.message)).toContain("The Bay");
  await mia.press(preview.message, "Add");
  expect(quotesOf((await anna.slash("ask", { question: "not one drop came in" })).message).join()).toContain(
    "one drop",
  );
  const inner = await mia.slash("article", { link: "http://127.0.0.1:1/" }, "add");
  expect(labelsOf(inner.message)).toEqual([]);
});

it("edits against the version that was seen; the later of two moderators is told", async () => {
  const ref = await refOf(mia, "edit", "Bridge closed");
  const [first, second] = [
    await mia.slash("article", { article: ref }, "edit"),
    await max.slash("article", { article: ref }, "edit"),
  ];
  const mine = await mia.submit(first, { title: "Bridge closed until June" });
  const theirs = await max.submit(second, { title: "Bridge shut" });
  expect(textOf((await mia.press(mine.message, "Save as new version")).message)).toContain("Saved as the new version");
  const late = await max.press(theirs.message, "Save as new version");
  expect(late.isPrivate).toBe(true);
  expect(textOf(late.shown)).not.toContain("Saved");
  expect(textOf((await max.slash("sources")).message)).toContain("Bridge closed until June");
});

it("tells the history and goes back to an older version", async () => {
  const ref = await refOf(mia, "history", "Bridge closed");
  const { message } = await mia.slash("article", { article: ref }, "history");
  expect(textOf(message)).toMatch(/edited[\s\S]*added/);
  const menu = componentsOf(message).find(({ type }) => type === 3);
  const back = await mia.choose(message, menu.options[0].value);
  expect(textOf(back.message)).toContain("Back to the older version");
  const sources = textOf((await mia.slash("sources")).message);
  expect(sources).toContain("**Bridge closed**");
});

it("removes, undoes, removes and restores", async () => {
  const ref = await refOf(mia, "remove", "Bridge closed");
  const removed = await mia.slash("article", { article: ref }, "remove");
  expect(textOf((await anna.slash("sources")).message)).not.toContain("Bridge");
  expect(textOf((await mia.press(removed.message, "Undo")).message)).toContain("It is back");
  expect(textOf((await anna.slash("sources")).message)).toContain("Bridge");
  await mia.slash("article", { article: ref }, "remove");
  expect(await refOf(mia, "restore", "bridge")).toBe(ref);
  expect(textOf((await mia.slash("article", { article: ref }, "restore")).message)).toContain("It is back");
});

it("shows what is understood of an article that is there", async () => {
  const ref = await refOf(mia, "show", "Harbour");
  const { message } = await mia.slash("article", { article: ref }, "show");
  expect(textOf(message)).toContain("**Tom Brandt**");
});

it("gives all articles of the server, and no others, as an archive", async () => {
  const { message, isPrivate } = await mia.slash("article", {}, "export");
  expect(isPrivate).toBe(true);
  const names = Object.keys(unzipSync(message.files[0].bytes));
  expect(names).toContain("bridge-closed.md");
  expect(names.join()).not.toContain("harbour-crane");
});

it("does not let a server change a shared article, but hides and shows it there", async () => {
  expect(textOf((await mia.slash("article", { article: "harbour-crane" }, "edit")).message)).toContain("shared");
  expect(textOf((await mia.slash("article", { article: "harbour-crane" }, "remove")).message)).toContain("shared");
  const ref = await refOf(mia, "hide", "Harbour");
  expect(textOf((await mia.slash("article", { article: ref }, "hide")).message)).toContain("Hidden");
  expect(textOf((await anna.slash("sources")).message)).not.toContain("Harbour");
  expect(textOf((await other.slash("sources")).message)).toContain("Harbour");
  expect(textOf((await mia.slash("article", { article: ref }, "hide")).message)).toContain("Shown here again");
});

it("tells moderators how it goes here, and nothing of other servers", async () => {
  for (const server of [mia.server, other.server]) {
    mkdirSync(join(run.folder, server.id), { recursive: true });
    writeFileSync(join(run.folder, server.id, `broken-${server.id}.md`), "---\npublished: 3/11/2026\n---\nText.\n");
  }
  await run.restart();
  await anna.slash("ask", { question: "forty tonnes crane" });
  await anna.slash("ask", { question: "bridge built in 1931" });
  const { message, isPrivate } = await other.slash("status");
  expect(isPrivate).toBe(true);
  const told = textOf(message);
  expect(told).toContain("**Articles**: 0 of this server, 1 shared");
  expect(told).toContain("**Questions here since the start**: 0");
  expect(told).toMatch(/\*\*Memory of the bot\*\*: \d+ MB/);
  expect(told).toContain("**Problems with this server’s files**: 2");
  expect(told).toContain(`broken-${other.server.id}.md, line 2: published is`);
  expect(told).not.toContain(`broken-${mia.server.id}`);
  expect(told).not.toContain(run.folder);
  expect(textOf((await mia.slash("status")).message)).toContain("**Questions here since the start**: 2");
  expect(COMMANDS.find(({ definition }) => definition.name === "status")!.definition.default_member_permissions).toBe(
    String(1 << 13),
  );
});

it("takes a report of a wrong speaker to the moderators, who correct it", async () => {
  const { message } = await anna.slash("ask", { question: "what did Ferrand say about the bridge" });
  const at = labelsOf(message).filter((label) => label === "How").length - 1;
  const how = await anna.press(message, "How", at);
  const form = await anna.press(how.message, "Report wrong speaker");
  const option = form.modal.components[0].component.options[0];
  const thanked = await anna.submit(form, { quotation: option.value });
  expect(textOf(thanked.message)).toContain("Thank you");

  const reports = await mia.slash("article", {}, "reports");
  expect(textOf(reports.message)).toContain("1 report");
  const correct = await mia.press(reports.message, "Correct");
  const corrected = await mia.submit(correct, { quotation: option.value, speaker: "Odile Ferrand-Roux" });
  expect(textOf(corrected.message)).toContain("Odile Ferrand-Roux");
  const dismissed = await mia.press(reports.message, "Dismiss");
  expect(textOf(dismissed.message)).toContain("Dismissed");
  expect(textOf((await mia.slash("article", {}, "reports")).message)).toContain("0 reports");
  expect(textOf((await anna.slash("speakers", { name: "roux" })).message)).toContain("Odile Ferrand-Roux");
});

it("lets the one who could open the list of reports correct from it, and only from it", async () => {
  const { message } = await anna.slash("ask", { question: "what did Ferrand say about the bridge" });
  const how = await anna.press(message, "How", labelsOf(message).filter((label) => label === "How").length - 1);
  const form = await anna.press(how.message, "Report wrong speaker");
  const quotation = form.modal.components[0].component.options[0].value;
  await anna.submit(form, { quotation });
  expect(textOf((await anna.press(how.message, "Correct (moderators)")).message)).toContain("Only moderators");

  // Discord lets her use /article, although she has no Manage Messages.
  const reports = await anna.slash("article", {}, "reports");
  const opened = await anna.press(reports.message, "Correct");
  const done = await anna.submit(opened, { quotation, speaker: "Odile Ferrand" });
  expect(textOf(done.message)).toContain("these are the words of Odile Ferrand");

  const correct = componentsOf(reports.message).find(({ label }) => label === "Correct").custom_id;
  const ben = mia.server.member("ben");
  expect(textOf((await ben.pressId(reports.message, correct)).message)).toContain("Only moderators");
  const forged = await ben.submitId(opened.modal.custom_id, opened.modal.components, null, { quotation, speaker: "X" });
  expect(textOf(forged.message)).toContain("Only moderators");
  await anna.press(reports.message, "Dismiss");
});

it("lets nobody use what a moderator began, and no member correct", async () => {
  const opened = await mia.slash("article", {}, "add");
  const text = `Pilot Ugo Sand said the fog was thick. "I saw nothing at all," Sand told the harbour court.`;
  const preview = await mia.submit(opened, { text, title: "Fog" });
  const ids = componentsOf(preview.message).flatMap(({ custom_id }) => custom_id ?? []);
  for (const member of [anna, max, other]) {
    for (const id of ids) {
      const tried = await member.pressId(preview.message, id);
      expect(textOf(tried.shown)).toContain("somebody else’s");
    }
    const forged = await member.submitId(opened.modal.custom_id, opened.modal.components, null, {
      text,
      title: "Forged",
    });
    expect(textOf(forged.message)).toContain("somebody else’s");
  }
  const { message } = await anna.slash("ask", { question: "forty tonnes crane" });
  const how = await anna.press(message, "How");
  expect(textOf((await anna.press(how.message, "Correct (moderators)")).message)).toContain("Only moderators");
  const correctId = componentsOf(how.message).find(({ label }) => label === "Correct (moderators)").custom_id;
  const select = { type: 18, component: { type: 3, custom_id: "quotation", value: "0" } };
  const forged = await anna.submitId(correctId.replace("correct", "corrected"), [select], null, { quotation: "0" });
  expect(textOf(forged.message)).toContain("Only moderators");
  for (const forgedId of [
    "dismiss:AAAAAAAAAAAAAAAA:0123456789ab",
    "article-restore:AAAAAAAAAAAAAAAA",
    "article-save:x",
  ]) {
    const tried = await anna.pressId(message, forgedId);
    expect(tried.isPrivate).toBe(true);
  }
  expect(textOf((await anna.slash("sources")).message)).not.toMatch(/Fog|Forged/);
});

it("answers another server's article id like one that does not exist", async () => {
  const ref = await refOf(mia, "edit", "Bridge closed");
  const id = run.services.corpus.scope(mia.server.id).holdings.find(({ article }) => article.title === "Bridge closed")!
    .article.id;
  for (const name of [ref, id, "Bridge closed"]) {
    for (const sub of ["show", "edit", "remove", "restore", "history", "hide"]) {
      const { message, modal } = await other.slash("article", { article: name }, sub);
      expect(modal).toBeNull();
      expect(textOf(message)).toMatch(/There is no such/);
    }
  }
  const { message } = await anna.slash("ask", { question: "bridge built in 1931" });
  for (const { custom_id } of componentsOf(message)) {
    if (!custom_id || /^(delete|follow-up)/.test(custom_id)) continue;
    const tried = await other.pressId(message, custom_id);
    expect(textOf(tried.shown)).toContain("can no longer be continued");
  }
});
