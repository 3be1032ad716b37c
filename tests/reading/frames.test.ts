import { expect, it } from "vitest";
import { read } from "../../src/reading/read.ts";
import { textOf } from "../../src/span.ts";

/** Each quotation's words, its mention's and its speaker's. */
function quoted(body: string) {
  return read(body, null).attributions.map(({ spans, mention, speaker }) => [
    spans.map((span) => textOf(body, span)).join(" ... "),
    mention && textOf(body, mention),
    speaker,
  ]);
}

it.each([
  [
    "a paper is not the country before it",
    "The influential US daily wrote that the sale was a model.",
    "the sale was a model",
    "The influential US daily",
    null,
  ],
  ["a number begins what was said", "Ana Ruiz said 14 people had died.", "14 people had died", "Ana Ruiz", "Ana Ruiz"],
  [
    "emails are a noun behind a number",
    "The box held 44 emails that were lost, Ana Ruiz said.",
    "The box held 44 emails that were lost",
    "Ana Ruiz",
    "Ana Ruiz",
  ],
  [
    "a rival is somebody, whatever else the word may be",
    'Her rival, former president Hector Sala, said she had "blood on her hands."',
    'she had "blood on her hands."',
    "Her rival, former president Hector Sala",
    "Hector Sala",
  ],
  [
    "writing somewhere is no quotation",
    "Writing in the Evening Courier last month, he argued that “it works”.",
    "“it works”",
    "he",
    null,
  ],
  [
    "what is worth something does not speak",
    "The auditor, Ana Ruiz, said the bells, worth 3 million kroner, had been stolen.",
    "the bells, worth 3 million kroner, had been stolen",
    "The auditor, Ana Ruiz",
    "Ana Ruiz",
  ],
  [
    "a department is called by the whole of its name",
    "The Department of Justice said it was safe.",
    "it was safe",
    "The Department of Justice",
    "Department of Justice",
  ],
  [
    "last night belongs to nobody",
    'Last night a spokesman said: "We are aware."',
    '"We are aware."',
    "a spokesman",
    null,
  ],
])("%s", (_, body, ...expected) => {
  expect(quoted(body)).toEqual([expected]);
});

it.each(["The firm that wrote it, Callow, is in Riverton.", "Ana Ruiz read that too.", "Nobody has called me."])(
  "takes nothing for said in %j",
  (body) => {
    expect(quoted(body)).toEqual([]);
  },
);

it("takes the letters of an interview for nobody's name", () => {
  expect(quoted("Q: What changed?\n\nA: Nothing did.").map(([, , speaker]) => speaker)).not.toContain("Q");
});

it.each([
  [
    "An aide who declined to be named said talks would begin.",
    ["talks would begin", "An aide who declined to be named", null],
  ],
  ["Two people were hurt, according to police.", ["Two people were hurt", "police", null]],
  ["Another wrote: “I am not sure.”", ["“I am not sure.”", "Another", null]],
  [
    "A spokeswoman for the union, Mairi McLean, said it was late.",
    ["it was late", "A spokeswoman for the union, Mairi McLean", "Mairi McLean"],
  ],
  ["Robert Fenn MP said it was late.", ["it was late", "Robert Fenn MP", "Robert Fenn"]],
  ['"It is late," said Per Dahl.', ['"It is late,"', "Per Dahl", "Per Dahl"]],
  ["Per Dahl, 45, said it was late.", ["it was late", "Per Dahl, 45", "Per Dahl"]],
  ["June Osei said it was late.", ["it was late", "June Osei", "June Osei"]],
  ["In June Osei said it was late.", ["it was late", "Osei", "Osei"]],
  ["Prime Minister Theresa May said it was late.", ["it was late", "Prime Minister Theresa May", "Theresa May"]],
  ["Ann Lund and Carl Novak said it was late.", ["it was late", "Ann Lund and Carl Novak", null]],
  ["Ann Lund and her crew said it was late.", ["it was late", "Ann Lund and her crew", null]],
])("%s: read as anybody would", (body, expected) => {
  expect(quoted(body)).toEqual([expected]);
});

it.each([
  [
    "Critics laughed at Carl Novak's assertion that the bridge was safe.",
    ["the bridge was safe", "Carl Novak", "Carl Novak"],
  ],
  ["Ann Lund's claim that the bridge is safe was met with laughter.", ["the bridge is safe", "Ann Lund", "Ann Lund"]],
  ["Ann Lund's tweet read: “It is late.”", ["“It is late.”", "Ann Lund's tweet", "Ann Lund"]],
  ["“It is late,” @annlund tweeted.", ["“It is late,”", "@annlund", null]],
  ["Ann Lund (@annlund) tweeted: “It is late.”", ["“It is late.”", "Ann Lund (@annlund)", "Ann Lund"]],
  ["In a tweet on Monday, Ann Lund said it was late.", ["it was late", "Ann Lund", "Ann Lund"]],
])("%s: told by a noun or a post", (body, expected) => {
  expect(quoted(body)).toEqual([expected]);
});

it("takes a country for no person, though nobody ever heard of it", () => {
  const kinds = (body: string) => read(body, null).people.map(({ name, kind }) => [name, kind]);
  expect(kinds("Ruritania said it would close the road.")).toEqual([["Ruritania", "place"]]);
  expect(kinds("Borduk's prime minister left. Borduk said it was late.")).toEqual([["Borduk", "place"]]);
  expect(kinds("Antonia said it was late. Novak's capital grew.")).toEqual([
    ["Antonia", "person"],
    ["Novak", "person"],
  ]);
});

