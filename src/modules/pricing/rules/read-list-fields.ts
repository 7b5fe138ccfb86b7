import type { Decimal } from "@/kernel/decimal.ts";
import { parseDecimal } from "@/kernel/parse-decimal.ts";
import { PRICED_METHODS, type ListKind } from "./list-rules.ts";

/** A list's form as the schema takes it: numbers with the shop's decimal sign; rows without a step or a beginning are left out. */
export function readListFields(form: Pick<FormData, "get" | "getAll">, kind: ListKind, decimal: "," | "."): { values: Record<string, unknown>; wrong: string[] } {
  const wrong: string[] = [];
  const read = (path: string, raw: unknown): Decimal | null => {
    const text = String(raw ?? "").trim();
    const value = text === "" ? null : parseDecimal(text, { decimal });
    if (text !== "" && value === null) wrong.push(path);
    return value;
  };
  const column = (name: string): string[] => form.getAll(name).map(String);
  const [limits, endings, modes, percents] = [column("upTo"), column("ending"), column("mode"), column("by")];
  const rounding = column("step").map((step, i) => ({ upTo: read(`rounding.${i}.upTo`, limits[i]), step: read(`rounding.${i}.step`, step), ending: read(`rounding.${i}.ending`, endings[i]) ?? "0", mode: modes[i] }));
  const breaks = column("from").map((from, i) => ({ from: read(`breaks.${i}.from`, from), percent: read(`breaks.${i}.percent`, percents[i]) }));
  const methods = PRICED_METHODS.map((method) => [method, read(`methods.${method}`, form.get(`method.${method}`))] as const);
  const rates = column("rate");
  const installments = column("count").map((count, i) => ({ count: Number(read(`installments.${i}.count`, count) ?? "0"), percent: read(`installments.${i}.percent`, rates[i]) }));
  const aims = column("aim");
  const targets = column("aimOf").map((categoryId, i) => ({ categoryId, percent: read(`categoryTargets.${i}.percent`, aims[i]) }));
  const values = {
    ...(kind === "base" ? {} : { name: String(form.get("name") ?? "") }),
    ...(kind === "derived" ? { percent: read("percent", form.get("percent")) ?? "0" } : {}),
    rounding: rounding.filter(({ step }) => step !== null),
    breaks: breaks.filter(({ from, percent }) => from !== null && percent !== null),
    methods: Object.fromEntries(methods.filter(([, percent]) => percent !== null)),
    installments: installments.filter(({ count, percent }) => count !== 0 && percent !== null),
    categoryTargets: targets.filter(({ categoryId, percent }) => categoryId !== "" && percent !== null),
    floorMargin: read("floorMargin", form.get("floorMargin")),
    targetMargin: read("targetMargin", form.get("targetMargin")),
  };
  return { values, wrong };
}
