import { describe, expect, it } from "vitest";
import { read } from "../../../src/reading/read.ts";
import { intervalOf } from "../../../src/reading/timexes/interval.ts";
import { textOf } from "../../../src/span.ts";

/** What a timeline would take for a date, in an article of Wednesday 2022-01-19. */
function dated(body: string): string[] {
  return read(body, { value: "2022-01-19", basis: "stated" })
    .timexes.filter(({ type, value }) => (type === "DATE" || type === "TIME") && value !== null && intervalOf(value))
    .map((timex) => textOf(body, timex));
}

describe("words and numbers that are no dates", () => {
  it.each([
    // Months that are verbs and names.
    "The minister may resign.",
    "They may 3 times refuse.",
    "You may, if you like, stay.",
    "Theresa May spoke to the committee.",
    "Mrs May said so.",
    "The troops march through the town.",
    "They march 3 miles to the well.",
    "A march of 200 pensioners filled the square.",
    "The March for Life drew a crowd.",
    "An august body of judges decided.",
    "April Jones was found alive.",
    "June Carter sang and August Wilson wrote.",
    "We will jan the door.",
    "A dec of cards lay there.",
    // Scores, counts and prices.
    "Malta won 2-1 after extra time.",
    "The final ended 21-19, 18-21, 21-17.",
    "The vote was 212 to 197.",
    "He paid $1995 for the boat.",
    "It cost £1,999 or €2010.",
    "The bill came to 2000 dollars.",
    "Some 2000 people fled.",
    "About 1500 troops arrived.",
    "They counted 1,984 votes.",
    "Prices rose 20.19 percent.",
    "It weighs 1990 kg.",
    "The tower is 1800 feet tall.",
    "A 2000-seat hall burnt down.",
    "The index closed at 1987.5 points.",
    "He bought 12 of them at 5 each.",
    "Three in 10 agreed.",
    // Numbers of things.
    "Version 2.0.19 fixes it.",
    "Windows 2000 no longer starts.",
    "Update to 10.12.1 now and then.",
    "The server answers at 192.168.1.10.",
    "Call 555-2010 or 020 7946 2018.",
    "Dial +356 2122 1990.",
    "Room 2015 is on the left.",
    "Flight 1990 was diverted.",
    "Resolution 1973 was adopted.",
    "He cited Article 2010 of the code.",
    "The Boeing 1900 landed.",
    "Take Route 1956 north.",
    "Agenda 2030 was signed by all.",
    "Number 1984 wins the prize.",
    "See page 1999.",
    "Postcode 2014 is missing.",
    "The model is A2017.",
    "It has serial number 2019-4471-x.",
    "He scored 1/2 of the marks.",
    "The ratio is 3/4 or 9/10.",
    // Events and fixed phrases.
    "Shops are open 24/7.",
    "After 9/11 the rules changed.",
    "He read Nineteen Eighty-Four.",
    "Black Friday sales were poor.",
    "Saturday Night Live mocked him.",
    "The Sunday Times reported it.",
    "Her second wind came late.",
    "He sat in the sun and sat still.",
    "Wed the two ideas together.",
    "The spring broke and the water began to fall.",
    "Prices fall in the shops.",
    "They spring into action.",
    "The Fall of the house was long.",
    "He won by a second.",
    "A minute's silence was kept.",
    "The day nurse left.",
    // Lengths and habits.
    "He served for five years.",
    "She was sentenced to 10 years in prison.",
    "The past two months were hard.",
    "A 30-year-old man was held.",
    "They meet every Monday.",
    "Mondays are quiet.",
    "The daily paper is sold out.",
    "It opens twice a week.",
    "The 15-year bond was sold.",
    // Vague.
    "It is now too late.",
    "Recently he was ill.",
    "The current chairman will soon go.",
    "In the near future this may change.",
  ])("%s", (body) => {
    expect(dated(body)).toEqual([]);
  });
});
