import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

export interface SwappedComponent {
  kitId: string;
  /** How many of the old component the kit held. */
  quantity: Decimal;
  /** How many of the new one it held before; null: none. */
  had: Decimal | null;
}

/** In every kit another component instead of one; a kit that holds both gets the sum. Answers what it was like, for putComponentsBack. */
export async function swapComponent(tx: TenantTx, from: string, to: string): Promise<SwappedComponent[]> {
  const held = await tx.rows<SwappedComponent>(sql`
    SELECT k.kit_id AS "kitId", k.quantity, o.quantity AS had FROM kit_component k
      LEFT JOIN kit_component o ON o.tenant_id = k.tenant_id AND o.kit_id = k.kit_id AND o.component_id = ${to}::uuid
     WHERE k.component_id = ${from}::uuid ORDER BY k.kit_id`);
  if (held.length === 0) return held;
  await tx.execute(sql`
    INSERT INTO kit_component (kit_id, component_id, quantity) SELECT kit_id, ${to}::uuid, quantity FROM kit_component WHERE component_id = ${from}::uuid
    ON CONFLICT (tenant_id, kit_id, component_id) DO UPDATE SET quantity = kit_component.quantity + excluded.quantity`);
  await tx.execute(sql`DELETE FROM kit_component WHERE component_id = ${from}::uuid`);
  return held;
}

/** The opposite, in kits that still hold as many as the swap gave them. */
export async function putComponentsBack(tx: TenantTx, from: string, to: string, swapped: readonly SwappedComponent[]): Promise<void> {
  for (const { kitId, quantity, had } of swapped) {
    const taken = had === null
      ? await tx.execute(sql`DELETE FROM kit_component WHERE kit_id = ${kitId} AND component_id = ${to} AND quantity = ${quantity}::numeric`)
      : await tx.execute(sql`UPDATE kit_component SET quantity = ${had}::numeric WHERE kit_id = ${kitId} AND component_id = ${to} AND quantity = ${had}::numeric + ${quantity}::numeric`);
    if (taken > 0) await tx.execute(sql`INSERT INTO kit_component (kit_id, component_id, quantity) VALUES (${kitId}::uuid, ${from}::uuid, ${quantity}::numeric) ON CONFLICT DO NOTHING`);
  }
}
