import { expect, it } from "vitest";
import type { Frame } from "../../src/answering/answer.ts";
import { parseQuestion } from "../../src/answering/question.ts";

const isSpeaker = (words: string) => ["mara lund", "lund", "the harbour board"].includes(words.toLowerCase());

it.each<[string, Frame, string | null, string | null]>([
  ["What did Lund say about the ferry?", "what-said", "Lund", "the ferry"],
  ["and what has Mara Lund recently said on fares", "what-said", "Mara Lund", "fares"],
  ["what did the minister of ports have to say about tolls", "what-said", "the minister of ports", "tolls"],
  ["What is Lund's view on the toll?", "what-said", "Lund", "the toll"],
  ["what was the reaction of the harbour board to the strike", "what-said", "the harbour board", "the strike"],
  ["How did Lund describe the ferry?", "what-said", "Lund", "the ferry"],
  ["Did Lund deny the report?", "what-said", "Lund", "the report"],
  ["Has Lund said anything about tolls?", "what-said", "Lund", "tolls"],
  ["What does Lund think?", "what-said", "Lund", null],
  ["quotes by Mara Lund on fares", "what-said", "Mara Lund", "fares"],
  ["Lund's statements about fares", "what-said", "Lund", "fares"],
  ["lund about the ferry", "what-said", "lund", "the ferry"],
  ["Lund", "what-said", "Lund", null],
  ["according to Lund, why is the ferry late?", "why", "Lund", "why is the ferry late"],
  ["What is wrong with the ferry according to Lund?", "what", "Lund", "What is wrong with the ferry"],
  ["Why did Lund say the ferry was late?", "why", "Lund", "the ferry was late"],
  ["When did Lund speak about fares?", "when", "Lund", "fares"],
  ["Who said that the ferry was late?", "who-said", null, "the ferry was late"],
  ["who called the toll a theft", "who-said", null, "the toll a theft"],
  ["Who is quoted on the toll?", "who-said", null, "the toll"],
  ["what did people say about the toll", "who-said", null, "the toll"],
  ["what does the article say about the toll", "what", null, "the toll"],
  ["did anyone call for a ban", "who-said", null, "a ban"],
  ["what did Lund say exactly", "what-said", "Lund", null],
  ["what did Lund say exactly about the toll", "what-said", "Lund", "the toll"],
  ["what does Lund think happened", "what-said", "Lund", null],
  ["Who owns the ferry?", "who", null, "Who owns the ferry"],
  ["When does the ferry leave?", "when", null, "When does the ferry leave"],
  ["where was the meeting", "where", null, "where was the meeting"],
  ["How many boats are there?", "how-many", null, "How many boats are there"],
  ["ferry toll strike", "keywords", null, "ferry toll strike"],
])("understands %j", (text, frame, speaker, topic) => {
  expect(parseQuestion(text, isSpeaker)).toMatchObject({ frame, speaker, topic });
});

it("takes a question in which somebody is named for no name", () => {
  const question = parseQuestion("why did the harbour board resign", (words) => /harbour board/.test(words));
  expect(question).toMatchObject({ frame: "why", speaker: null });
});

it("asks for more with 'else' and for the others", () => {
  expect(parseQuestion("Who else said that the ferry was late?", isSpeaker)).toMatchObject({
    frame: "who-said",
    more: true,
  });
  expect(parseQuestion("What did others say about the ferry?", isSpeaker)).toMatchObject({
    frame: "who-said",
    topic: "the ferry",
    more: true,
  });
});
