export const SERVER = "111111111111111111";
export const ACT = { by: "333333333333333333", at: "2026-01-02T03:04:05.000Z" };
export const QUOTATION = '"All is well,"';

type Changed =
  | { readonly change: "edit" | "correct"; readonly id: string; readonly word: string }
  | { readonly change: "remove" | "restore"; readonly id: string };

/** An acknowledged change. */
export type Done = { readonly kind: "done" } & (
  | Changed
  | { readonly change: "add"; readonly id: string; readonly word: string }
);

/** What the process that changes the corpus tells: before a change, and once it is acknowledged. */
export type Told =
  | { readonly kind: "open" }
  | ({ readonly kind: "begin" } & (
      | Changed
      | { readonly change: "add"; readonly server: string | null; readonly word: string }
    ))
  | Done;
