import { handMadeScope } from "../hand-made.ts";

const FERRY = `The night ferry to Sandvik will stop at the end of May, the harbour board decided on Tuesday.
"The ferry is not a luxury. It is a road for three thousand people, and nobody closes a road in winter," said Mara Lund, who leads the islanders' council.
"We have asked for help four times," Lund said, "and we have had no answer since March."
Board chairman Oskar Brandt denied that the board had ignored the letters.
"There is some money left, but in truth we cannot pay for another season," Brandt told reporters.
Brandt said the board would "look at every offer from every shipping line" before the summer.
"If the state pays half, we will keep the ferry running," he added.
The boat carried 61,400 passengers last year and lost $2.5 million.`;

const BRIDGE = `A bridge to Sandvik would cost 1,200 million crowns, a study by engineers says.
"It's cheaper to build than to wait," said Ines Okafor, the minister of transport. "Every year of waiting costs us forty million crowns – money that is simply gone."
Okafor did not say when work could begin. "I would not call this a promise," she said.
"Is a bridge worth it? That is for the islanders to decide," Lund said.
She called the study "a brave piece of work" and asked the U.S. engineers to present it in Sandvik.
"We will not," said Pavel Dvořák of the fishermen's union, asked whether his members would move.
"The bridge will cross the best fishing ground we have," Dvořák said. "Nobody has told us where the boats are supposed to go. Nobody has asked us either."`;

export const scope = handMadeScope(
  [
    {
      id: "ferry",
      title: "Night ferry to stop in May",
      published: "2025-03-11",
      body: FERRY,
      quotations: [
        {
          words:
            '"The ferry is not a luxury. It is a road for three thousand people, and nobody closes a road in winter,"',
          speaker: "Mara Lund",
          cue: "said",
          mention: "Mara Lund",
        },
        {
          words: ['"We have asked for help four times,"', '"and we have had no answer since March."'],
          speaker: "Mara Lund",
        },
        {
          words: "the board had ignored the letters",
          speaker: "Oskar Brandt",
          type: "indirect",
          stance: "denied",
          cue: "denied",
          mention: "Board chairman Oskar Brandt",
        },
        {
          words: '"There is some money left, but in truth we cannot pay for another season,"',
          speaker: "Oskar Brandt",
        },
        {
          words: 'the board would "look at every offer from every shipping line" before the summer',
          speaker: "Oskar Brandt",
          type: "mixed",
          cue: "said",
          mention: "Brandt",
        },
        { words: '"If the state pays half, we will keep the ferry running,"', speaker: "Oskar Brandt" },
      ],
    },
    {
      id: "bridge",
      title: "What a bridge would cost",
      published: "2025-03-20",
      body: BRIDGE,
      quotations: [
        {
          words: [
            '"It\'s cheaper to build than to wait,"',
            '"Every year of waiting costs us forty million crowns – money that is simply gone."',
          ],
          speaker: "Ines Okafor",
        },
        { words: '"I would not call this a promise,"', speaker: "Ines Okafor" },
        { words: '"Is a bridge worth it? That is for the islanders to decide,"', speaker: "Mara Lund" },
        { words: '"a brave piece of work"', speaker: "Mara Lund", type: "mixed" },
        { words: '"We will not,"', speaker: "Pavel Dvořák" },
        {
          words: [
            '"The bridge will cross the best fishing ground we have,"',
            '"Nobody has told us where the boats are supposed to go. Nobody has asked us either."',
          ],
          speaker: "Pavel Dvořák",
        },
      ],
    },
  ],
  [
    { name: "Mara Lund", aliases: ["Lund"], roles: ["leader of the islanders' council"] },
    { name: "Oskar Brandt", aliases: ["Brandt"], roles: ["Board chairman"] },
    { name: "Ines Okafor", aliases: ["Okafor"], roles: ["minister of transport"] },
    { name: "Pavel Dvořák", aliases: ["Dvořák"] },
  ],
);
