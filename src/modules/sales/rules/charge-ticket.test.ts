import fc from "fast-check";
import { expect, it } from "vitest";
import { big } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import { totalLines } from "@/modules/pricing/rules/total-lines.ts";
import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { sellerOf } from "../../../../tests/support/seller-of.ts";
import { registerSaleSchema } from "../schema.ts";
import { askedBy, chargeTicket, dueOf, type ChosenMethod, type ChosenTender } from "./charge-ticket.ts";
import { composeSale, type SellableProduct } from "./compose-sale.ts";
import { saleRequestOf } from "./sale-request.ts";
import { SETTLED_METHODS } from "./settle-payments.ts";
import { changeTicket, openTicket, totalTicket, withBack, type Ticket, type TicketAction, type UnreceiptedBack } from "./ticket.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((n) => (n / 100).toFixed(2));
const products: SellableProduct[] = [["121", "21.00"], ["0.035", "10.50"], ["333.33", "21.00"], ["89999.9", "0.00"]].map(([salePrice, taxRate], i) => ({
  id: `01890000-0000-7000-8000-0000000000a${i}`, sku: `P-${i}`, name: `Product ${i}`, unit: "kg", salePrice: salePrice!, unitCost: null, taxRate: taxRate!, isActive: true, packSize: "1",
}));

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ at: fc.nat(3), quantity: fc.integer({ min: 1, max: 30_000 }) }).map(({ at, quantity }): TicketAction => ({ kind: "add", product: products[at]!, quantity: (quantity / 1000).toFixed(3) })) },
  hundredths(1, 100_000).map((price): TicketAction => ({ kind: "price", price })),
  hundredths(0, 3_000).map((value): TicketAction => ({ kind: "discount", scope: "line", discount: { kind: "percent", value } })),
  hundredths(0, 5_000).map((value): TicketAction => ({ kind: "discount", scope: "ticket", discount: { kind: "amount", value } })),
  hundredths(1, 90_000).map((price): TicketAction => ({ kind: "misc", name: "x", price, taxRate: "21" })),
);
const rules: fc.Arbitrary<SaleRules> = fc.record({
  breaks: fc.array(fc.record({ from: fc.integer({ min: 1, max: 60_000 }).map((n) => (n / 1000).toFixed(3)), percent: hundredths(-6_000, 2_000) }), { maxLength: 3 }),
  methods: fc.record({ cash: hundredths(-3_000, 3_000), credit: hundredths(-3_000, 8_000), debit: hundredths(-500, 500) }),
  installments: fc.constantFrom([], [{ count: 3, percent: "18.5" }, { count: 12, percent: "97.25" }]),
});
const parts = fc.array(fc.record({ method: fc.constantFrom(...SETTLED_METHODS), share: fc.integer({ min: 1, max: 95 }), wide: fc.boolean() }), { minLength: 1, maxLength: 4 });

const countOf = (method: string, wide: boolean, { installments }: SaleRules): number => (method === "credit" && wide && installments.length > 0 ? installments[0]!.count : 1);

/** Pays a ticket as a cashier would: parts of what is left, the last method all of it, cash with a little more. */
function tendersFor(ticket: Ticket, terms: SaleRules, drawn: readonly { method: (typeof SETTLED_METHODS)[number]; share: number; wide: boolean }[], total = totalTicket(ticket, terms.breaks).total): ChosenTender[] {
  const tenders: ChosenTender[] = [];
  for (const [i, { method, share, wide }] of drawn.entries()) {
    const chosen: ChosenMethod = { method, count: countOf(method, wide, terms) };
    const due = askedBy(total, terms, tenders, chosen);
    const isLast = i === drawn.length - 1;
    const amount = roundMoney(isLast ? big(due).plus(method === "cash" ? "13.37" : "0") : big(due).times(share).times("0.01"));
    if (big(amount).gt("0")) tenders.push({ ...chosen, amount });
  }
  return tenders;
}

