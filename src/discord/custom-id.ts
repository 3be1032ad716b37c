/** What a component does and the few words it needs for that; at most 100 characters, as Discord allows. */
export type CustomId = { readonly action: string; readonly args: readonly string[] };

const LONGEST = 100;
const SHAPE = /^[a-z-]{1,20}(?::[\w.-]{0,60}){0,8}$/;

/** `action:arg:arg`; arguments are letters, digits, `_`, `.` and `-`. Throws when it is not so or too long. */
export function customId(action: string, ...args: readonly (string | number)[]): string {
  const id = [action, ...args].join(":");
  if (id.length > LONGEST || !SHAPE.test(id)) throw new Error(`Not a custom_id: "${id}".`);
  return id;
}

/** What a custom_id says, `null` when it is none of ours. Whoever sent it may have made it up. */
export function parseCustomId(id: unknown): CustomId | null {
  if (typeof id !== "string" || id.length > LONGEST || !SHAPE.test(id)) return null;
  const [action, ...args] = id.split(":");
  return { action: action!, args };
}

/** A Discord id, shorter. */
export function shortId(snowflake: string): string {
  return BigInt(snowflake).toString(36);
}
