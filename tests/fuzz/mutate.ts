// biome-ignore lint/suspicious/noExplicitAny: payloads are Discord's, and after a mutation nobody's.
type Json = any;

/** What forged, broken or hostile input looks like. */
const VALUES: readonly Json[] = [
  null,
  true,
  -1,
  0,
  1e308,
  "",
  " ",
  "0",
  "-1",
  "\u0000",
  "\ud800",
  "@everyone",
  "<@123456789012345678>",
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "a".repeat(5000),
  "🏳️‍🌈".repeat(50),
  "\u202eevil\u2066",
  "1".repeat(400),
  "{}",
  "[]",
  [],
  {},
  [[]],
  ["x"],
  { id: "1" },
  "999999999999999999999999",
  "2022-13-45",
  "javascript:alert(1)",
  "http://127.0.0.1/",
  "what did what did what did",
  "((((((((((",
  "%s%s%n",
  "“”‘’\"'",
];

/** Payload fields on which discord.js itself relies before the bot sees anything. */
const KEPT = new Set(["type", "application_id"]);

/** `payload` with one to four places changed, removed or swapped; never the same object. */
export function mutate(payload: Json, random: () => number): Json {
  const copy = structuredClone(payload);
  const times = 1 + Math.floor(random() * 4);
  for (let i = 0; i < times; i++) mutateOnce(copy, random);
  return copy;
}

function mutateOnce(root: Json, random: () => number): void {
  const places: { holder: Json; key: string }[] = [];
  const visit = (holder: Json) => {
    for (const key of Object.keys(holder)) {
      if (holder === root && KEPT.has(key)) continue;
      places.push({ holder, key });
      if (typeof holder[key] === "object" && holder[key] !== null) visit(holder[key]);
    }
  };
  visit(root);
  if (places.length === 0) return;
  const { holder, key } = pick(places, random);
  const value = holder[key];
  const draw = random();
  if (draw < 0.15) delete holder[key];
  else if (draw < 0.45 && typeof value === "string") holder[key] = mutateText(value, random);
  else if (draw < 0.55 && Array.isArray(value))
    holder[key] = [...value, ...structuredClone(value), structuredClone(pick(VALUES, random))];
  else if (draw < 0.65) {
    const from = pick(places, random);
    holder[key] = structuredClone(from.holder[from.key]);
  } else holder[key] = structuredClone(pick(VALUES, random));
}

function mutateText(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const draw = random();
  if (draw < 0.25) return text.slice(0, at);
  if (draw < 0.5) return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x10000)) + text.slice(at + 1);
  if (draw < 0.75)
    return (
      text.slice(0, at) +
      pick(
        VALUES.filter((value) => typeof value === "string"),
        random,
      ) +
      text.slice(at)
    );
  return text + text.slice(0, at);
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}
