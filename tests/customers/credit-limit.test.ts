import { expect, it } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { saveCustomer } from "@/modules/customers/commands/save-customer.ts";
import { getCustomer } from "@/modules/customers/queries/list-customers.ts";
import { collectPayment } from "@/modules/sales/commands/collect-payment.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { setPin } from "@/modules/team/commands/set-pin.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

it("I2 nobody owes beyond their limit unless somebody who may says so, however many tills sell at once; the refusal says both numbers", async () => {
  const { ctx, ctxOf } = await openShop();
  const product = await stockShelf(ctx, { salePrice: "100", stock: "1000" });
  const staff = await ctxOf("seller");
  const seller = { ...staff, permissions: new Set([...staff.permissions, "credit.grant" as const]) };
  const { id: customerId } = must(await saveCustomer(ctx, null, { name: "Ana López", creditLimit: "250" }));
  expect(await saveCustomer(staff, customerId, { creditLimit: "999999" })).toMatchObject({ fields: [{ path: "creditLimit", code: "forbidden" }] });
  expect(must(await saveCustomer(staff, customerId, { phone: "1155" })).creditLimit).toBe("250.00");
  const onAccount = { customerId, lines: [{ productId: product, quantity: "1" }], payments: [{ method: "account" as const, amount: "100" }] };
  const answers = await Promise.all(Array.from({ length: 5 }, () => registerSale(seller, onAccount)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  const refused = answers.find((answer) => !answer.ok)!;
  expect(refused).toMatchObject({ code: "credit_over_limit", params: { name: "Ana López", total: { money: "300.00" }, max: { money: "250.00" } } });
  must(await setPin(ctx, "8306"));
  expect(must(await registerSale(seller, { ...onAccount, approval: { pin: "8306", reason: "paga el lunes" } })).approvals).toMatchObject([{ kinds: ["credit"] }]);
  expect(await getCustomer(ctx.db, customerId)).toMatchObject({ balance: "300.00", oldestDebt: expect.stringMatching(/^\d{4}-/) });
  must(await collectPayment(ctx, customerId, { amount: "300", method: "cash" }));
  expect(await getCustomer(ctx.db, customerId)).toMatchObject({ balance: "0.00", oldestDebt: null });
});
