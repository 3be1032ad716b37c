import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { runTerminal } from "../../src/terminal/run.ts";
import { openSite } from "../corpus/fetch/site.ts";

it("adds the article behind a link, at an address that was opened on purpose and at no other", async () => {
  const page = readFileSync("tests/fixtures/pages/several-authors/page.html");
  const site = await openSite((_request, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(page),
  );
  const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
  const add = async (environment: Record<string, string>) => {
    const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
    const link = `http://127.0.0.1:${site.port}/investigations/railway`;
    const status = await runTerminal(["add", link], readConfig({ CORPUS_DIR: folder, ...environment }), streams);
    return { status, out: String(streams.stdout.read()) };
  };
  const refused = await add({});
  expect(refused).toEqual({
    status: 2,
    out: expect.stringContaining(`unless FETCH_ALLOW names 127.0.0.1:${site.port}`),
  });
  expect(site.connections()).toBe(0);
  const added = await add({ FETCH_ALLOW: `127.0.0.1:${site.port}` });
  expect(added).toEqual({ status: 0, out: expect.stringContaining("added as [railway-directors-charged") });
  await site.close();
});
