import type { Holding } from "../holding.ts";
import type { Corrections } from "../reading/reading.ts";
import { type Act, type Change, refused } from "./changes.ts";
import { formatCorrections } from "./corrections-file.ts";
import { recordChange } from "./history.ts";
import type { Workshop } from "./workshop.ts";

/** What a moderator says about one quotation or date. Survives every new reading. */
export type Correction =
  /** The quotation with these words (a whole span of it) is this one's; `null`: nobody's. */
  | { readonly kind: "speaker"; readonly quotation: string; readonly speaker: string | null }
  /** The date expression `text` at `start` means `value` (TIMEX3); `null`: it is no date. */
  | { readonly kind: "date"; readonly text: string; readonly start: number; readonly value: string | null }
  /** Takes an earlier correction back. */
  | { readonly kind: "withdraw-speaker"; readonly quotation: string }
  | { readonly kind: "withdraw-date"; readonly text: string; readonly start: number };

const NAME = 100;
const VALUE = /^\d{4}(?:-(?:\d\d(?:-\d\d)?|Q[1-4]|W\d\d|SP|SU|FA|WI))?$/;

/** Stores a correction and reads the article again with it. */
export function correctArticle(
  shop: Workshop,
  server: string | null,
  id: string,
  correction: Correction,
  act: Act,
): Promise<Change> {
  return shop.changing(server, async (folder) => {
    const own = await shop.own(server, id);
    if ("kind" in own) return own;
    const { place, holding } = own;
    const refusal = unsuitableCorrection(holding, correction);
    if (refusal !== null) return refusal;
    const corrections = applied(await shop.corrections(place), correction);
    const next = await shop.hold(holding.article, holding.revision, corrections);
    try {
      await folder.write(`${place.slug}.corrections.yaml`, formatCorrections(corrections));
    } catch (error) {
      await shop.load(place).catch(() => {});
      throw error;
    }
    shop.put(next);
    const warning = await recordChange(shop, server, act, "corrected", [next], inWords(correction));
    return { kind: "done", article: next.article, revision: next.revision, warning };
  });
}

function unsuitableCorrection({ article: { body } }: Holding, correction: Correction): Change | null {
  const no = (message: string) => refused("unsuitable", message);
  if ("quotation" in correction) {
    if (correction.quotation === "" || !body.includes(correction.quotation)) {
      return no("These words do not stand in the article.");
    }
  } else if (!body.startsWith(correction.text, correction.start) || correction.text === "") {
    return no("This date does not stand there in the article.");
  }
  if (correction.kind === "speaker" && correction.speaker !== null) {
    const { speaker } = correction;
    if (speaker.trim() === "" || speaker.length > NAME || /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(speaker)) {
      return no(`"${speaker.slice(0, NAME)}" is no name; write it on one line, at most ${NAME} characters.`);
    }
  }
  if (correction.kind === "date" && correction.value !== null && !VALUE.test(correction.value)) {
    return no(`"${correction.value.slice(0, NAME)}" is no date; write it as 2022-01-17, 2022-01 or 2022.`);
  }
  return null;
}

function applied({ speakers, dates }: Corrections, correction: Correction): Corrections {
  if ("quotation" in correction) {
    const others = speakers.filter(({ quotation }) => quotation !== correction.quotation);
    if (correction.kind === "withdraw-speaker") return { speakers: others, dates };
    const { quotation, speaker } = correction;
    return { speakers: [...others, { quotation, speaker: speaker?.trim() ?? null }], dates };
  }
  const others = dates.filter(({ text, start }) => text !== correction.text || start !== correction.start);
  if (correction.kind === "withdraw-date") return { speakers, dates: others };
  const { text, start, value } = correction;
  return { speakers, dates: [...others, { text, start, value }] };
}

function inWords(correction: Correction): string {
  switch (correction.kind) {
    case "speaker":
      return `speaker of ${JSON.stringify(correction.quotation.slice(0, 200))}: ${correction.speaker?.trim() ?? "nobody"}`;
    case "date":
      return `date of ${JSON.stringify(correction.text)}: ${correction.value ?? "none"}`;
    case "withdraw-speaker":
      return `speaker of ${JSON.stringify(correction.quotation.slice(0, 200))}: as read`;
    case "withdraw-date":
      return `date of ${JSON.stringify(correction.text)}: as read`;
    default:
      return correction satisfies never;
  }
}
