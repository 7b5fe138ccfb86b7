import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, RefusedError, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { writeLocation } from "@/modules/tenancy/postings/write-location.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { loadLocationRecords, type LocationRecord } from "../queries/load-location-records.ts";
import type { LocationChange } from "../schema.ts";

/**
 * Makes a location (`id` null) or changes one; absent fields stay. There is always one usual location, and it is open; one with goods in it
 * is not closed. Refused when somebody changed it since the `version` that was seen.
 */
export async function saveLocation(ctx: Context, id: string | null, { version, ...change }: LocationChange, newLocationId?: string): Promise<Result<LocationRecord>> {
  return ctx.transact(async (tx) => {
    // All rows in one order: two that become the usual one at once would otherwise wait for each other.
    const locked = await tx.rows<{ id: string }>(sql`SELECT id FROM location ORDER BY id FOR NO KEY UPDATE`);
    if (id !== null && !locked.some((row) => row.id === id)) return refuse("not_found");
    const [before] = id === null ? [] : await loadLocationRecords(tx, id);
    if (before && version !== undefined && version !== before.version) return refuse("version_changed");
    const after = { ...EMPTY, ...before, ...given(change), id: id ?? newLocationId ?? newId(ctx.now.getTime()) };
    const refused = (await refuseClosing(tx, before, after)) ?? (await refuseStrangers(tx, after.memberIds));
    if (refused) return refused;
    await write(tx, after, before !== undefined).catch((error: unknown) => {
      throw takenBy(error) ?? error;
    });
    await recordAudit(tx, ctx, { action: before ? "location.update" : "location.create", entity: "location", entityId: after.id, detail: { before: before ?? null, after: change } });
    const [saved] = await loadLocationRecords(tx, after.id);
    return accept(saved!);
  });
}

type Kept = Omit<LocationRecord, "version">;

const EMPTY: Kept = { id: "", name: "", kind: "shop", isDefault: false, isActive: true, address: null, memberIds: [] };

function given(change: Omit<LocationChange, "version">): Partial<Kept> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

async function refuseClosing(tx: TenantTx, before: LocationRecord | undefined, after: Kept): Promise<Refusal | null> {
  if (before?.isDefault && !after.isDefault) return refuseField("isDefault", "location_default");
  if (after.isDefault && !after.isActive) return refuseField("isActive", "location_default");
  if (after.isActive || !before?.isActive) return null;
  const goods = await tx.rows(sql`
    SELECT FROM stock_level WHERE location_id = ${after.id} AND on_hand <> 0
    UNION ALL SELECT FROM stock_transfer WHERE ${after.id} IN (from_id, to_id) AND status IN ('requested', 'in_transit') LIMIT 1`);
  return goods.length === 0 ? null : refuseField("isActive", "location_in_use");
}

async function refuseStrangers(tx: TenantTx, memberIds: readonly string[]): Promise<Refusal | null> {
  const known = await tx.rows<{ id: string }>(sql`SELECT id FROM member WHERE id = ANY (${[...memberIds]}::uuid[])`);
  return known.length === memberIds.length ? null : refuseField("memberIds", "not_found");
}

async function write(tx: TenantTx, { memberIds, ...location }: Kept, exists: boolean): Promise<void> {
  await writeLocation(tx, location, exists);
  await tx.execute(sql`DELETE FROM location_member WHERE location_id = ${location.id} AND NOT member_id = ANY (${memberIds}::uuid[])`);
  await tx.execute(sql`INSERT INTO location_member (location_id, member_id) SELECT ${location.id}::uuid, m FROM unnest(${memberIds}::uuid[]) AS m ON CONFLICT DO NOTHING`);
}

function takenBy(error: unknown): RefusedError | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== "23505") return null;
  if (constraint === "location_tenant_id_name_key") return new RefusedError(refuseField("name", "location_taken"));
  return constraint === "location_pkey" ? new RefusedError(refuseField("id", "conflict")) : null;
}
