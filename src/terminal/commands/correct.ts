import { given, type TerminalCommand, UsageError } from "../command.ts";

/** `correct ID QUOTATION --speaker NAME`: says who really said it; without a name, that nobody known did. */
export const correct: TerminalCommand = {
  name: "correct",
  usage: 'ID "QUOTATION" [--speaker NAME]',
  summary: "say who really said a quotation; without --speaker, that it is nobody's",
  options: { speaker: { type: "string" } },
  async run(words, options, { corpus, server, now }) {
    const [id, ...quotation] = words;
    if (id === undefined || quotation.length === 0) {
      throw new UsageError('Which quotation of which article? Use it so: correct ID "the words" --speaker "Ana Ruiz"');
    }
    const { speaker = null } = given(options, "speaker");
    const correction = { kind: "speaker", quotation: quotation.join(" "), speaker } as const;
    const change = await corpus.correct(server, id, correction, { by: "terminal", at: now().toISOString() });
    if (change.kind === "refused") throw new UsageError(change.message);
    return { status: 0, text: `Corrected: ${speaker ?? "nobody known"} said it.`, json: { corrected: id, speaker } };
  },
};
