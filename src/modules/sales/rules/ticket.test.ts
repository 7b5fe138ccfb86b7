import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTicket } from "./is-ticket.ts";
import { isBounce } from "./scan-bounce.ts";
import { changeTicket, currentLine, isOverridden, openTicket, totalTicket, type ProductToAdd, type Ticket, type TicketAction } from "./ticket.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const product = (n: number, unit = "u", salePrice = "100.0000"): ProductToAdd => ({
  id: `01890000-0000-7000-8000-00000000000${n}`,
  sku: `P-${n}`,
  name: `Product ${n}`,
  unit,
  taxRate: "21.00",
  salePrice,
});
const screw = product(1);
const cable = product(2, "m", "1180.0000");
const add = (of: ProductToAdd, quantity?: string): TicketAction => (quantity === undefined ? { kind: "add", product: of } : { kind: "add", product: of, quantity });
const after = (...actions: TicketAction[]): Ticket => actions.reduce((ticket, action) => changeTicket(ticket, action).ticket, openTicket(ID));
const shape = (ticket: Ticket) => ticket.lines.map((line) => `${line.sku}×${line.quantity}`);
const percent = (value: string) => ({ kind: "percent", value }) as const;

describe("adding", () => {
  it("merges a second scan into the last line when nothing was changed by hand", () => {
    const ticket = after(add(screw), add(screw), add(screw, "3"));
    expect(shape(ticket)).toEqual(["P-1×5"]);
    expect(ticket.lines[0]!.hits).toBe(3);
  });

  it("starts a new line after another product, another price or a change by hand", () => {
    expect(shape(after(add(screw), add(cable), add(screw)))).toEqual(["P-1×1", "P-2×1", "P-1×1"]);
    expect(shape(after(add(screw), add({ ...screw, salePrice: "101" })))).toEqual(["P-1×1", "P-1×1"]);
    expect(shape(after(add(screw), { kind: "quantity", quantity: "4" }, add(screw)))).toEqual(["P-1×4", "P-1×1"]);
    expect(shape(after(add(screw), { kind: "discount", scope: "line", discount: percent("10") }, add(screw)))).toEqual(["P-1×1", "P-1×1"]);
  });

  it("keeps a scale's label on a line of its own, until quantity or price is changed by hand", () => {
    const label = { code: "2100001012503", isPriced: true, salePrice: cable.salePrice };
    const labelled = { kind: "add", product: { ...cable, salePrice: "312.5" }, quantity: "0.7", label } as const;
    const ticket = after(add(cable, "0.5"), labelled, add(cable, "0.5"));
    expect(shape(ticket)).toEqual(["P-2×0.5", "P-2×0.7", "P-2×0.5"]);
    const repriced = changeTicket(ticket, { kind: "reprice", prices: [{ productId: cable.id, unitPrice: "999" }] }).ticket;
    expect(repriced.lines.map(({ unitPrice }) => unitPrice)).toEqual(["999", "312.5", "999"]);
    const changed = changeTicket(ticket, { kind: "quantity", quantity: "1", key: ticket.lines[1]!.key }).ticket.lines[1]!;
    expect([changed.label, changed.listPrice, changed.unitPrice]).toEqual([undefined, cable.salePrice, "312.5"]);
  });

  it("takes the waiting quantity once", () => {
    const ticket = after({ kind: "chip", quantity: "3" }, add(screw), add(cable));
    expect(shape(ticket)).toEqual(["P-1×3", "P-2×1"]);
    expect(ticket.chip).toBeNull();
  });

  it("sells fractions only of what is measured, and keeps the waiting quantity when it refuses", () => {
    const waiting = after({ kind: "chip", quantity: "2.5" });
    const change = changeTicket(waiting, add(screw));
    expect(change.event).toEqual({ kind: "refused", code: "quantity_not_fractional" });
    expect(change.ticket).toBe(waiting);
    expect(shape(after({ kind: "chip", quantity: "2.5" }, add(cable)))).toEqual(["P-2×2.5"]);
    expect(shape(after({ kind: "chip", quantity: "2.000" }, add(screw)))).toEqual(["P-1×2"]);
  });

  it("adds an item without a code", () => {
    const ticket = after({ kind: "misc", name: "bread", price: "1500", taxRate: "10.50", quantity: "2" });
    expect(ticket.lines[0]).toMatchObject({ productId: null, listPrice: null, name: "bread", quantity: "2" });
    expect(totalTicket(ticket, []).total).toBe("3000.00");
  });

  it("never grows a line past what a sale can hold", () => {
    const full = after(add(screw, "999999"));
    expect(changeTicket(full, add(screw, "1")).event).toMatchObject({ kind: "refused", code: "too_large" });
  });
});

