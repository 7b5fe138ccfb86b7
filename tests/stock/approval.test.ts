import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { reviewCount } from "@/modules/stock/commands/move-count.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { postCount } from "@/modules/stock/commands/post-count.ts";
import { recordCount } from "@/modules/stock/commands/record-count.ts";
import { adjustStockSchema, openCountSchema } from "@/modules/stock/schema.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { Permission } from "@/modules/tenancy/permissions.ts";
import { sql } from "@/platform/db/sql.ts";
import { newId } from "@/kernel/id.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

/** Another member of the shop's staff, who may do these things. */
async function staff({ ctx, contextAt }: Awaited<ReturnType<typeof openShop>>, name: string, permissions: readonly Permission[]) {
  const id = newId();
  await ctx.db.execute(sql`INSERT INTO member (id, user_id, name) VALUES (${id}, ${newId()}, ${name})`);
  return (): Context => {
    const now = contextAt(new Date());
    return { ...now, member: { ...now.member, id, name, role: "STAFF" }, permissions: new Set(permissions) };
  };
}

test("E3 differences above the shop's limit are posted by a second member who may approve; below it by whoever counted; without a limit as ever", async () => {
  const shop = await openShop();
  const { ctx, contextAt } = shop;
  const product = await stockShelf(ctx, { stock: "100", costPrice: "10" });
  const keeper = await staff(shop, "Keeper", ["stock.count", "stock.adjust", "stock.negative"]);
  const [chief, other] = [await staff(shop, "Chief", ["stock.count", "stock.approve"]), await staff(shop, "Other", ["stock.count", "stock.approve"])];
  const counted = async (by: () => Context, quantity: string) => {
    const { id } = must(await openCount(by(), openCountSchema.parse({})));
    must(await recordCount(by(), id, { lines: [{ productId: product, counted: quantity }] }));
    must(await reviewCount(by(), id));
    return id;
  };
  const post = (by: () => Context, id: string) => postCount(by(), id, { choices: [] });

  const first = await counted(keeper, "99");
  expect(await post(keeper, first)).toMatchObject({ code: "forbidden" });
  must(await changeSettings(ctx, { stockApproval: "50" }));
  must(await post(keeper, first));
  // Six at 10: above 50.
  const second = await counted(keeper, "93");
  expect(await post(keeper, second)).toMatchObject({ code: "approval_needed" });
  must(await post(chief, second));
  const third = await counted(chief, "80");
  expect(await post(chief, third)).toMatchObject({ code: "approval_by_other" });
  must(await post(other, third));
  // Above the owner is nobody.
  const owner = () => contextAt(new Date());
  must(await post(owner, await counted(owner, "60")));

  const adjust = (by: () => Context, quantity: string) => adjustStock(by(), adjustStockSchema.parse({ reason: "breakage", lines: [{ productId: product, quantity }] }));
  must(await adjust(keeper, "-5"));
  expect(await adjust(keeper, "-6")).toMatchObject({ code: "approval_needed" });
  must(await adjust(chief, "-6"));
  const [level] = await ctx.db.rows<{ onHand: string }>(sql`SELECT on_hand AS "onHand" FROM stock_level WHERE product_id = ${product}`);
  expect(level).toEqual({ onHand: "49.000" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});
