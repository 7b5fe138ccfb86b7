import { z } from "zod";

interface JsonSchema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema;
  minItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

const TEXTS = ["1", "Codo", "AR", "USD", "2026-11-20", "2026-11-20T12:00:00Z", "nadie@example.com", "123456", "x".repeat(43)];

/** Something that a schema may take, with these ids wherever one belongs; `whole` gives optional members too. */
export function sampleInput(schema: z.ZodType, ids: (name: string) => string, whole: boolean): Record<string, unknown> {
  return sampleOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema, "", ids, whole) as Record<string, unknown>;
}

export function sampleOf(schema: JsonSchema, name: string, ids: (name: string) => string, whole: boolean): unknown {
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== "null");
  if (choice) return sampleOf(choice, name, ids, whole);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== "null") : schema.type;
  if (type === "object" || schema.properties) {
    const members = Object.entries(schema.properties ?? {}).filter(([member]) => whole || schema.required?.includes(member));
    return Object.fromEntries(members.map(([member, inner]) => [member, sampleOf(inner, member, ids, whole)]));
  }
  if (type === "array") return [sampleOf(schema.items ?? {}, name, ids, whole)];
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return 1;
  if (schema.format === "uuid" || /^(id|which|\w*Ids?)$/.test(name)) return ids(name);
  return TEXTS.find((text) => schema.pattern === undefined || new RegExp(schema.pattern, "u").test(text)) ?? "Codo";
}
