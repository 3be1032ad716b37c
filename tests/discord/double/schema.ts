import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type AnySchemaObject, Ajv2020 as Validator } from "ajv/dist/2020.js";

/**
 * Discord's own OpenAPI document as JSON Schema with closed objects: an unknown key is an error.
 *
 * `discord-api-spec` ships it as calls of zod's functions; here the same calls build plain JSON Schema instead, so that
 * ajv compiles it once and names the path of what is wrong.
 */
const definitions: Record<string, AnySchemaObject> = {};

type Node = { schema: AnySchemaObject; optional?: boolean; check: (...checks: AnySchemaObject[]) => Node };

function node(schema: AnySchemaObject, optional = false): Node {
  return { schema, optional, check: (...checks) => node(Object.assign({}, schema, ...checks), optional) };
}

/** Of a value that is there, only the complaints of what it should be. */
const orNull = (inner: Node): AnySchemaObject => ({ if: { type: "null" }, else: inner.schema });

const z = {
  object(properties: Record<string, Node>): Node {
    const entries = Object.entries(properties);
    return node({
      type: "object",
      properties: Object.fromEntries(entries.map(([key, { schema }]) => [key, schema])),
      required: entries.filter(([, { optional }]) => !optional).map(([key]) => key),
      additionalProperties: false,
    });
  },
  optional: (inner: Node) => node(inner.schema, true),
  nullish: (inner: Node) => node(orNull(inner), true),
  nullable: (inner: Node) => node(orNull(inner)),
  lazy: (name: () => Node) => node({ $ref: `#/$defs/${/(\w+)\s*$/.exec(String(name))![1]}` }),
  union: (choices: Node[]) => node({ anyOf: choices.map(({ schema }) => schema) }),
  intersection: (a: Node, b: Node) => node({ allOf: [a.schema, b.schema] }),
  array: (items: Node) => {
    const make = (schema: AnySchemaObject): Node => ({
      schema,
      // zod's lengths mean items here and characters on a string
      check: (...checks) =>
        make(
          Object.assign(
            {},
            schema,
            ...checks.map(({ minLength, maxLength }) => ({
              ...(minLength === undefined ? {} : { minItems: minLength }),
              ...(maxLength === undefined ? {} : { maxItems: maxLength }),
            })),
          ),
        ),
    });
    return make({ type: "array", items: items.schema });
  },
  record: (_key: Node, value: Node) => node({ type: "object", additionalProperties: value.schema }),
  literal: (value: unknown) => node({ enum: Array.isArray(value) ? value : [value] }),
  string: () => node({ type: "string" }),
  boolean: () => node({ type: "boolean" }),
  number: () => node({ type: "number" }),
  int32: () => node({ type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }),
  null: () => node({ type: "null" }),
  undefined: () => node({ not: {} }),
  unknown: () => node({}),
  minLength: (minLength: number) => ({ minLength }),
  maxLength: (maxLength: number) => ({ maxLength }),
  minimum: (minimum: number) => ({ minimum }),
  maximum: (maximum: number) => ({ maximum }),
  regex: (pattern: RegExp) => ({ pattern: pattern.source }),
  url: () => ({}),
  iso: { datetime: () => ({}) },
};

// The package lets nobody resolve this file but an `import`, which would run it with zod.
const folders = createRequire(import.meta.url).resolve.paths("discord-api-spec") ?? [];
const file = folders.map((folder) => join(folder, "discord-api-spec/build/discord-api-spec.zod.js")).find(existsSync);
if (file === undefined) throw new Error("discord-api-spec is not installed; run npm ci.");
const source = readFileSync(file, "utf8")
  .replace(/^import .*$/gm, "")
  .replace(/^export const setStrictObject.*$/gm, "")
  .replace(/^let zObject.*$/gm, "const zObject = z.object;")
  .replace(/^export const (\w+) =/gm, "definitions.$1 =");
new Function("z", "definitions", source)(z, definitions);
for (const [name, value] of Object.entries(definitions)) definitions[name] = (value as unknown as Node).schema;
for (const schema of Object.values(definitions)) chooseByType(schema);

/** A union of things that say their `type` becomes a choice by it, so that only the branch that was meant complains. */
function chooseByType(schema: unknown): void {
  if (Array.isArray(schema)) schema.forEach(chooseByType);
  if (schema === null || typeof schema !== "object" || Array.isArray(schema)) return;
  Object.values(schema).forEach(chooseByType);
  const { anyOf } = schema as { anyOf?: AnySchemaObject[] };
  const types = anyOf?.map(({ $ref }) => definitions[String($ref).split("/").at(-1)!]?.properties?.type?.enum);
  if (anyOf === undefined || types === undefined || types.includes(undefined)) return;
  Object.assign(schema, {
    type: "object",
    required: ["type"],
    properties: { type: { enum: types.flat() } },
    allOf: anyOf.map((branch, i) => ({ if: { not: { properties: { type: { enum: types[i] } } } }, else: branch })),
  });
  delete (schema as { anyOf?: unknown }).anyOf;
}

const ajv = new Validator({ strict: false, allErrors: true });
ajv.addSchema({ $id: "discord", $defs: definitions });

/** What is wrong with `value` as the named request of Discord's document; empty when nothing is. */
export function schemaErrors(name: string, value: unknown): string[] {
  const validate = ajv.getSchema(`discord#/$defs/${name}`);
  if (validate === undefined) throw new Error(`discord-api-spec has no ${name}.`);
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== "if")
    .slice(0, 5)
    .map(({ instancePath, message, params }) => `${name}${instancePath} ${message} ${JSON.stringify(params)}`);
}
