import { expect, test } from "vitest";
import { chooseReceived } from "./choose-received.ts";

const awaited = [{ productId: "a", quantity: "10.000", received: "4.000" }, { productId: "b", quantity: "5.000", received: "5.000" }];

test("without lines all that is still to come, and nothing once it is all there", () => {
  expect(chooseReceived(awaited, undefined, false)).toEqual({ ok: true, value: [{ productId: "a", quantity: "6.000", ordered: "6.000", reason: null }] });
  expect(chooseReceived([awaited[1]!], undefined, false)).toMatchObject({ code: "purchase_order_state" });
});

test("more than was ordered, and what will never come, say why", () => {
  expect(chooseReceived(awaited, [{ productId: "a", quantity: "7" }], false)).toMatchObject({ fields: [{ path: "lines.0.reason", code: "reason_required" }] });
  expect(chooseReceived(awaited, [{ productId: "a", quantity: "2" }], true)).toMatchObject({ code: "reason_required" });
  expect(chooseReceived(awaited, [{ productId: "a", quantity: "2" }], false)).toMatchObject({ ok: true, value: [{ quantity: "2.000", ordered: "6.000" }] });
  expect(chooseReceived(awaited, [{ productId: "b", quantity: "1", reason: "de regalo" }, { productId: "a", quantity: "0", reason: "roto" }], true)).toMatchObject({ ok: true, value: [{ productId: "b", ordered: "0.000" }, { productId: "a", quantity: "0.000", reason: "roto" }] });
  expect(chooseReceived(awaited, [{ productId: "a", quantity: "0" }], false)).toMatchObject({ fields: [{ path: "lines", code: "quantity_zero" }] });
  expect(chooseReceived(awaited, [{ productId: "z", quantity: "1" }], false)).toMatchObject({ code: "product_unknown" });
});
