// `npm run crash [runs] [seed]`: see crash.ts.
import { crash } from "./crash.ts";

const runs = Number(process.argv[2] ?? 300);
const seed = Number(process.argv[3] ?? 1);
const { acknowledged, halfway, kept, leftovers } = await crash(runs, seed);
console.log(
  `${runs} kills: ${acknowledged} acknowledged changes, none lost; ${halfway} cut off halfway, ${kept} of them wholly kept, ` +
    `the others wholly undone; ${leftovers} leftovers cleaned up.`,
);
