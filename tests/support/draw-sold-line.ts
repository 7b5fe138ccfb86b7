import { big } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import { takeBack, type SoldLine } from "@/modules/sales/rules/take-back.ts";
import { decimal, oneOf, whole, type Random } from "./seeded-draw.ts";

const NOTHING = { quantity: "0.000", gross: "0.00", adjustment: "0.00", total: "0.00", tax: "0.00" };

/** The i-th line of an earlier sale, of which a part may have come back already, and how much of it comes back now. */
export function drawSoldLine(random: Random, i: number): { line: SoldLine; quantity: string } {
  const isWeight = random() < 0.5;
  const quantity = isWeight ? decimal(random, 3, 40) : String(1 + whole(random, 60));
  const taxRate = oneOf(random, ["0.00", "10.50", "21.00"]);
  const gross = decimal(random, 2, oneOf(random, [100, 90_000]));
  const adjustment = random() < 0.5 ? "0.00" : roundMoney(big(gross).times(whole(random, 60) - 30).div(100));
  const total = roundMoney(big(gross).times(whole(random, 101)).div(100).plus(adjustment).abs());
  const line: SoldLine = {
    id: `01890000-0000-7000-8000-0000000000b${i}`, saleId: "01890000-0000-7000-8000-0000000000c0", productId: null, sku: null, name: `Sold ${i}`, unit: isWeight ? "kg" : "u", quantity, unitPrice: "1.0000",
    taxRate, unitCost: null, parts: null, gross, adjustment, total, tax: roundMoney(big(total).times(taxRate).div(big(taxRate).plus(100))), back: NOTHING,
  };
  const before = random() < 0.5 ? partOf(random, quantity) : null;
  const first = before === null ? null : takeBack([{ line, quantity: before, path: "" }]);
  const known = first?.ok ? { ...line, back: first.value[0]! } : line;
  const left = big(quantity).minus(known.back.quantity).toFixed();
  return { line: known, quantity: random() < 0.5 ? left : (partOf(random, left) ?? left) };
}

/** Less than all of it, in the unit that it is sold by; null where there is none. */
function partOf(random: Random, quantity: string): string | null {
  const thousandths = Number(big(quantity).times(1_000).toFixed());
  const step = quantity.includes(".") ? 1 : 1_000;
  const most = thousandths / step;
  return most < 2 ? null : big(String((1 + whole(random, most - 1)) * step)).div(1_000).toFixed();
}
