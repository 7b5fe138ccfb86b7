import { accept, refuse, refuseField, type FieldRefusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { getKit, type KitView } from "../queries/get-kit.ts";
import type { KitInput } from "../schema.ts";

/**
 * Makes a product a kit of these components, or with none a product like any other. Refuses a ring, a component that is archived and a
 * product that has stock of its own, on a shelf or on its way, which nobody would count again.
 */
export async function saveKit(ctx: Context, id: string, { pricing, components }: KitInput): Promise<Result<KitView>> {
  return ctx.transact(async (tx) => {
    // One at a time in a shop: two at once could close a ring that neither of them sees.
    await tx.rows(sql`SELECT FROM shop FOR NO KEY UPDATE`);
    await tx.rows(sql`SELECT FROM product WHERE id = ANY (${[id, ...components.map(({ productId }) => productId)]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
    const before = await getKit(ctx, tx, id);
    if (!before) return refuse("not_found");
    const wrong = await judge(tx, id, components);
    if (wrong) return wrong;
    await tx.execute(sql`UPDATE product SET kit_pricing = ${components.length === 0 ? null : pricing}::text, version = version + 1, updated_at = ${ctx.now} WHERE id = ${id}`);
    await tx.execute(sql`DELETE FROM kit_component WHERE kit_id = ${id} AND NOT component_id = ANY (${components.map(({ productId }) => productId)}::uuid[])`);
    await tx.execute(sql`
      INSERT INTO kit_component (kit_id, component_id, quantity)
      SELECT ${id}::uuid, c.id, c.quantity FROM unnest(${components.map(({ productId }) => productId)}::uuid[], ${components.map(({ quantity }) => quantity)}::numeric[]) AS c (id, quantity)
      ON CONFLICT (tenant_id, kit_id, component_id) DO UPDATE SET quantity = excluded.quantity`);
    const after = (await getKit(ctx, tx, id))!;
    await recordAudit(tx, ctx, { action: "product.update", entity: "product", entityId: id, detail: { before: told(before), after: told(after) } });
    return accept(after);
  });
}

/** As the trail says it: "2 × Codo, 1 × Caño". */
function told({ pricing, components }: KitView): Record<string, unknown> {
  return { kitPricing: pricing, components: components.map(({ name, quantity }) => `${quantity} × ${name}`).join(", ") };
}

async function judge(tx: TenantTx, id: string, components: KitInput["components"]): Promise<ReturnType<typeof refuse> | null> {
  if (components.length === 0) return null;
  const [stock] = await tx.rows(sql`
    SELECT FROM stock_level WHERE product_id = ${id} AND on_hand <> 0 UNION ALL SELECT FROM stock_transfer_line WHERE product_id = ${id} AND in_transit > 0 LIMIT 1`);
  if (stock) return refuse("kit_has_stock");
  const ids = components.map(({ productId }) => productId);
  const known = await tx.rows<{ id: string; name: string; isActive: boolean; closes: boolean }>(sql`
    SELECT c.id, c.name, c.is_active AS "isActive", c.id = ${id}::uuid OR EXISTS (
             WITH RECURSIVE part AS (SELECT k.component_id FROM kit_component k WHERE k.kit_id = c.id
                                     UNION SELECT k.component_id FROM part JOIN kit_component k ON k.kit_id = part.component_id)
             SELECT FROM part WHERE part.component_id = ${id}::uuid) AS closes
      FROM product c WHERE c.id = ANY (${ids}::uuid[])`);
  const wrong = ids.flatMap((productId, i): FieldRefusal[] => {
    const found = known.find((one) => one.id === productId);
    const path = `components.${i}.productId`;
    if (!found) return [{ path, code: "not_found" }];
    if (found.closes) return [{ path, code: "kit_ring", params: { name: found.name } }];
    return found.isActive ? [] : [{ path, code: "product_archived", params: { name: found.name } }];
  });
  return wrong[0] ? { ...refuseField(wrong[0].path, wrong[0].code, wrong[0].params), fields: wrong } : null;
}
