interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  pattern?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
}

/** What of a value its JSON Schema does not say; empty when it fits. Knows the words that our document uses. */
export function schemaFaults(schema: Schema, value: unknown, path = "$"): string[] {
  if (schema.anyOf) return schema.anyOf.some((choice) => schemaFaults(choice, value, path).length === 0) ? [] : [`${path}: no alternative fits`];
  if ("const" in schema && schema.const !== value) return [`${path}: not ${String(schema.const)}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${path}: not among the values`];
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.includes(typeOf(value)) && !(types.includes("number") && typeOf(value) === "integer")) return [`${path}: ${typeOf(value)} instead of ${types.join("|")}`];
  if (typeof value === "string" && schema.pattern && !new RegExp(schema.pattern).test(value)) return [`${path}: "${value}" is not ${schema.pattern}`];
  if (Array.isArray(value)) return value.flatMap((item, i) => schemaFaults(schema.items ?? {}, item, `${path}[${i}]`));
  return typeOf(value) === "object" ? objectFaults(schema, value as Record<string, unknown>, path) : [];
}

function objectFaults({ properties = {}, required = [], additionalProperties }: Schema, value: Record<string, unknown>, path: string): string[] {
  const missing = required.filter((name) => !(name in value)).map((name) => `${path}.${name}: missing`);
  const unknown = additionalProperties === false ? Object.keys(value).filter((name) => !(name in properties)).map((name) => `${path}.${name}: not described`) : [];
  const inner = Object.entries(value).flatMap(([name, child]) => (properties[name] ? schemaFaults(properties[name], child, `${path}.${name}`) : []));
  return [...missing, ...unknown, ...inner];
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}
