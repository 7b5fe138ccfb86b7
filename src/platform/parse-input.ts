import type { z } from "zod";
import { REFUSAL_CODES, type FieldRefusal, type Refusal, type RefusalCode, type Result } from "../kernel/refusal.ts";
import { isStorable } from "./is-storable.ts";

/** Refused fields that are told: a small body can be wrong in tens of thousands of places, and each would come back as a sentence. */
const MOST_TOLD = 100;

/**
 * Checks what came from outside against a schema. Each issue becomes a refusal of its field: a schema names the code itself as its
 * message (`.max(200, "too_long")`), or the kind of issue names it.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const unstorable = findUnstorable(input, []);
  if (unstorable) return { ok: false, code: "invalid", fields: [{ path: unstorable.join("."), code: "invalid" }] };
  // Without the input an absent field and one of a wrong type look alike.
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields = parsed.error.issues.flatMap(toFields).slice(0, MOST_TOLD);
  return { ok: false, code: "invalid", fields } satisfies Refusal;
}

/** Where a text stands that PostgreSQL cannot keep as it is: in forms and queries too, in passwords and searches. */
function findUnstorable(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === "string") return isStorable(value) ? null : path;
  if (typeof value !== "object" || value === null || !(Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)) return null;
  for (const [key, member] of Object.entries(value)) {
    const found = findUnstorable(member, [...path, key]);
    if (found) return found;
  }
  return null;
}

function toFields(issue: z.core.$ZodIssue): FieldRefusal[] {
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: "unknown_field" }));
  }
  const bound = boundOf(issue);
  if ((REFUSAL_CODES as readonly string[]).includes(issue.message)) return [{ path, code: issue.message as RefusalCode, ...bound }];
  if (issue.code === "invalid_type") return [{ path, code: issue.input === undefined ? "required" : "invalid" }];
  if (issue.code === "too_big") return [{ path, code: issue.origin === "string" ? "too_long" : "too_large", ...bound }];
  if (issue.code === "too_small") return [{ path, code: issue.origin === "string" ? "too_short" : "too_small", ...bound }];
  return [{ path, code: "invalid" }];
}

/** The limit that was passed, under the name that the messages use. */
function boundOf(issue: z.core.$ZodIssue): Pick<FieldRefusal, "params"> {
  if (issue.code === "too_big") return { params: { max: Number(issue.maximum) } };
  if (issue.code === "too_small") return { params: { min: Number(issue.minimum) } };
  return {};
}