it("ends the object of one verb of speech before the next", () => {
  expect(quoted("Ana Ruiz praised the plan but urged the council to wait.").map(([words]) => words)).toEqual([
    "the plan",
    "the council to wait",
  ]);
});

it.each([
  "The deal, worth 3m crowns, adds 14 turbines to the farm.",
  "The deal adds 14 turbines that will power 2,000 homes.",
  "The new pier adds weight to claims that the port is growing.",
])("takes nobody for a speaker who cannot speak: %s", (body) => {
  expect(quoted(body)).toEqual([]);
});

it.each([
  ["All the experts I asked said it was late.", ["it was late", "All the experts I asked", null]],
  [
    "Nearly nine out of 10 say they will need new skills.",
    ["they will need new skills", "Nearly nine out of 10", null],
  ],
  [
    "About four out of 10 voters said life would be worse.",
    ["life would be worse", "About four out of 10 voters", null],
  ],
  ["Officials in both parties, though, say it was late.", ["it was late", "Officials in both parties", null]],
  ["Ann Lund -- once a judge -- said it was late.", ["it was late", "Ann Lund -- once a judge", "Ann Lund"]],
  ["Ann Lund, citing “old friends,” said it was late.", ["it was late", "Ann Lund", "Ann Lund"]],
  ["Ann Lund said none of the boats were lost.", ["none of the boats were lost", "Ann Lund", "Ann Lund"]],
  ["Ann Lund said about half of the boats sank.", ["about half of the boats sank", "Ann Lund", "Ann Lund"]],
  ["One says China has the most.", ["China has the most", "One", null]],
  ["It is a race that Ann Lund says will last for weeks.", ["will last for weeks", "Ann Lund", "Ann Lund"]],
  ["The bill, which critics said was unfair, failed in March.", ["was unfair", "critics", null]],
  ["Riding in the park, Ann Lund said, can be hard.", ["Riding in the park ... can be hard", "Ann Lund", "Ann Lund"]],
  ["Now, Ann Lund said, at least seven have left.", ["at least seven have left", "Ann Lund", "Ann Lund"]],
  ["“Oh, 'this is bad,' ” Ann Lund said at the rally.", ["“Oh, 'this is bad,' ”", "Ann Lund", "Ann Lund"]],
  ["“It is late,” said one owner of a shop that sells shoes.", ["“It is late,”", "one owner of a shop", null]],
  ["“It is late,” Ann Lund said of a plan that failed.", ["“It is late,”", "Ann Lund", "Ann Lund"]],
  ["“It is late,” a voice in the new film states.", ["“It is late,”", "a voice in the new film", null]],
  ["“It is late,” the Saudis state in the paper.", ["“It is late,”", "the Saudis", "Saudis"]],
  ["“It is late,” Toomey fumed on Tuesday.", ["“It is late,”", "Toomey", "Toomey"]],
  ["Ann Lund told her supporters, “It is late.”", ["“It is late.”", "Ann Lund", "Ann Lund"]],
  ["“It is late,” read the email.", ["“It is late,”", "the email", null]],
  ["“Is it late?” Ann Lund asked visitors at the gate.", ["“Is it late?”", "Ann Lund", "Ann Lund"]],
  ["As reported by the Daily Courier, the road was shut.", ["the road was shut", "the Daily Courier", "Daily Courier"]],
  ["Berg won votes in the north, according to exit polls.", ["Berg won votes in the north", "exit polls", null]],
  ["It was seen: According to recent polls, Berg lost.", ["Berg lost", "recent polls", null]],
  ["Over the long term, according to the office, debt will rise.", ["debt will rise", "the office", null]],
  ["Sales, according to the office, have risen.", ["Sales ... have risen", "the office", null]],
  ["Though she was ill, Ann Lund won, according to the board.", ["Ann Lund won", "the board", null]],
  ["Within families, Ann Lund said, women have won.", ["Within families ... women have won", "Ann Lund", "Ann Lund"]],
  ["On Monday, Ann Lund said, women had won.", ["women had won", "Ann Lund", "Ann Lund"]],
  ["Bob, Ann Lund said, was asleep.", ["Bob ... was asleep", "Ann Lund", "Ann Lund"]],
  ["Critics call it a mouthpiece.", ["it a mouthpiece", "Critics", null]],
  ["What Ann Lund called a “disgrace” took place in May.", ["a “disgrace”", "Ann Lund", "Ann Lund"]],
])("%s: the words and their speaker are found", (body, expected) => {
  expect(quoted(body)).toEqual([expected]);
});

it.each([
  ["Reporters asked the three remaining candidates why they left.", "why they left"],
  ["Carl Novak asked Lund about her work.", "about her work"],
])("asks what follows whom is asked: %s", (body, words) => {
  expect(read(body, null).attributions.map(({ spans, stance }) => [textOf(body, spans[0]!), stance])).toEqual([
    [words, "asked"],
  ]);
});

it("takes neither what was worn nor who was asked for the rest of a quotation", () => {
  expect(quoted("“It is late,” Ann Lund said, dressed in red.").map(([words]) => words)).toEqual(["“It is late,”"]);
});
