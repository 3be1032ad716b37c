import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { Pending } from "../../src/discord/pending.ts";
import { type Question, Questions } from "../../src/discord/questions.ts";
import { RateLimit } from "../../src/discord/rate-limit.ts";

const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (text: string): Question => ({ kind: "ask", request: { text, today: "2022-02-01" } });

it("keeps a question for its server alone, the same one once, also for the next start", () => {
  const path = join(folder, "a.jsonl");
  const questions = new Questions(path);
  const key = questions.keep("1", ask("who?"));
  expect(questions.keep("1", ask("who?"))).toBe(key);
  expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(1);
  const next = new Questions(path);
  expect(next.find("1", key)).toEqual(ask("who?"));
  expect(next.find("2", key)).toBeNull();
});

it("forgets the oldest of too many, in the file too", () => {
  const path = join(folder, "b.jsonl");
  const questions = new Questions(path, undefined, 5);
  const keys = Array.from({ length: 20 }, (_, i) => questions.keep("1", ask(`${i}?`)));
  expect(keys.map((key) => questions.find("1", key) !== null)).toEqual(keys.map((_, i) => i >= 15));
  expect(readFileSync(path, "utf8").trim().split("\n").length).toBeLessThanOrEqual(11);
});

it("passes over torn and foreign lines", () => {
  const path = join(folder, "c.jsonl");
  const key = new Questions(path).keep("1", ask("who?"));
  appendFileSync(path, '{"server":"1","key":"x","question":{"kind":"ask","request":{"text":7}}}\nnull\n{"server":');
  const next = new Questions(path);
  expect(next.find("1", key)).toEqual(ask("who?"));
  expect(next.find("1", "x")).toBeNull();
});

it("goes on in memory and says so each time when the disk gives and takes nothing", () => {
  const failures: unknown[] = [];
  const questions = new Questions(join(folder, "a.jsonl", "no-folder.jsonl"), (error) => failures.push(error));
  expect(questions.find("1", questions.keep("1", ask("who?")))).toEqual(ask("who?"));
  expect(failures).toHaveLength(3);
});

it("gives what a moderator began to the same member in the same server only, until it is over", () => {
  const pending = new Pending(join(folder, "pending"));
  const now = Date.now();
  const id = pending.begin("1", "mia", { kind: "reports" }, now);
  const find = (server: string, member: string, at = now) => pending.find(id, server, member, at);
  expect(find("1", "mia")).toEqual({ kind: "reports" });
  expect([find("2", "mia"), find("1", "max"), pending.find("../a.jsonl", "1", "mia", now)]).toEqual([null, null, null]);
  expect(find("1", "mia", now + 25 * 3_600_000)).toBeNull();
  pending.end(id, "1");
  expect(find("1", "mia")).toBeNull();
});

it("refills evenly, and holds no more names than it may", () => {
  const limit = new RateLimit(2, 3);
  expect([limit.take("a", 0), limit.take("a", 0), limit.take("a", 0)]).toEqual([0, 0, 30]);
  expect(limit.take("a", 15_000)).toBe(15);
  expect(limit.take("a", 30_000)).toBe(0);
  for (const name of ["b", "c", "d"]) limit.take(name, 30_000);
  expect(limit.take("a", 30_000)).toBe(0);
});

it("lets one server push out no task of another, and none out of the folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  const pending = new Pending(join(folder, "pending"));
  const now = Date.now();
  const mine = pending.begin("1", "mia", { kind: "reports" }, now);
  for (let i = 0; i < 150; i++) pending.begin("2", "olga", { kind: "reports" }, now);
  expect(pending.find(mine, "1", "mia", now)).toEqual({ kind: "reports" });
  expect(readdirSync(join(folder, "pending")).length).toBe(101);
  const odd = pending.begin("../../evil", "mia", { kind: "reports" }, now);
  expect(pending.find(odd, "../../evil", "mia", now)).toEqual({ kind: "reports" });
  expect(readdirSync(folder)).toEqual(["pending"]);
});

it("lets one server push out no question of another", () => {
  const path = join(mkdtempSync(join(tmpdir(), "verbatim-")), "questions.jsonl");
  const questions = new Questions(path, undefined, 20);
  const mine = [1, 2, 3].map((i) => questions.keep("1", ask(`mine ${i}`)));
  const theirs = Array.from({ length: 100 }, (_, i) => questions.keep("2", ask(`theirs ${i}`)));
  const again = new Questions(path, undefined, 20);
  for (const now of [questions, again]) {
    expect(mine.map((key) => now.find("1", key) !== null)).toEqual([true, true, true]);
    expect(theirs.filter((key) => now.find("2", key) !== null)).toEqual(theirs.slice(-17));
  }
});
