/** Invented news for the tests of the wire. */
export const CRANE = {
  title: "Harbour gets its crane",
  publisher: "The Quay",
  url: "https://quay.example/crane",
  body: `Harbour master Ines Caldera said the new crane will lift forty tonnes. "It is the strongest crane on this coast," Caldera said on Monday.
Union leader Tom Brandt said that the crane would cost thirty jobs. "We will strike on March 3 if nobody talks to us," Brandt told reporters.
Caldera denied that any job was at risk.
On January 10, the council met in Larn. "The crane was paid for in 2019," Brandt said.
`,
};

export const BRIDGE = {
  title: "Bridge closed for repairs",
  body: `Mayor Odile Ferrand said the old bridge would stay closed until June. "Nobody will cross that bridge before it is safe," Ferrand said on January 12.
The bridge was built in 1931, Ferrand told the council.
`,
};

/** Everything that Discord could take for markup, a mention or a link. */
export const HOSTILE = {
  title: "@everyone **look** <@123456789012345678> [here](https://evil.example) ||x||",
  publisher: "_Out_ `let` @here",
  body: `# Minister Ana @everyone Lopez said "<@123456789012345678> and <@&123456789012345678> saw the ship <#123456789012345678> today."
> Lopez told reporters that "\`\`\`js the ship\`\`\` is [free](https://evil.example/a) and ||hidden|| and **bold**."
- Lopez said "see https://evil.example/x?a=1 or <https://evil.example> at <t:1700000000:R> :smile: <:a:123456789012345678> the ship."
-# "1. the ship ~~sank~~ __never__ *ever* _at all_," Lopez said. ¯\\_(ツ)_/¯
${"The ship carried ".padEnd(3100, "grain and coal and ")}to the ship, Lopez said.
`,
};
