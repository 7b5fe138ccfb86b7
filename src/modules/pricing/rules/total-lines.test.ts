import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { big, fix } from "@/kernel/decimal.ts";
import { sumMoney } from "@/kernel/money.ts";
import { totalLines, type Discount, type LineToTotal } from "./total-lines.ts";

const line = (quantity: string, unitPrice: string, discount: Discount | null = null, taxRate = "21.00"): LineToTotal => ({
  quantity,
  unitPrice,
  discount,
  taxRate,
});

describe("totalLines", () => {
  it("adds up a ticket with a line discount, a fraction and contained VAT", () => {
    const ticket = totalLines({
      lines: [
        line("2", "8450.0000"),
        line("3", "3120.5000"),
        line("1", "4990.0000", { kind: "percent", value: "10" }),
        line("1", "58700.0000"),
        line("12.5", "1180.0000"),
      ],
      ticketDiscount: null,
    });
    expect(ticket).toMatchObject({ subtotal: "104701.50", discount: "499.00", total: "104202.50", tax: "18084.73", net: "86117.77" });
    expect(ticket.taxByRate).toEqual([{ rate: "21.00", net: "86117.77", tax: "18084.73" }]);
  });

  it("rounds half-up once per line", () => {
    expect(totalLines({ lines: [line("0.335", "10.0000")], ticketDiscount: null }).total).toBe("3.35");
    expect(totalLines({ lines: [line("0.0005", "10.0000")], ticketDiscount: null }).total).toBe("0.01");
    expect(totalLines({ lines: [line("3", "0.3350")], ticketDiscount: null }).total).toBe("1.01");
  });

  it("shares a ticket discount by largest remainder", () => {
    const { lines, total } = totalLines({
      lines: [line("1", "1"), line("1", "1"), line("1", "1")],
      ticketDiscount: { kind: "amount", value: "1" },
    });
    expect(lines.map((each) => each.ticketDiscount)).toEqual(["0.34", "0.33", "0.33"]);
    expect(total).toBe("2.00");
  });

  it("stops a discount at its base", () => {
    const free = totalLines({ lines: [line("1", "100", { kind: "amount", value: "500" })], ticketDiscount: { kind: "percent", value: "150" } });
    expect(free).toMatchObject({ subtotal: "100.00", discount: "100.00", total: "0.00", tax: "0.00", net: "0.00" });
  });

  it("keeps returned lines out of the ticket discount and discounts them towards zero", () => {
    const { lines, total } = totalLines({
      lines: [line("-1", "100", { kind: "percent", value: "10" }), line("2", "100")],
      ticketDiscount: { kind: "percent", value: "10" },
    });
    expect(lines[0]).toMatchObject({ gross: "-100.00", lineDiscount: "-10.00", ticketDiscount: "0.00", total: "-90.00", tax: "-15.62", net: "-74.38" });
    expect(lines[1]).toMatchObject({ ticketDiscount: "20.00", total: "180.00" });
    expect(total).toBe("90.00");
  });

  it("groups VAT by rate whatever its notation, highest first", () => {
    const { taxByRate } = totalLines({
      lines: [line("1", "110.5", null, "10.5"), line("1", "121", null, "21"), line("1", "110.5", null, "10.50"), line("1", "50", null, "0.00")],
      ticketDiscount: null,
    });
    expect(taxByRate).toEqual([
      { rate: "21.00", net: "100.00", tax: "21.00" },
      { rate: "10.50", net: "200.00", tax: "21.00" },
      { rate: "0.00", net: "50.00", tax: "0.00" },
    ]);
  });

  it("answers zeros for an empty ticket", () => {
    expect(totalLines({ lines: [], ticketDiscount: { kind: "percent", value: "10" } })).toEqual({
      lines: [],
      subtotal: "0.00",
      adjustment: "0.00",
      discount: "0.00",
      net: "0.00",
      tax: "0.00",
      total: "0.00",
      taxByRate: [],
    });
  });
});

