import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Corpus } from "../../src/corpus/corpus.ts";
import { Turns } from "../../src/corpus/fetch/turns.ts";
import { openSite, type Site } from "./fetch/site.ts";

const SERVER = "123456789012345678";
const ACT = { by: "7", at: "2023-03-10T08:00:00.000Z" };

let folder: string;
let site: Site;
let html: string;
let corpus: Corpus;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "verbatim-link-"));
  html = await readFile("tests/fixtures/pages/json-ld-graph/page.html", "utf8");
  site = await openSite((request, response) => {
    if (request.url?.startsWith("/refused")) response.writeHead(403).end();
    else response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  corpus = await Corpus.open(folder, {
    fetching: {
      ports: [site.port],
      allow: [{ host: "127.0.0.1", port: site.port }],
      resolve: async () => [{ address: "127.0.0.1", family: 4 }],
      turns: new Turns({ perServer: 2, betweenMs: 0, queue: 5 }),
    },
  });
});

afterEach(async () => {
  await corpus.close();
  await site.close();
  await rm(folder, { recursive: true });
});

async function preview(path: string) {
  const link = `http://www.selbypost.example:${site.port}${path}`;
  const shown = await corpus.preview(SERVER, { kind: "link", link });
  if ("refused" in shown) throw new Error(shown.refused);
  return shown;
}

describe("a link", () => {
  it("becomes an article that is found", async () => {
    const { draft, how } = await preview("/2023/03/09/harbour-basin-reopens?utm_source=x");
    expect(draft).toMatchObject({
      title: "Harbour basin reopens after crane collapse",
      publisher: "The Selby Post",
      author: "Johan Petrie",
      url: "https://www.selbypost.example/2023/03/09/harbour-basin-reopens",
      published: { value: "2023-03-09", basis: "stated" },
    });
    expect(how.published).toBe("JSON-LD");
    expect(await corpus.add(SERVER, draft, ACT)).toMatchObject({ kind: "done" });
    const [hit] = corpus.scope(SERVER).index.search("divers checked the sea bed", 1);
    expect(corpus.scope(SERVER).get(hit!.article)?.article.title).toBe("Harbour basin reopens after crane collapse");
  });

  it("that is there already, with another text, is shown with what differs", async () => {
    const first = await preview("/2023/03/09/harbour-basin-reopens");
    await corpus.add(SERVER, first.draft, ACT);
    html = html.replace("about 40 million crowns", "about 55 million crowns");
    const { present } = await preview("/2023/03/09/harbour-basin-reopens?fbclid=abc");
    expect(present).toMatchObject({ same: "address", editable: true, fields: [] });
    expect(present!.added).toEqual([expect.stringContaining("55 million crowns")]);
    expect(present!.removed).toEqual([expect.stringContaining("40 million crowns")]);
  });

  it("to another outlet's print of the same agency text is named as that", async () => {
    const first = await preview("/2023/03/09/harbour-basin-reopens");
    await corpus.add(SERVER, first.draft, ACT);
    const copy = first.draft.body.replace("eleven weeks", "almost three months");
    const shown = await corpus.preview(SERVER, { kind: "text", text: `Harbour: the basin opens\n\n${copy}` });
    expect("warnings" in shown && shown.warnings).toContainEqual(
      'Nearly the same text is already there as "Harbour basin reopens after crane collapse" (The Selby Post): probably both come from one agency.',
    );
  });

  it("that the site does not give to bots is refused in a sentence", async () => {
    const link = `http://www.selbypost.example:${site.port}/refused`;
    expect(await corpus.preview(SERVER, { kind: "link", link })).toEqual({
      refused: "www.selbypost.example answers 403 to bots: paste the text instead.",
    });
  });
});

it("reads a saved page", async () => {
  const shown = await corpus.preview(SERVER, { kind: "file", name: "saved.html", bytes: Buffer.from(html) });
  expect("draft" in shown && shown.draft).toMatchObject({
    title: "Harbour basin reopens after crane collapse",
    url: "https://www.selbypost.example/2023/03/09/harbour-basin-reopens",
  });
});
