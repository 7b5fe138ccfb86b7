import { describe, expect, it } from "vitest";
import { saleRequestOf } from "./sale-request.ts";
import { changeTicket, openTicket, unpricedLine, type TicketAction } from "./ticket.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const screw = { id: "01890000-0000-7000-8000-000000000002", sku: "S", name: "Screw", unit: "u", taxRate: "21.00", salePrice: "100.0000" };
const ticketOf = (...actions: TicketAction[]) => actions.reduce((ticket, action) => changeTicket(ticket, action).ticket, openTicket(ID));

describe("saleRequestOf", () => {
  it("sends a price only when somebody said it, and amounts apart from percentages", () => {
    const ticket = ticketOf(
      { kind: "add", product: screw },
      { kind: "discount", scope: "line", discount: { kind: "percent", value: "10" } },
      { kind: "add", product: screw },
      { kind: "price", price: "80" },
      { kind: "misc", name: "", price: "50", taxRate: "10.50" },
      { kind: "discount", scope: "ticket", discount: { kind: "amount", value: "20" } },
    );
    expect(saleRequestOf(ticket, [{ method: "cash", amount: "500", count: 1 }, { method: "credit", amount: "20", count: 3 }], "200.00", "Sundries")).toEqual({
      id: ID,
      lines: [
        { productId: screw.id, quantity: "1", discountPercent: "10" },
        { productId: screw.id, quantity: "1", unitPrice: "80" },
        { description: "Sundries", quantity: "1", unitPrice: "50", taxRate: "10.50" },
      ],
      discountAmount: "20",
      payments: [{ method: "cash", amount: "500" }, { method: "credit", amount: "20", installments: 3 }],
      expectedTotal: "200.00",
    });
  });

  it("pays nothing for what is free", () => {
    const free = ticketOf({ kind: "add", product: screw }, { kind: "discount", scope: "ticket", discount: { kind: "percent", value: "100" } });
    expect(saleRequestOf(free, [], "0.00", "")).not.toHaveProperty("payments");
  });

  it("knows a line that nobody priced", () => {
    const ticket = ticketOf({ kind: "add", product: { ...screw, salePrice: null } });
    expect(unpricedLine(ticket)).toBe(ticket.lines[0]);
    const priced = changeTicket(ticket, { kind: "price", price: "7" }).ticket;
    expect(unpricedLine(priced)).toBeUndefined();
    expect(saleRequestOf(priced, [], "7", "").lines[0]).toMatchObject({ unitPrice: "7" });
  });
});
