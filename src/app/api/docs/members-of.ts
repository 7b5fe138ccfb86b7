import type { z } from "zod";
import { schemaOf } from "../openapi.ts";

export interface Member {
  /** "lines[].quantity" */
  path: string;
  type: string;
  isRequired: boolean;
  note: string;
}

interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
}

/** A schema as the rows of a table, members of members below their owner. */
export function membersOf(schema: z.ZodType | undefined, io: "input" | "output"): Member[] {
  return schema ? rowsOf(schemaOf(schema, io) as Schema, "") : [];
}

function rowsOf({ properties = {}, required = [] }: Schema, prefix: string): Member[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${prefix}${name}`;
    const own = { path, type: typeOf(schema), isRequired: required.includes(name), note: schema.description ?? "" };
    const inner = schema.items ? rowsOf(shapeOf(schema.items), `${path}[].`) : rowsOf(schema, `${path}.`);
    return [own, ...inner];
  });
}

/** Of a choice, the alternative that has members. */
function shapeOf(schema: Schema): Schema {
  return schema.anyOf?.find((alternative) => alternative.properties) ?? schema;
}

function typeOf({ type, format, enum: values, const: value, anyOf, items }: Schema): string {
  if (value !== undefined) return JSON.stringify(value);
  if (values) return values.map((one) => JSON.stringify(one)).join(" | ");
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(" | ");
  if (items) return `${typeOf(items)}[]`;
  const name = [type ?? "any"].flat().join(" | ");
  return format ? `${name} (${format})` : name;
}
