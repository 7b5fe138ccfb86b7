import { big, fix, isZero, type Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import { RefusedError, refuse } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface MovementLine {
  productId: string;
  /** Signed: in is positive, out is negative. Lines of one product are added up. Null with `counted`. */
  quantity: Decimal | null;
  /** Instead of a quantity: what the level is set to. At most one such line of a product. */
  counted?: Decimal;
  /** Cost of one unit, net of VAT, in the shop's currency, where the movement itself tells it. */
  unitCost?: Decimal | null;
  /** For the words of a refusal. */
  name: string;
}

export interface MovementsToPost {
  type: "opening" | "sale" | "return" | "purchase" | "adjustment" | "transfer" | "count" | "kit";
  locationId: string;
  lines: readonly MovementLine[];
  /** Whether a level may end below zero: for sure, or by what the product's category says, else the shop, and whether the member may at all. */
  mayGoNegative: boolean | { shop: "refuse" | "warn" | "allow"; member: boolean };
  source: { kind: string; id: string };
  reason?: string;
}

export interface PostedMovement {
  productId: string;
  quantity: Decimal;
  before: Decimal;
  after: Decimal;
}

const STOCK_SHORT = "MS001";

/**
 * Writes movements in the caller's transaction, one statement in product order; the trigger moves the levels. Answers what moved: a level
 * that already was what it is set to did not. Throws RefusedError `stock_short` with the product's name and what is available when the policy refuses.
 */
export async function postMovements(tx: TenantTx, ctx: Context, movements: MovementsToPost): Promise<PostedMovement[]> {
  const moving = [...addUp(movements.lines)].filter((line) => line.counted !== null || !isZero(line.quantity)).sort((a, b) => (a.productId < b.productId ? -1 : 1));
  if (moving.length === 0) return [];

  // The ids rise with the lines, so that movements of one instant are listed in the order in which they were made.
  const ids = moving.map(() => newId(ctx.now.getTime())).sort();
  const column = <K extends keyof Moving>(key: K) => moving.map((line) => line[key]);
  const policy = movements.mayGoNegative;
  const isFixed = typeof policy === "boolean";
  return tx
    .rows<PostedMovement>(sql`
      INSERT INTO stock_movement (id, location_id, product_id, type, quantity, before, after, may_go_negative, source_kind, source_id, member_id, reason, at, counted, unit_cost)
      SELECT m.id, ${movements.locationId}::uuid, m.product_id, ${movements.type}::text, m.quantity, 0, 0,
             CASE WHEN ${isFixed}::boolean THEN ${isFixed ? policy : false}::boolean
                  ELSE ${isFixed ? false : policy.member}::boolean AND coalesce((SELECT c.negative_stock FROM product p JOIN category c ON c.tenant_id = p.tenant_id AND c.id = p.category_id
                                                                          WHERE p.id = m.product_id), ${isFixed ? "allow" : policy.shop}::text) <> 'refuse' END,
             ${movements.source.kind}::text, ${movements.source.id}::uuid, ${ctx.member.id}::uuid, ${movements.reason ?? null}::text, ${ctx.now}::timestamptz, m.counted, m.unit_cost
        FROM unnest(${ids}::uuid[], ${column("productId")}::uuid[], ${column("quantity")}::numeric[], ${column("counted")}::numeric[], ${column("unitCost")}::numeric[])
             AS m (id, product_id, quantity, counted, unit_cost)
       ORDER BY m.product_id
      RETURNING product_id AS "productId", quantity, before, after`)
    .catch((error: unknown) => {
      throw shortageOf(error, movements.lines) ?? error;
    });
}

interface Moving {
  productId: string;
  quantity: Decimal;
  counted: Decimal | null;
  unitCost: Decimal | null;
}

function addUp(lines: readonly MovementLine[]): Iterable<Moving> {
  const byProduct = new Map<string, Moving>();
  for (const { productId, quantity, counted, unitCost } of lines) {
    const known = byProduct.get(productId);
    byProduct.set(productId, {
      productId,
      quantity: fix(big(known?.quantity ?? "0").plus(quantity ?? "0"), QUANTITY_SCALE),
      counted: counted ?? known?.counted ?? null,
      unitCost: unitCost ?? known?.unitCost ?? null,
    });
  }
  return byProduct.values();
}

function shortageOf(error: unknown, lines: MovementsToPost["lines"]): RefusedError | null {
  const { code, detail, hint } = error as { code?: string; detail?: string; hint?: string };
  if (code !== STOCK_SHORT) return null;
  const name = lines.find((line) => line.productId === detail)?.name ?? "";
  return new RefusedError(refuse("stock_short", { params: { name, available: { figure: hint ?? "0" } } }));
}
