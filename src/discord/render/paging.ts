import type { APIComponentInContainer } from "discord.js";
import { countCharacters, countComponents, MOST_CHARACTERS, MOST_COMPONENTS } from "./components.ts";

/** What is kept for the head, the buttons below and the container itself. */
const RESERVED = { characters: 900, components: 14 };

/**
 * Deals blocks out to pages so that each page fits into one message, at most `most` blocks a page.
 *
 * No block is split; one that fits on no page must have been replaced before. Nothing gives one empty page.
 */
export function paginate<Block extends { readonly components: readonly APIComponentInContainer[] }>(
  blocks: readonly Block[],
  most = Number.POSITIVE_INFINITY,
): Block[][] {
  const pages: Block[][] = [[]];
  let characters = 0;
  let components = 0;
  for (const block of blocks) {
    const page = pages.at(-1)!;
    // One more for the separator between two blocks.
    const adds = { characters: countCharacters(block.components), components: countComponents(block.components) + 1 };
    const fits =
      page.length < most &&
      characters + adds.characters <= MOST_CHARACTERS - RESERVED.characters &&
      components + adds.components <= MOST_COMPONENTS - RESERVED.components;
    if (page.length > 0 && !fits) {
      pages.push([block]);
      ({ characters, components } = adds);
    } else {
      page.push(block);
      characters += adds.characters;
      components += adds.components;
    }
  }
  return pages;
}

/** The longest text that one block may hold. */
export const LONGEST_BLOCK = MOST_CHARACTERS - RESERVED.characters;

/** The page of that number, the nearest there is when it is out of range. */
export function pageAt<Block>(pages: readonly Block[][], number: number): { page: Block[]; at: number } {
  const at = Math.max(0, Math.min(pages.length - 1, Number.isSafeInteger(number) ? number : 0));
  return { page: pages[at] ?? [], at };
}
