import { isUuid } from "@/kernel/id.ts";
import type { CapturedStatement } from "../../tests/support/capture-statements.ts";

export interface SaleTemplate {
  statements: readonly CapturedStatement[];
  /** Ids of the captured sale's tenant (shop, place, people), written as they are. */
  tenantIds: ReadonlySet<string>;
  /** Ids of its products; the n-th becomes the variable :p<n>. */
  productIds: readonly string[];
}

export interface PgbenchScript {
  text: string;
  /** For `-D`: the captured values, which travel as parameters like the driver sends them. */
  variables: Record<string, string>;
}

/** Ids that rise with time (UUIDv7), made by the server from one random number per sale, since pgbench has no such type. */
const freshId = (n: number) => `overlay(md5(:k::bigint::text || '-${n}') placing lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' from 1 for 13)::uuid`;

/** Product number n of any shop of the bench; they share ids, since keys are composite. */
export const benchProductId = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const productOf = (n: number) => `('00000000-0000-7000-8000-' || lpad(:p${n}::int::text, 12, '0'))::uuid`;

/**
 * One captured sale as a pgbench script that sells again and again: the same texts in the same order, in one libpq pipeline.
 * Ids that were new get new values each time, products are drawn from `perShop`, everything else is repeated.
 */
export function pgbenchScript(template: SaleTemplate, perShop: number): PgbenchScript {
  const variables: Record<string, string> = {};
  const fresh = new Map<string, number>();
  const third = Math.floor(perShop / template.productIds.length);
  const draws = template.productIds.map((_, i) => `\\set p${i} random(${i * third + 1}, ${(i + 1) * third})`);

  const idOf = (id: string): string => {
    const product = template.productIds.indexOf(id);
    if (product >= 0) return productOf(product);
    if (template.tenantIds.has(id)) return `'${id}'::uuid`;
    if (!fresh.has(id)) fresh.set(id, fresh.size);
    return freshId(fresh.get(id)!);
  };
  const write = (value: unknown, name: string): string => {
    if (value === null || value === undefined) return "NULL";
    if (isUuid(value)) return idOf(value);
    if (Array.isArray(value)) {
      if (value.some(isUuid)) return `ARRAY[${value.map((one, i) => write(one, `${name}_${i}`)).join(", ")}]`;
      variables[name] = `{${value.map((one) => (one === null ? "NULL" : JSON.stringify(String(one)))).join(",")}}`;
    } else variables[name] = value instanceof Date ? value.toISOString() : String(value);
    return `:${name}`;
  };

  const commands = template.statements.map(({ text, values }, s) =>
    `${text.replaceAll(/\$(\d+)/g, (_, n: string) => write(values[Number(n) - 1], `v${s}_${n}`)).replaceAll(/\s*\n\s*/g, " ").trim()};`);
  return { text: ["\\set k random(1, 9000000000000000000)", ...draws, "\\startpipeline", ...commands, "\\endpipeline", ""].join("\n"), variables };
}
