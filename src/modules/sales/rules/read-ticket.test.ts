import { expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import { readTicket } from "./read-ticket.ts";
import { backOf, openTicket } from "./ticket.ts";

const back = { saleLineId: newId(), number: 7, name: "Nails", unit: "u", quantity: "1", total: "121.00", taxRate: "21", tax: "21.00" };
const kept = (line: object) => JSON.parse(JSON.stringify({ ...openTicket(newId()), back: [line] })) as unknown;

it("a ticket of an earlier shape is read: what comes back gets the VAT that it was kept without", () => {
  const { tax: _tax, ...untaxed } = back;
  const { taxRate: _rate, ...bare } = untaxed;
  expect(readTicket(kept(back))!.back).toEqual([back]);
  expect(readTicket(kept(untaxed))!.back).toEqual([back]);
  expect(readTicket(kept(bare))).toMatchObject({ back: [{ taxRate: "0", tax: "0.00", total: "121.00" }] });
  expect(backOf(readTicket(kept(bare))!)).toBe("121.00");
});

it("what is no ticket is none, whatever it is", () => {
  for (const value of [null, 3, "x", [], {}, { back: [null] }, kept({ ...back, total: "NaN", tax: undefined }), kept({ ...back, quantity: undefined })]) expect(readTicket(value)).toBeNull();
});
