import { expect, test } from "vitest";
import { big } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import { keptOf, shareRefund, type MethodAmount } from "./share-refund.ts";
import { takeBack, type ReturnedLine, type SoldLine } from "./take-back.ts";

const SEED = Number(process.env["SEED"] ?? 20261121);

function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const sold = (given: Partial<SoldLine> = {}): SoldLine => ({
  id: "a", saleId: "s", productId: "p", sku: "1", name: "Caño", unit: "u", quantity: "3.000", unitPrice: "33.3333", taxRate: "21.00", unitCost: "10.0000", parts: null,
  gross: "100.00", adjustment: "0.00", total: "100.00", tax: "17.36", back: { quantity: "0.000", gross: "0.00", adjustment: "0.00", total: "0.00", tax: "0.00" }, ...given,
});

test("never more than was sold, and no half of what is sold whole", () => {
  expect(takeBack([{ line: sold(), quantity: "4", path: "lines.0" }])).toMatchObject({ code: "return_excess", fields: [{ path: "lines.0.quantity", params: { name: "Caño", available: { figure: "3.000" } } }] });
  expect(takeBack([{ line: sold(), quantity: "2", path: "lines.0" }, { line: sold(), quantity: "2", path: "lines.1" }])).toMatchObject({ code: "return_excess" });
  expect(takeBack([{ line: sold(), quantity: "0.5", path: "lines.0" }])).toMatchObject({ code: "quantity_not_fractional" });
  expect(takeBack([{ line: null, quantity: "1", path: "lines.0" }])).toMatchObject({ code: "not_found" });
});

test("a line returned in any split comes to exactly what was paid for it, to the cent, and so do its methods", () => {
  const random = generator(SEED);
  for (let run = 0; run < 1_500; run += 1) {
    const isWeight = random(2) === 0;
    const quantity = isWeight ? `${1 + random(9)}.${String(random(1000)).padStart(3, "0")}` : String(1 + random(9));
    const cents = (below: number): string => roundMoney(big(String(random(below))).div(100));
    const gross = cents(2_000_000);
    const adjustment = roundMoney(big(cents(4_000)).minus(20));
    const total = roundMoney(big(gross).times(random(101)).div(100).plus(adjustment).abs());
    const whole = sold({ quantity, unit: isWeight ? "kg" : "u", gross, adjustment, total, tax: roundMoney(big(total).times(21).div(121)), unitCost: cents(100_000) });
    const cash = roundMoney(big(total).times(random(101)).div(100));
    const payments = [{ method: "cash" as const, amount: roundMoney(big(cash).plus("7.00")) }, { method: "debit" as const, amount: roundMoney(big(total).minus(cash)) }];
    const parts: ReturnedLine[] = [];
    const given: MethodAmount[] = [];
    let line = whole;
    let left = big(quantity);
    while (left.gt(0)) {
      const part = isWeight ? big(left).times(1 + random(100)).div(100).round(3, 3) : big(String(1 + random(Number(left))));
      const taken = part.gt(left) ? left : part;
      const result = takeBack([{ line, quantity: taken.toFixed(3), path: "lines.0" }]);
      if (!result.ok) throw new Error(`seed ${SEED} run ${run}: ${JSON.stringify(result)}`);
      const [back] = result.value;
      parts.push(back!);
      given.push(...shareRefund("original", back!.total, keptOf(payments, "7.00", given)));
      const sum = (key: "gross" | "adjustment" | "total" | "tax") => sumMoney(parts.map((one) => one[key]));
      line = { ...line, back: { quantity: big(line.back.quantity).plus(taken).toFixed(3), gross: sum("gross"), adjustment: sum("adjustment"), total: sum("total"), tax: sum("tax") } };
      left = left.minus(taken);
    }
    const message = `seed ${SEED} run ${run}`;
    for (const key of ["gross", "adjustment", "total", "tax"] as const) expect(sumMoney(parts.map((one) => one[key])), message).toBe(roundMoney(whole[key]));
    expect(sumMoney(parts.map(({ cost }) => cost)), message).toBe(roundMoney(big(quantity).times(whole.unitCost!)));
    expect(parts.every((one) => big(one.total).gte(0) && big(one.cost).gte(0)), message).toBe(true);
    expect(keptOf(payments, "7.00", given), message).toEqual([]);
  }
});
