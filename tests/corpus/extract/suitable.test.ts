import { describe, expect, it } from "vitest";
import { unsuitable } from "../../../src/corpus/extract/suitable.ts";

const GOOD = "The minister said on Friday that the bridge would open again. He gave no date for the trains.";

describe("unsuitable", () => {
  it.each([
    ["an ordinary text", GOOD],
    [
      "names of other languages",
      "Nkosi Dlamini-Zuma met Annalena Baerbock in München and praised Außenminister Schmidt.",
    ],
    ["emoji and accents", `${GOOD} 😀 Café.`],
  ])("takes %s", (_, text) => {
    expect(unsuitable(text)).toBeNull();
  });

  it.each([
    ["nothing", " \n ", "no text"],
    ["a few words", "The bridge is closed.", "too short"],
    ["a list", "bread\n".repeat(30), "no whole sentence"],
    ["half a character", `${GOOD} \uD83D`, "lone surrogate"],
    ["the other half", `\uDE00 ${GOOD}`, "lone surrogate"],
    ["bytes", `${GOOD}\0`, "not text"],
    ["German", "Der Minister sagte am Freitag, die Brücke werde wieder öffnen. Er nannte keinen Termin.", "German"],
    ["Russian", "Министр заявил в пятницу, что мост снова откроется. Он не назвал дату открытия движения.", "Russian"],
    ["Spanish", "El ministro dijo el viernes que el puente se abriría de nuevo. No dio ninguna fecha.", "Spanish"],
  ])("refuses %s", (_, text, reason) => {
    expect(unsuitable(text)?.refused).toContain(reason);
  });

  it("needs time in proportion to the text, whatever is in it", () => {
    expect(unsuitable(`${"a ".repeat(500_000)}\uD83D`)?.refused).toContain("lone surrogate");
    expect(unsuitable("1".repeat(1_000_000))?.refused).toContain("no whole sentence");
    expect(unsuitable("a".repeat(1_000_000))?.refused).toContain("no whole sentence");
  });
});
