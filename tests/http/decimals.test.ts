import { expect, it } from "vitest";
import { GET as getProduct } from "@/app/api/v1/ops/products/[id]/route.ts";
import { GET as getMethods } from "@/app/api/v1/ops/payment-methods/route.ts";
import { GET as getSellingLists } from "@/app/api/v1/ops/price-lists/route.ts";
import { GET as getPosList } from "@/app/api/v1/ops/price-lists/[id]/route.ts";
import { POST as postLostDemand } from "@/app/api/v1/ops/lost-demand/route.ts";
import { GET as getKit } from "@/app/api/v1/back-office/products/[id]/kit/route.ts";
import { POST as postProduct } from "@/app/api/v1/back-office/products/route.ts";
import { GET as getList } from "@/app/api/v1/back-office/price-lists/[id]/route.ts";
import { POST as postList } from "@/app/api/v1/back-office/price-lists/route.ts";
import { POST as postMember } from "@/app/api/v1/back-office/members/route.ts";
import type { Endpoint } from "@/app/api/endpoint.ts";
import { newId } from "@/kernel/id.ts";
import { signAccessToken } from "@/modules/identity/access-token.ts";
import { openShop, PASSWORD } from "../support/open-shop.ts";

/** What an endpoint answers, held to the schema that it publishes. */
async function call(endpoint: Endpoint, token: string, { id, body }: { id?: string; body?: object } = {}): Promise<Record<string, unknown>> {
  const request = new Request("http://127.0.0.1/api/v1/x", { method: body ? "POST" : "GET", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, ...(body ? { body: JSON.stringify(body) } : {}) });
  const answer = await endpoint(request, { params: Promise.resolve<Record<string, string>>(id === undefined ? {} : { id }) });
  const json = (await answer.json()) as Record<string, unknown>;
  expect([answer.status < 300, json]).toEqual([true, json]);
  expect(endpoint.plan.answer.safeParse(json).error?.issues).toBeUndefined();
  return json;
}

it("decimals are written in one form, however they were typed and wherever they are kept", async () => {
  const { membership } = await openShop();
  const token = await signAccessToken(membership, new Date(), new Date());
  const product = await call(postProduct as Endpoint, token, { body: { name: "Aceite", salePrice: "1500", costPrice: "900.5", taxRate: "21", minStock: "2", weight: "0.92", content: { amount: "1.5", unit: "l" }, barcodes: ["7790895000997", { code: "17790895000994", packSize: "12" }] } });
  const written = { weight: "0.9200", content: { amount: "1.5000", unit: "l" }, salePrice: "1500.00", costPrice: "900.50", taxRate: "21.00", minStock: "2.000", packs: [{ packSize: "1.000" }, { packSize: "12.000" }], stock: { onHand: "0.000", reserved: "0.000", available: "0.000" } };
  expect(product).toMatchObject(written);
  expect(await call(getProduct as Endpoint, token, { id: String(product["id"]) })).toMatchObject(written);
  expect(await call(postLostDemand as Endpoint, token, { body: { productId: product["id"], quantity: "2" } })).toMatchObject({ quantity: "2.000" });

  const rules = { breaks: [{ from: "10", percent: "-5" }], methods: { debit: "2.5" }, installments: [{ count: 3, percent: "8" }] };
  const told = { breaks: [{ from: "10.000", percent: "-5.00" }], methods: { debit: "2.50" }, installments: [{ count: 3, percent: "8.00" }] };
  const list = await call(postList as Endpoint, token, { body: { name: "Mayorista", percent: "-10", rounding: [{ upTo: null, step: "5", mode: "nearest" }], floorMargin: "20", ...rules } });
  const id = String(list["id"]);
  expect(list).toMatchObject({ percent: "-10.00", rounding: [{ step: "5.00", ending: "0.00" }], floorMargin: "20.00", ...told });
  expect(await call(getList as Endpoint, token, { id })).toEqual(list);
  expect((await call(getSellingLists as Endpoint, token))["items"]).toMatchObject([{}, { percent: "-10.00", ...told }]);
  expect(await call(getPosList as Endpoint, token, { id })).toMatchObject({ percent: "-10.00", rules: told });
  expect((await call(getMethods as Endpoint, token))["items"]).toMatchObject([{ percent: "0.00" }, {}, {}, {}, {}, {}, {}]);

  const kit = await call(postProduct as Endpoint, token, { body: { name: "Kit", salePrice: "3000" } });
  expect(await call(getKit as Endpoint, token, { id: String(kit["id"]) })).toEqual({ pricing: null, components: [] });
  expect(await call(postMember as Endpoint, token, { body: { role: "STAFF", permissionSet: "seller", email: `u${newId()}@example.com`, name: "Otra", password: PASSWORD, thresholds: { maxDiscountPercent: "7", maxRefund: "500" } } })).toMatchObject({ thresholds: { maxDiscountPercent: "7.00", maxRefund: "500.00" } });
});
