import type { Decimal } from "@/kernel/decimal.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { withDescendants } from "@/modules/catalogue/rules/category-tree.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { RoundingBand } from "../rules/round-price.ts";
import type { PricePlan, PriceScope } from "../schema.ts";
import { spreadTargets } from "../rules/spread-targets.ts";
import { getPriceList } from "./load-price-lists.ts";

/** A plan as typed_price_plan (migration 0095_typed_prices) takes it, with what the list adds. */
export interface ResolvedPlan {
  /** Null: the base list. */
  listId: string | null;
  scope: object;
  rule: PricePlan["rule"];
  rounding: RoundingBand[];
  /** Target margins by category, and of all others; a product's own goes before both. */
  targets: Record<string, Decimal> | null;
  target: Decimal | null;
  floor: Decimal | null;
  below: "floor" | "target" | null;
  maxJump: Decimal | null;
  floorMargin: Decimal | null;
  hold: boolean;
  /** Instead of what the rule gives, by product. */
  prices: Record<string, Decimal> | null;
}

const OF_COSTS: readonly string[] = ["markup", "margin", "target", "keep"];

/** Fills a plan in from its list and the category tree. A derived list has no prices to change; costs are for those who may see them. */
export async function resolvePlan(ctx: Pick<Context, "db" | "tenant" | "permissions">, { listId, scope: { below, ...scope }, rule, rounding, guards, prices }: PricePlan): Promise<Result<ResolvedPlan>> {
  if ((OF_COSTS.includes(rule.kind) || below) && !ctx.permissions.has("product.cost")) return refuse("forbidden");
  if (rule.kind === "keep" && scope.purchaseId === undefined) return refuseField("scope.purchaseId", "required");
  const list = await getPriceList(ctx.db, listId ?? ctx.tenant.id);
  if (!list) return refuseField("listId", "not_found");
  if (list.kind === "derived") return refuseField("listId", "price_list_derived");
  if (!list.isActive) return refuseField("listId", "price_list_archived");
  const aims = rule.kind === "target" || below === "target";
  if (aims && list.targetMargin === null && list.categoryTargets.length === 0 && !(list.kind === "base" && (await hasTargets(ctx)))) return refuseField(below === "target" ? "scope.below" : "rule.value", "target_missing");
  if (below === "floor" && list.floorMargin === null) return refuseField("scope.below", "floor_missing");
  return accept({
    listId: list.kind === "base" ? null : list.id,
    scope: await resolveScope(ctx, scope),
    rule,
    targets: list.categoryTargets.length === 0 ? null : spreadTargets(list.categoryTargets, await listCategories(ctx)),
    target: list.targetMargin,
    floor: below === "floor" ? list.floorMargin : null,
    below: below ?? null,
    rounding: rounding ?? list.rounding,
    maxJump: guards.maxJump ?? null,
    floorMargin: guards.floorMargin === undefined ? list.floorMargin : guards.floorMargin,
    hold: guards.hold,
    prices: prices ?? null,
  });
}

/** Whether any product has a target margin of its own. */
async function hasTargets(ctx: Pick<Context, "db">): Promise<boolean> {
  return (await ctx.db.rows(sql`SELECT FROM product WHERE target_margin IS NOT NULL LIMIT 1`)).length > 0;
}

/** A scope as price_scope takes it: a category with all below it, a question as folded words. */
export async function resolveScope(ctx: Pick<Context, "db">, { categoryId, q, ...scope }: PriceScope): Promise<object> {
  const [folded] = q?.trim() ? await ctx.db.rows<{ text: string }>(sql`SELECT search_fold(${q}::text) AS text`) : [];
  return {
    ...scope,
    ...(categoryId === undefined ? {} : { categoryIds: withDescendants(await listCategories(ctx), categoryId) }),
    ...(folded ? { words: folded.text.split(" ").filter(Boolean) } : {}),
  };
}
