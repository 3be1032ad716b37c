// `npm run crash [runs] [seed]`: see crash.ts.

import { crash } from "./crash.ts";
import { crashAdding } from "./crash-adding.ts";

const runs = Number(process.argv[2] ?? 300);
const seed = Number(process.argv[3] ?? 1);
const adding = await crashAdding(Math.ceil(runs / 10), seed);
const { acknowledged, halfway, kept, leftovers } = await crash(runs, seed);
console.log(
  `${runs} kills: ${acknowledged} acknowledged changes, none lost; ${halfway} cut off halfway, ${kept} of them wholly kept, ` +
    `the others wholly undone; ${leftovers} leftovers cleaned up.`,
);
console.log(`${adding.runs} kills while an archive was added: added again it was whole, ${adding.whole} times.`);
