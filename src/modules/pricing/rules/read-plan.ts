import type { Decimal } from "@/kernel/decimal.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import { ROUNDING_MODES } from "./round-price.ts";
import { bandsOfChoice } from "./rounding-choice.ts";

export type TypedPlan = Readonly<Record<string, string>>;

export interface ReadPlan {
  /** As the schema's plan takes it; null while there is no value, or one that cannot be read. */
  plan: Record<string, unknown> | null;
  /** Names of fields that hold no number. */
  wrong: string[];
}

/** The console's fields as a plan: numbers with the shop's decimal sign, empty choices left out. `prices` are those typed in the table. */
export function readPlan(typed: TypedPlan, decimal: "," | ".", except: readonly string[], prices: Readonly<Record<string, Decimal>> = {}): ReadPlan {
  const wrong: string[] = [];
  const number = (name: string): Decimal | null => {
    const text = (typed[name] ?? "").trim().replace(/%$/, "");
    const value = text === "" ? null : parseDecimal(text, { decimal });
    if (text !== "" && value === null) wrong.push(name);
    return value;
  };
  const kind = typed["kind"] ?? "percent";
  const value = kind === "target" || kind === "keep" ? "0" : number("value");
  const guards = { maxJump: number("maxJump"), floorMargin: number("floorMargin"), hold: typed["hold"] === "on" };
  if (value === null || wrong.length > 0) return { plan: null, wrong };
  const mode = ROUNDING_MODES.find((one) => one === typed["mode"]) ?? "nearest";
  const rounding = bandsOfChoice(typed["rounding"] ?? "list", mode);
  const plan = {
    ...(typed["listId"] ? { listId: typed["listId"] } : {}),
    scope: { ...readScope(typed), ...(except.length > 0 ? { except } : {}) },
    rule: { kind, value },
    ...(rounding === undefined ? {} : { rounding }),
    guards,
    ...(Object.keys(prices).length > 0 ? { prices } : {}),
  };
  return { plan, wrong };
}

const SCOPE = ["importId", "purchaseId", "supplierId", "brand", "categoryId", "tag", "q", "below"] as const;

export function readScope(typed: TypedPlan): Record<string, string | string[]> {
  const ticked = typed["productIds"];
  return { ...Object.fromEntries(SCOPE.flatMap((name) => (typed[name]?.trim() ? [[name, typed[name].trim()]] : []))), ...(ticked ? { productIds: ticked.split(".") } : {}) };
}
