import { expect, it } from "vitest";
import { grantsOf, isPattern, PERMISSIONS, type Authority } from "./permissions.ts";

const staff = (given: Partial<Authority>): Authority => ({ role: "STAFF", permissionSet: null, ownSet: null, patterns: [], thresholds: {}, ...given });

it("A7 patterns give and take", () => {
  expect([...grantsOf(staff({ patterns: ["sale.*", "!sale.read"] })).permissions]).toEqual(["sale.register", "sale.return", "sale.cancel"]);
  expect([...grantsOf(staff({ permissionSet: "stock_keeper" })).permissions]).not.toContain("product.cost");
  expect(grantsOf(staff({ permissionSet: "nobody" })).permissions.size).toBe(0);
});

it("A7 no pattern gives what is bound to a role", () => {
  const all = grantsOf(staff({ patterns: ["*", "member.*", "shop.own"] })).permissions;
  expect(all.has("member.write")).toBe(false);
  expect(all.has("shop.own")).toBe(false);
  expect(grantsOf(staff({ role: "ADMIN" })).permissions.has("shop.own")).toBe(false);
  expect(grantsOf(staff({ role: "ADMIN" })).permissions.size).toBe(PERMISSIONS.length - 1);
  expect(grantsOf(staff({ role: "OWNER" })).permissions.size).toBe(PERMISSIONS.length);
});

it("A7 limits: the member's, else the set's; owner and admin have none", () => {
  expect(grantsOf(staff({ permissionSet: "seller", thresholds: { maxRefund: null } })).thresholds).toEqual({ maxDiscountPercent: "10", maxRefund: null });
  expect(grantsOf(staff({ role: "ADMIN", thresholds: { maxDiscountPercent: "1" } })).thresholds).toEqual({ maxDiscountPercent: "100", maxRefund: null });
});

it("knows a pattern that means nothing", () => {
  expect(["sale.*", "!product.cost", "*", "audit.read"].every(isPattern)).toBe(true);
  expect(["sales.*", "sale.fly", "", "!"].some(isPattern)).toBe(false);
});