it("D1 browser total = server total, change and all, for random carts with breaks and methods", () => {
  let paid = 0;
  fc.assert(fc.property(fc.array(action, { minLength: 1, maxLength: 12 }), rules, parts, (actions, terms, drawn) => {
    const ticket = actions.reduce((open, one) => changeTicket(open, one).ticket, openTicket(ID));
    if (ticket.lines.length === 0) return;
    const tenders = tendersFor(ticket, terms, drawn);
    const charge = chargeTicket(ticket, terms, tenders);
    if (typeof charge === "string") throw new Error(charge);
    const input = registerSaleSchema.parse(saleRequestOf(ticket, tenders, charge.totals.total, "x"));
    const sold = ticket.lines.map(({ productId }) => products.find(({ id }) => id === productId) ?? null);
    const sale = composeSale(input, sold, { defaultTaxRate: "21.00", rules: terms }, sellerOf("100", true));
    if (!sale.ok) throw new Error(JSON.stringify(sale));
    const { lines, ...sums } = charge.totals;
    expect(sale.value).toMatchObject({ subtotal: sums.subtotal, discount: sums.discount, adjustment: sums.adjustment, tax: sums.tax, total: sums.total, change: charge.change });
    expect(sale.value.lines.map(({ total, tax }) => ({ total, tax }))).toEqual(lines.map(({ total, tax }) => ({ total, tax })));
    expect(sumMoney(sale.value.lines.map(({ total }) => total))).toBe(sums.total);
    expect(roundMoney(big(sums.subtotal).minus(sums.discount).plus(sums.adjustment))).toBe(sums.total);
    expect(roundMoney(big(charge.paid).minus(charge.change))).toBe(sums.total);
    paid += 1;
  }), { numRuns: 400 });
  expect(paid).toBeGreaterThan(300);
}, 60_000);

it("F4 browser total = server total with goods that come back without their sale, more or less than what is taken", () => {
  const [seen, bare] = [{ paid: 0, given: 0 }, fc.record({ at: fc.nat(3), quantity: fc.integer({ min: 1, max: 9_000 }) })];
  fc.assert(fc.property(fc.array(action, { maxLength: 6 }), fc.array(bare, { minLength: 1, maxLength: 3 }), rules, parts, fc.constantFrom(undefined, "1", "10"), (actions, loose, plain, drawn, coin) => {
    const terms: SaleRules = coin === undefined ? plain : { ...plain, coin };
    const lines = loose.map(({ at, quantity: thousandths }): UnreceiptedBack => {
      const { id: productId, name, unit, taxRate, salePrice } = products[at]!;
      const quantity = (thousandths / 1000).toFixed(3);
      const { total, tax } = totalLines({ lines: [{ quantity, unitPrice: salePrice!, discount: null, taxRate }], ticketDiscount: null });
      return { productId, name, unit, quantity, taxRate, total, tax, unitPrice: salePrice!, lowest: salePrice, isSaid: false };
    });
    const ticket = { ...lines.reduce<Ticket>((open, line) => withBack(open, [line]), actions.reduce((open, one) => changeTicket(open, one).ticket, openTicket(ID))), backReason: "no receipt" };
    const due = dueOf(ticket, totalTicket(ticket, terms.breaks));
    const isPaid = big(due).gt("0");
    const tenders = isPaid ? tendersFor(ticket, terms, drawn, due) : [];
    const rest = drawn[0]!.wide ? "cash" : "store_credit";
    const charge = chargeTicket(ticket, terms, tenders, rest);
    if (typeof charge === "string") throw new Error(charge);
    const input = registerSaleSchema.parse(saleRequestOf(ticket, tenders, charge.total, "x", charge.total.startsWith("-") ? rest : undefined));
    const sale = composeSale(input, input.lines.map(({ productId }) => products.find(({ id }) => id === productId) ?? null), { defaultTaxRate: "21.00", rules: terms }, sellerOf("100", true));
    if (!sale.ok) throw new Error(JSON.stringify(sale));
    expect(sale.value).toMatchObject({ total: charge.total, change: charge.change });
    expect(sumMoney(sale.value.lines.map(({ total }) => total))).toBe(charge.total);
    seen[isPaid ? "paid" : "given"] += 1;
  }), { numRuns: 300 });
  expect(Math.min(seen.paid, seen.given)).toBeGreaterThan(40);
}, 60_000);

it("D1 a method is asked for what it comes to, before it is chosen and after parts are paid", () => {
  const ticket = changeTicket(openTicket(ID), { kind: "add", product: products[0]!, quantity: "10" }).ticket;
  const terms: SaleRules = { breaks: [{ from: "10", percent: "-5" }], methods: { cash: "-10", credit: "15" }, installments: [{ count: 3, percent: "20" }] };
  const { total } = totalTicket(ticket, terms.breaks);
  const ask = (tenders: ChosenTender[]) => (["cash", "credit", "debit"] as const).map((method) => askedBy(total, terms, tenders, { method, count: 1 }));
  expect(total).toBe("1149.50");
  expect(ask([])).toEqual(["1034.55", "1321.93", "1149.50"]);
  expect(askedBy(total, terms, [], { method: "credit", count: 3 })).toBe("1379.40");
  expect(ask([{ method: "debit", count: 1, amount: "149.50" }])).toEqual(["900.00", "1150.00", "1000.00"]);
  expect(chargeTicket(ticket, terms, [{ method: "debit", count: 1, amount: "149.50" }])).toBe("payment_short");
  expect(chargeTicket(ticket, terms, [{ method: "debit", count: 1, amount: "1150" }])).toBe("payment_excess");
});
