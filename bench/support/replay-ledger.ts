import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import type { TestShop } from "../../tests/support/open-shop.ts";
import type { LedgerLine } from "./ledger-lines.ts";

export interface Replay {
  products: number;
  sales: number;
  sold: number;
  /** Lines that are no sale, by reason. */
  skipped: Record<string, number>;
  /** What the commands refused; empty when all went well. */
  refused: string[];
  productSeconds: number;
  saleSeconds: number;
}

/** Units of each product on the shelf beyond what the ledger sells. */
export const SPARE = 10;
/** A sale has at most so many lines; a longer invoice becomes several sales. */
const MOST_LINES = 500;

/** Plays a ledger through the commands, as a shop would have entered it: products with their opening stock, then each invoice as a sale. */
export async function replayLedger(shop: TestShop, lines: readonly LedgerLine[], workers: number): Promise<Replay> {
  const skipped: Record<string, number> = {};
  const good: LedgerLine[] = [];
  for (const line of lines) {
    const reason = whyNot(line);
    if (reason === null) good.push(line);
    else skipped[reason] = (skipped[reason] ?? 0) + 1;
  }
  const refused: string[] = [];
  const products = groupBy(good, "StockCode");
  const sales = groupBy(good, "InvoiceNo").flatMap(inParts);
  const begun = performance.now();
  await inParallel(products, workers, async (ofProduct) => {
    const answer = await createProduct(shop.contextAt(timeOf(ofProduct[0]!)), createProductSchema.parse(productOf(ofProduct)));
    if (!answer.ok) refused.push(`${ofProduct[0]!.StockCode}: ${answer.code}`);
  });
  const stocked = performance.now();
  await inParallel(sales, workers, async (invoice) => {
    const input = { lines: invoice.map((line) => ({ sku: line.StockCode, quantity: line.Quantity, unitPrice: line.UnitPrice })), notes: invoice[0]!.InvoiceNo };
    const answer = await registerSale(shop.contextAt(timeOf(invoice[0]!)), registerSaleSchema.parse(input));
    if (!answer.ok) refused.push(`${invoice[0]!.InvoiceNo}: ${answer.code}`);
  });
  const ended = performance.now();
  return {
    products: products.length, sales: sales.length, sold: good.length, skipped, refused,
    productSeconds: (stocked - begun) / 1_000, saleSeconds: (ended - stocked) / 1_000,
  };
}

function groupBy(lines: readonly LedgerLine[], key: "StockCode" | "InvoiceNo"): LedgerLine[][] {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const group = groups.get(line[key]);
    if (group) group.push(line);
    else groups.set(line[key], [line]);
  }
  return [...groups.values()];
}

function whyNot(line: LedgerLine): string | null {
  if (line.InvoiceNo.startsWith("C")) return "cancelled invoice";
  if (!/^\d{6}$/.test(line.InvoiceNo)) return "no invoice number";
  if (line.Quantity.startsWith("-")) return "return";
  if (!/[1-9]/.test(line.Quantity) || !/[1-9]/.test(line.UnitPrice) || line.UnitPrice.startsWith("-")) return "no quantity or price";
  return null;
}

function productOf(lines: readonly LedgerLine[]) {
  const sold = lines.reduce((sum, line) => sum + BigInt(line.Quantity), 0n);
  return {
    sku: lines[0]!.StockCode,
    name: lines[0]!.Description.trim() || lines[0]!.StockCode,
    salePrice: lines[0]!.UnitPrice,
    costPrice: "1",
    initialStock: String(sold + BigInt(SPARE)),
  };
}

const timeOf = (line: LedgerLine): Date => new Date(`${line.InvoiceDate.replace(" ", "T")}Z`);

function inParts(invoice: readonly LedgerLine[]): LedgerLine[][] {
  const parts: LedgerLine[][] = [];
  for (let from = 0; from < invoice.length; from += MOST_LINES) parts.push(invoice.slice(from, from + MOST_LINES));
  return parts;
}

async function inParallel<T>(items: readonly T[], workers: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: workers }, async () => {
    while (next < items.length) await work(items[(next += 1) - 1]!);
  }));
}