const decimal = (max: number, scale: number) => fc.integer({ min: 0, max: max * 10 ** scale }).map((n) => fix(big(String(n)).div(10 ** scale), scale));
const discount: fc.Arbitrary<Discount | null> = fc.oneof(
  fc.constant(null),
  decimal(150, 2).map((value) => ({ kind: "percent" as const, value })),
  decimal(100_000, 2).map((value) => ({ kind: "amount" as const, value })),
);
const soldLine = fc.record({
  quantity: decimal(1_000, 3),
  unitPrice: decimal(100_000, 4),
  discount,
  taxRate: fc.constantFrom("21.00", "10.50", "27.00", "0.00", "21"),
});
const anyLine = fc.tuple(soldLine, fc.boolean()).map(([sold, back]) => (back ? { ...sold, quantity: `-${sold.quantity}` } : sold));
const tickets = (lines: fc.Arbitrary<LineToTotal>) => fc.record({ lines: fc.array(lines, { maxLength: 25 }), ticketDiscount: discount });

describe("totalLines, for any ticket", () => {
  it("makes the whole of its parts to the cent, returns included", () => {
    fc.assert(
      fc.property(tickets(anyLine), (ticket) => {
        const sum = totalLines(ticket);
        for (const each of sum.lines) {
          expect(sumMoney([each.total, each.lineDiscount, each.ticketDiscount])).toBe(each.gross);
          expect(sumMoney([each.net, each.tax])).toBe(each.total);
        }
        for (const key of ["total", "net", "tax"] as const) expect(sum[key]).toBe(sumMoney(sum.lines.map((each) => each[key])));
        expect(sumMoney([sum.total, sum.discount])).toBe(sum.subtotal);
        expect(sumMoney([sum.net, sum.tax])).toBe(sum.total);
        expect(sumMoney(sum.taxByRate.map((each) => each.tax))).toBe(sum.tax);
        expect(sumMoney(sum.taxByRate.map((each) => each.net))).toBe(sum.net);
      }),
    );
  });

  it("is never negative and never discounts more than the line when nothing comes back", () => {
    fc.assert(
      fc.property(tickets(soldLine), (ticket) => {
        for (const each of totalLines(ticket).lines) {
          for (const value of Object.values(each)) expect(value.startsWith("-")).toBe(false);
          expect(big(each.lineDiscount).plus(each.ticketDiscount).lte(each.gross)).toBe(true);
        }
      }),
    );
  });

  it("mirrors a ticket without ticket discount when every quantity changes sign", () => {
    fc.assert(
      fc.property(fc.array(soldLine, { maxLength: 10 }), (lines) => {
        const sold = totalLines({ lines, ticketDiscount: null });
        const back = totalLines({ lines: lines.map((each) => ({ ...each, quantity: `-${each.quantity}` })), ticketDiscount: null });
        expect(sumMoney([sold.total, back.total])).toBe("0.00");
        expect(sumMoney([sold.tax, back.tax])).toBe("0.00");
      }),
    );
  });

  it("does not depend on the order of lines: its sums always, VAT too without a ticket discount", () => {
    fc.assert(
      fc.property(tickets(anyLine), fc.infiniteStream(fc.nat()), (ticket, keys) => {
        const shuffled = ticket.lines.map((each) => ({ each, key: keys.next().value as number })).sort((a, b) => a.key - b.key);
        const other = totalLines({ ...ticket, lines: shuffled.map(({ each }) => each) });
        const sum = totalLines(ticket);
        expect([other.subtotal, other.discount, other.total]).toEqual([sum.subtotal, sum.discount, sum.total]);
        if (ticket.ticketDiscount === null) expect(other.taxByRate).toEqual(sum.taxByRate);
      }),
    );
  });

  it("remembers of a line nothing that another ticket said of it", () => {
    fc.assert(
      fc.property(tickets(anyLine), fc.option(fc.integer({ min: -500, max: 500 })), (ticket, cents) => {
        const adjustment = cents === null ? {} : { adjustment: fix(big(String(cents)).div(100), 2) };
        const alone = totalLines({ lines: ticket.lines, ticketDiscount: null });
        const shared = totalLines({ ...ticket, ...adjustment });
        expect(shared).toEqual(totalLines({ ...ticket, ...adjustment, lines: ticket.lines.map((each) => ({ ...each })) }));
        expect(totalLines({ lines: ticket.lines, ticketDiscount: null })).toEqual(alone);
        const grown = totalLines({ lines: [...ticket.lines, line("1", "10")], ticketDiscount: null });
        expect(grown.lines.slice(0, -1)).toEqual(alone.lines);
      }),
    );
  });
});