describe("changing", () => {
  it("means the selected line, else the last", () => {
    const ticket = after(add(screw), add(cable), { kind: "select", key: 1 }, { kind: "quantity", quantity: "4" });
    expect(shape(ticket)).toEqual(["P-1×4", "P-2×1"]);
    expect(shape(after(add(screw), add(cable), { kind: "quantity", quantity: "4" }))).toEqual(["P-1×1", "P-2×4"]);
  });

  it("steps, and takes the line away below one", () => {
    expect(shape(after(add(screw), { kind: "step", by: "1" }))).toEqual(["P-1×2"]);
    expect(shape(after(add(screw), { kind: "step", by: "-1" }))).toEqual([]);
    expect(shape(after(add(cable, "0.5"), { kind: "step", by: "-1" }))).toEqual([]);
  });

  it("overrides a price and says so", () => {
    const ticket = after(add(screw), { kind: "price", price: "90" });
    expect(isOverridden(ticket.lines[0]!)).toBe(true);
    expect(totalTicket(ticket, []).total).toBe("90.00");
  });

  it("discounts a line, the ticket, and takes a discount of zero back", () => {
    const ticket = after(add(screw), { kind: "discount", scope: "line", discount: percent("10") }, { kind: "discount", scope: "ticket", discount: { kind: "amount", value: "5" } });
    expect(totalTicket(ticket, [])).toMatchObject({ discount: "15.00", total: "85.00" });
    const cleared = [ticket].map((t) => changeTicket(t, { kind: "discount", scope: "ticket", discount: percent("0") }).ticket)[0]!;
    expect(totalTicket(cleared, []).total).toBe("90.00");
  });

  it("refuses commands on an empty ticket", () => {
    for (const action of [{ kind: "quantity", quantity: "2" }, { kind: "remove" }, { kind: "price", price: "1" }, { kind: "discount", scope: "ticket", discount: percent("5") }] as const) {
      expect(changeTicket(openTicket(ID), action).event).toEqual({ kind: "refused", code: "sale_empty" });
    }
  });

  it("takes over changed prices but not over the cashier's", () => {
    const ticket = after(add(screw), add(cable), { kind: "price", price: "1000" }, { kind: "reprice", prices: [{ productId: screw.id, unitPrice: "110" }, { productId: cable.id, unitPrice: "1200" }] });
    expect(ticket.lines.map((line) => [line.unitPrice, line.listPrice])).toEqual([["110", "110"], ["1000", "1200"]]);
  });

  it("walks the selection and leaves it past the last line", () => {
    const ticket = after(add(screw), add(cable), { kind: "move", by: -1 });
    expect(currentLine(ticket)!.sku).toBe("P-2");
    expect(currentLine(changeTicket(ticket, { kind: "move", by: -1 }).ticket)!.sku).toBe("P-1");
    expect(changeTicket(ticket, { kind: "move", by: 1 }).ticket.selected).toBeNull();
  });

  it("keeps a selection near after a removal", () => {
    const ticket = after(add(screw), add(cable), { kind: "select", key: 1 }, { kind: "remove" });
    expect(ticket.selected).toBe(2);
  });
});

const actions: fc.Arbitrary<TicketAction> = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), product: fc.constantFrom(screw, cable, product(3)), quantity: fc.constantFrom("1", "2.5", "7") }),
  fc.record({ kind: fc.constant("quantity" as const), quantity: fc.constantFrom("0", "1", "3.25", "1000000") }),
  fc.record({ kind: fc.constant("step" as const), by: fc.constantFrom("1" as const, "-1" as const) }),
  fc.record({ kind: fc.constant("discount" as const), scope: fc.constantFrom("line" as const, "ticket" as const), discount: fc.constant(percent("12.5")) }),
  fc.record({ kind: fc.constant("move" as const), by: fc.constantFrom(1 as const, -1 as const) }),
  fc.constant({ kind: "remove" as const }),
  fc.record({ kind: fc.constant("price" as const), price: fc.constantFrom("0", "12.3456") }),
);

describe("any ticket", () => {
  it("is undone step by step to the empty one", () => {
    fc.assert(fc.property(fc.array(actions, { maxLength: 30 }), (list) => {
      let ticket = after(...list);
      for (let i = 0; i < list.length; i += 1) ticket = changeTicket(ticket, { kind: "undo" }).ticket;
      expect(ticket.lines).toEqual([]);
      expect(ticket.discount).toBeNull();
    }));
  });

  it("is left alone by a refusal, never has two lines of one key, and survives a reload", () => {
    fc.assert(fc.property(fc.array(actions, { maxLength: 30 }), actions, (list, next) => {
      const ticket = after(...list);
      const change = changeTicket(ticket, next);
      if (change.event.kind === "refused") expect(change.ticket).toBe(ticket);
      expect(new Set(ticket.lines.map((line) => line.key)).size).toBe(ticket.lines.length);
      expect(isTicket(JSON.parse(JSON.stringify(ticket)))).toBe(true);
    }));
  });

  it("is nothing else", () => {
    const ticket = after(add(screw));
    for (const value of [null, "", [], {}, { id: 1 }, { ...ticket, id: "1" }, { ...ticket, lines: [{ ...ticket.lines[0], unitPrice: "1e9" }] }, { ...ticket, discount: { kind: "free" } }]) {
      expect(isTicket(value)).toBe(false);
    }
  });
});

describe("isBounce", () => {
  it("counts the same code within 150 ms once", () => {
    expect(isBounce(null, { code: "1", at: 0 })).toBe(false);
    expect(isBounce({ code: "1", at: 0 }, { code: "1", at: 149 })).toBe(true);
    expect(isBounce({ code: "1", at: 0 }, { code: "1", at: 150 })).toBe(false);
    expect(isBounce({ code: "1", at: 0 }, { code: "2", at: 10 })).toBe(false);
  });
});
