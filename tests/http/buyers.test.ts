import { expect, it } from "vitest";
import { POST as sell } from "@/app/api/v1/ops/sales/route.ts";
import { newId } from "@/kernel/id.ts";
import { signAccessToken } from "@/modules/identity/access-token.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

it("I1 1,000 buyers for 100 units through the endpoint, those who got one asking again: exactly 100 sold, 900 told what is left", async () => {
  const { ctx, membership } = await openShop();
  const product = await stockShelf(ctx, { name: "Codo", stock: "100" });
  await ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
  const token = await signAccessToken(membership, new Date());
  const body = JSON.stringify({ lines: [{ productId: product, quantity: "1" }] });
  const buy = async (key: string) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", "idempotency-key": key };
    const answer = await sell(new Request("http://127.0.0.1/api/v1/ops/sales", { method: "POST", headers, body }), { params: Promise.resolve({}) });
    return { status: answer.status, text: await answer.text() };
  };

  const counts: Record<number, number> = {};
  const numbers = new Set<number>();
  const buyers = Array.from({ length: 1_000 }, () => newId()).values();
  await Promise.all(Array.from({ length: 32 }, async () => {
    for (const key of buyers) {
      const once = await buy(key);
      if (once.status === 201) expect(await buy(key)).toEqual(once);
      counts[once.status] = (counts[once.status] ?? 0) + 1;
      const answer = JSON.parse(once.text) as { number?: number; code?: string };
      if (answer.number === undefined) expect(answer.code).toBe("stock_short");
      else numbers.add(answer.number);
    }
  }));
  expect(counts).toEqual({ 201: 100, 409: 900 });
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  expect(await auditTenant(ctx.db)).toEqual([]);
}, 120_000);
