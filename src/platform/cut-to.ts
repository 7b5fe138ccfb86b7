import { z } from "zod";

type Write = (schema: z.ZodType, value: unknown) => unknown;
const asItIs: Write = (_schema, value) => value;

/**
 * What a schema names of a value, and nothing else: whoever adds a column to a query does not hand it out by that (matrix F14).
 * Cuts and never refuses; whether the rest is as the schema says, the tests of the contract look at. `write` says how a schema wants its plain values.
 */
export function cutTo(schema: z.ZodType, value: unknown, write: Write = asItIs): unknown {
  if (value === null || value === undefined) return value;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return cutTo(schema.unwrap() as z.ZodType, value, write);
  if (typeof value !== "object") return write(schema, value);
  if (schema instanceof z.ZodArray) return Array.isArray(value) ? value.map((item) => cutTo(schema.element as z.ZodType, item, write)) : [];
  if (schema instanceof z.ZodRecord) return mapValues(value, (item) => cutTo(schema.valueType as z.ZodType, item, write));
  if (schema instanceof z.ZodObject) return cutObject(schema, value as Record<string, unknown>, write);
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion) return cutTo(alternative(schema.options as z.ZodType[], value), value, write);
  return value;
}

function cutObject({ shape, def }: z.ZodObject, value: Record<string, unknown>, write: Write): Record<string, unknown> {
  const cut: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (Object.hasOwn(shape, key)) cut[key] = cutTo(shape[key] as z.ZodType, item, write);
    else if (def.catchall && !(def.catchall instanceof z.ZodNever)) cut[key] = item;
  }
  return cut;
}

/** The first that the value fits. One that fits none is nobody's to hand out. */
function alternative(options: readonly z.ZodType[], value: unknown): z.ZodType {
  const fitting = options.find((option) => option.safeParse(value).success);
  if (!fitting) throw new Error("an answer fits none of the alternatives that its schema names");
  return fitting;
}

const mapValues = (value: object, change: (item: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
