import type { z } from "zod";
import { refuse, type Result } from "@/kernel/refusal.ts";
import { parseInput } from "@/platform/parse-input.ts";

/** Query parameters against their schema; each once, since of two values one would be silently lost. Null schema: none are taken. */
export function readQuery<Q extends z.ZodType>(schema: Q | undefined, request: Request): Result<z.output<Q>> {
  const { searchParams } = new URL(request.url);
  const names = [...searchParams.keys()];
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (repeated.length > 0) return refuse("invalid", { fields: [...new Set(repeated)].map((path) => ({ path, code: "invalid" })) });
  if (schema) return parseInput(schema, Object.fromEntries(searchParams));
  if (names.length > 0) return refuse("invalid", { fields: names.map((path) => ({ path, code: "unknown_field" })) });
  return { ok: true, value: undefined as z.output<Q> };
}
