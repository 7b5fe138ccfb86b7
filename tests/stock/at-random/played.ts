import type { Result } from "@/kernel/refusal.ts";
import { saveCustomer } from "@/modules/customers/commands/save-customer.ts";
import type { SaleView } from "@/modules/sales/queries/sale-view.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../../support/open-shop.ts";
import { seeded } from "../../support/seeded.ts";
import { stockShelf } from "../../support/stock-shelf.ts";

/** A shop that many work in at once, and what they made so far. */
export interface Played {
  /** A fresh context: each request has its own instant. */
  now: () => Context;
  random: (below: number) => number;
  shelf: string[];
  places: string[];
  suppliers: string[];
  customerId: string;
  sales: SaleView[];
  transfers: string[];
  counts: string[];
  orders: string[];
  receipts: { id: string; supplierId: string; locationId: string; productIds: string[] }[];
  bills: string[];
  payments: string[];
  returns: { id: string; supplierId: string }[];
  notes: string[];
}

export type Act = (played: Played) => Promise<Result<unknown>>;

const SHELF = 9;

/** Three places, nine products and two suppliers; nothing may go below zero. */
export async function prepare(): Promise<Played> {
  const shop = await openShop();
  await shop.ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
  const shelf = [];
  for (let i = 0; i < SHELF; i += 1) shelf.push(await stockShelf(shop.ctx, { stock: String(60 * (i + 1)), costPrice: `${10 + i}.37`, unit: i % 3 ? "u" : "kg" }));
  const [first] = await shop.ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  const [places, suppliers]: [string[], string[]] = [[first!.id], []];
  for (const name of ["Norte", "Sur"]) {
    keep(places, await saveLocation(shop.ctx, null, { name, kind: "warehouse" }));
    keep(suppliers, await saveSupplier(shop.ctx, null, createSupplierSchema.parse({ name })));
  }
  const customers: string[] = [];
  keep(customers, await saveCustomer(shop.ctx, null, { name: "Ana López" }));
  return { now: () => shop.contextAt(new Date()), random: seeded(), shelf, places, suppliers, customerId: customers[0]!, sales: [], transfers: [], counts: [], orders: [], receipts: [], bills: [], payments: [], returns: [], notes: [] };
}

export const pick = <T>({ random }: Played, from: readonly T[]): T => from[random(from.length)]!;
/** One of the latest. */
export const late = <T>({ random }: Played, list: readonly T[]): T | undefined => list.at(-1 - random(4));
/** Some products, each once, in no order. */
export const some = (played: Played): string[] => [...new Set(Array.from({ length: 1 + played.random(5) }, () => pick(played, played.shelf)))];
export const few = ({ random }: Played): string => String(1 + random(9));
export const cost = ({ random }: Played): string => `${5 + random(20)}.${random(90) + 10}`;

export function keep(list: string[], made: Result<{ id: string }>): Result<unknown> {
  if (made.ok) list.push(made.value.id);
  return made;
}
