import { describe, expect, it } from "vitest";
import { parseDateRange } from "../../src/timeline/dates-in-words.ts";

// A Wednesday.
const TODAY = "2022-01-19";

describe("parseDateRange", () => {
  it.each([
    ["2021", "2021-01-01", "2021-12-31"],
    ["in 2021", "2021-01-01", "2021-12-31"],
    ["last week", "2022-01-10", "2022-01-16"],
    ["this week", "2022-01-17", "2022-01-23"],
    ["last month", "2021-12-01", "2021-12-31"],
    ["last year", "2021-01-01", "2021-12-31"],
    ["yesterday", "2022-01-18", "2022-01-18"],
    ["Today", "2022-01-19", "2022-01-19"],
    ["3 March", "2021-03-03", "2021-03-03"],
    ["3 march", "2021-03-03", "2021-03-03"],
    ["March 3rd", "2021-03-03", "2021-03-03"],
    ["10 January", "2022-01-10", "2022-01-10"],
    ["3 March 2020", "2020-03-03", "2020-03-03"],
    ["Feb 29, 2020", "2020-02-29", "2020-02-29"],
    ["2022-01-10", "2022-01-10", "2022-01-10"],
    ["2022-01", "2022-01-01", "2022-01-31"],
    ["may 2021", "2021-05-01", "2021-05-31"],
    ["May", "2021-05-01", "2021-05-31"],
    ["dec", "2021-12-01", "2021-12-31"],
    ["January", "2022-01-01", "2022-01-31"],
    ["monday", "2022-01-17", "2022-01-17"],
    ["last friday", "2022-01-14", "2022-01-14"],
    ["fri", "2022-01-14", "2022-01-14"],
    ["the third quarter of 2021", "2021-07-01", "2021-09-30"],
    ["Q3 2021", "2021-07-01", "2021-09-30"],
    ["summer 2021", "2021-06-01", "2021-08-31"],
    ["last summer", "2021-06-01", "2021-08-31"],
    ["the 1990s", "1990-01-01", "1999-12-31"],
    ["two weeks ago", "2022-01-03", "2022-01-09"],
    ["10 days ago", "2022-01-09", "2022-01-09"],
    ["the past ten days", "2022-01-09", "2022-01-19"],
    ["last 3 months", "2021-10-19", "2022-01-19"],
    ["since May", "2021-05-01", null],
    ["after 2019", "2020-01-01", null],
    ["before 2020", null, "2019-12-31"],
    ["until last week", null, "2022-01-16"],
    ["from January to March 2021", "2021-01-01", "2021-03-31"],
    ["3 to 5 March 2021", "2021-03-03", "2021-03-05"],
    ["between 2018 and 2020", "2018-01-01", "2020-12-31"],
    ["2018-2020", "2018-01-01", "2020-12-31"],
    ["tomorrow", "2022-01-20", "2022-01-20"],
    ["next month", "2022-02-01", "2022-02-28"],
  ])("reads %j", (words, since, until) => {
    expect(parseDateRange(words, TODAY)).toEqual({ since, until });
  });

  it.each([
    ["until Monday", null, "2022-01-24"],
    ["by Wednesday", null, "2022-01-26"],
    ["on Friday", "2022-01-21", "2022-01-21"],
    ["this Monday", "2022-01-24", "2022-01-24"],
    ["next Monday", "2022-01-24", "2022-01-24"],
    ["tomorrow", "2022-01-20", "2022-01-20"],
    ["in March", "2022-03-01", "2022-03-31"],
    ["3 March", "2022-03-03", "2022-03-03"],
    ["10 January", "2023-01-10", "2023-01-10"],
    ["January", "2022-01-01", "2022-01-31"],
    ["2021", "2021-01-01", "2021-12-31"],
    ["last week", "2022-01-10", "2022-01-16"],
    ["last Monday", "2022-01-17", "2022-01-17"],
  ])("reads %j of what is yet to come", (words, since, until) => {
    expect(parseDateRange(words, TODAY, true)).toEqual({ since, until });
  });

  it.each([
    ["this week", "2022-01-17", "2022-01-23"],
    ["this weekend", "2022-01-22", "2022-01-23"],
    ["this Sunday", "2022-01-30", "2022-01-30"],
  ])("reads %j of what is yet to come on a Sunday", (words, since, until) => {
    expect(parseDateRange(words, "2022-01-23", true)).toEqual({ since, until });
  });

  it.each([
    "",
    "NATO",
    "soon",
    "31 February 2021",
    "2021-13-40",
    "five years",
    "x".repeat(5000),
    "to to to",
    "2021 to 2019",
  ])("finds no date in %j", (words) => {
    expect(parseDateRange(words, TODAY)).toBeNull();
  });
});
