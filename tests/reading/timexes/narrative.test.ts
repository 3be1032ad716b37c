import { describe, expect, it } from "vitest";
import { read } from "../../../src/reading/read.ts";
import { textOf } from "../../../src/span.ts";

function dates(body: string, published: string | null): [string, string | null][] {
  const stated = published === null ? null : ({ value: published, basis: "stated" } as const);
  return read(body, stated)
    .timexes.filter(({ type }) => type === "DATE")
    .map((timex) => [textOf(body, timex), timex.value]);
}

const SIEGE = `The siege of Varn began in 1683, when the army crossed the river on 14 July.
By 20 August the outer wall had fallen. The duke fled in September and died two years later.
In 1690 the town was sold. The following year the mill burnt down, and in November the bridge followed.
In January a new council met. That month it raised the toll. On 3 March the ferry sank; two days later the ferryman was hanged.
A drought came in December; two weeks later the wells were dry. In January it rained. That summer the barn was built.
The treaty of 12 May 1697 ended the feud. The next day the bells were rung.`;

const SIEGE_DATES = [
  ["1683", "1683"],
  ["14 July", "1683-07-14"],
  ["20 August", "1683-08-20"],
  ["September", "1683-09"],
  ["two years later", "1685"],
  ["1690", "1690"],
  ["The following year", "1691"],
  ["November", "1691-11"],
  // After November comes the January of the next year.
  ["January", "1692-01"],
  ["That month", "1692-01"],
  ["3 March", "1692-03-03"],
  ["two days later", "1692-03-05"],
  ["December", "1692-12"],
  ["two weeks later", "1692-W51"],
  ["January", "1693-01"],
  ["That summer", "1693-SU"],
  ["12 May 1697", "1697-05-12"],
  ["The next day", "1697-05-13"],
];

describe("a history", () => {
  it("inherits the year named before, whenever it was published", () => {
    expect(dates(SIEGE, "2019-06-05")).toEqual(SIEGE_DATES);
    expect(dates(SIEGE, "1999-12-31")).toEqual(SIEGE_DATES);
  });

  it("is understood without a date of publication", () => {
    expect(dates(SIEGE, null)).toEqual(SIEGE_DATES);
  });

  it("counts weekdays from the day named", () => {
    // 7 May 1698 was a Wednesday.
    const body = `${SIEGE}\nThe fair of 7 May 1698 was a success. On Saturday the tents were taken down.`;
    expect(dates(body, "2019-06-05").slice(-2)).toEqual([
      ["7 May 1698", "1698-05-07"],
      ["Saturday", "1698-05-10"],
    ]);
  });
});

describe("the day's news with some background", () => {
  it("keeps to the year of writing", () => {
    const body =
      "The mine, opened in 1923 and flooded in 1951 and 1987, was closed on Monday. An alarm had sounded on 3 May. It reopens in August.";
    // A Wednesday.
    expect(dates(body, "2019-06-05")).toEqual([
      ["1923", "1923"],
      ["1951", "1951"],
      ["1987", "1987"],
      ["Monday", "2019-06-03"],
      ["3 May", "2019-05-03"],
      ["August", "2019-08"],
    ]);
  });

  it("leaves open what it cannot know without a date of publication", () => {
    expect(dates("The mine was closed on Monday. An alarm had sounded on 3 May, and yesterday.", null)).toEqual([
      ["Monday", null],
      ["3 May", null],
      ["yesterday", null],
    ]);
  });
});

describe("a stretch of time", () => {
  it.each([
    ["It rained between March and May 2018.", ["March", "2018-03"], ["May 2018", "2018-05"]],
    ["It rained from November to February 2018.", ["November", "2017-11"], ["February 2018", "2018-02"]],
    ["It rained from 3 April to 5 May 2018.", ["3 April", "2018-04-03"], ["5 May 2018", "2018-05-05"]],
    ["It rained in Feb.-March 2018.", ["Feb.-March 2018", "2018-02"]],
    ["It rained on April 24 and 25.", ["April 24", "2019-04-24"], ["25", "2019-04-25"]],
    ["It rained on April 24 and 25 people fled.", ["April 24", "2019-04-24"]],
    ["It rained in 2015-17.", ["2015-17", "2015"]],
  ])("%s", (body, ...expected) => {
    expect(dates(body, "2019-06-05")).toEqual(expected);
  });
});
