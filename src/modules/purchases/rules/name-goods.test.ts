import { expect, test } from "vitest";
import { nameGoods } from "./name-goods.ts";

const goods = [{ id: "1", sku: "A", name: "Codo", isKit: false }, { id: "2", sku: "B", name: "Kit baño", isKit: true }];

test("lines name products by id or code, each refused where it stands", () => {
  expect(nameGoods([{ productId: "1" }, { sku: "A" }], goods, { once: false })).toMatchObject({ ok: true, value: [{ id: "1" }, { id: "1" }] });
  expect(nameGoods([{ productId: "1" }, { sku: "A" }], goods, { once: true })).toMatchObject({ fields: [{ path: "lines.1.sku", code: "product_repeated" }] });
  expect(nameGoods([{ productId: "9" }, { sku: "Z" }], goods, { once: true })).toMatchObject({ fields: [{ path: "lines.0.productId", code: "product_unknown" }, { path: "lines.1.sku", code: "product_unknown" }] });
  expect(nameGoods([{ productId: "1" }, { sku: "B" }], goods, { once: true })).toMatchObject({ code: "kit_no_stock", params: { name: "Kit baño" }, fields: [{ path: "lines.1.sku" }] });
});
