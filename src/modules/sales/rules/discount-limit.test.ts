import { describe, expect, it } from "vitest";
import { totalLines, type Discount } from "@/modules/pricing/rules/total-lines.ts";
import { passesDiscountLimit } from "./discount-limit.ts";

const passes = (line: Discount | null, ticket: Discount | null, max: string) =>
  passesDiscountLimit(totalLines({ lines: [{ quantity: "1", unitPrice: "100", discount: line, taxRate: "21" }], ticketDiscount: ticket }).lines, max);

describe("passesDiscountLimit", () => {
  it("adds the line's and the ticket's discount", () => {
    expect(passes({ kind: "percent", value: "10" }, null, "10")).toBe(false);
    expect(passes(null, { kind: "percent", value: "10" }, "10")).toBe(false);
    expect(passes({ kind: "percent", value: "10" }, { kind: "percent", value: "10" }, "10")).toBe(true);
    expect(passes({ kind: "amount", value: "10.02" }, null, "10")).toBe(true);
  });

  it("forgives the cent of a share, but nothing where no discount is allowed", () => {
    expect(passes({ kind: "amount", value: "10.01" }, null, "10")).toBe(false);
    expect(passes({ kind: "amount", value: "0.01" }, null, "0")).toBe(true);
    expect(passes(null, null, "0")).toBe(false);
  });
});
