import { trimZeros } from "./decimal.ts";
import { formatMoney, formatNumber } from "./format.ts";
import type { FormatStyle } from "./format-style.ts";
import type { FieldRefusal, Refusal, RefusalValue } from "./refusal.ts";

/** Whether something of it is to be written as the shop writes it. */
export function hasFigures({ params, fields = [] }: Pick<Refusal, "params" | "fields">): boolean {
  return [params, ...fields.map((field) => field.params)].some((values) => Object.values(values ?? {}).some((value) => typeof value === "object"));
}

/** The same refusal with its amounts and figures as this shop writes them: money with its sign, a figure with its comma and without empty decimals. */
export function writeValues(refusal: Refusal, style: FormatStyle): Refusal {
  return { ...refusal, ...written(refusal, style), ...(refusal.fields ? { fields: refusal.fields.map((field) => ({ ...field, ...written(field, style) })) } : {}) };
}

function written({ params }: Pick<FieldRefusal, "params">, style: FormatStyle): Pick<FieldRefusal, "params"> {
  return params ? { params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, write(value, style)])) } : {};
}

function write(value: RefusalValue, style: FormatStyle): string | number {
  if (typeof value !== "object") return value;
  return "money" in value ? formatMoney(value.money, style) : formatNumber(trimZeros(value.figure), style);
}
