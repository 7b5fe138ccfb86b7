import { compare } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, RefusedError, type Refusal, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { writeRegister } from "@/modules/tenancy/postings/write-register.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { loadRegisterRecords, type RegisterRecord } from "../queries/load-register-records.ts";
import type { RegisterChange } from "../schema.ts";

/**
 * Makes a register (`id` null) or changes one, puts it away or takes it back; absent fields stay. One whose till is open neither moves nor goes, and the
 * shop keeps one. Refused when somebody changed it since the `version` that was seen.
 */
export async function saveRegister(ctx: Context, id: string | null, { version, ...change }: RegisterChange, newRegisterId?: string): Promise<Result<RegisterRecord>> {
  return ctx.transact(async (tx) => {
    // All rows in one order: two that are put away at once would leave none. A till that is being opened holds its register, too.
    const locked = await tx.rows<{ id: string; isActive: boolean }>(sql`SELECT id, is_active AS "isActive" FROM register ORDER BY id FOR NO KEY UPDATE`);
    if (id !== null && !locked.some((row) => row.id === id)) return refuse("not_found");
    const [before] = id === null ? [] : await loadRegisterRecords(tx, id);
    if (before && version !== undefined && version !== before.version) return refuse("version_changed");
    const place = await findPlace(tx, change.locationId ?? before?.locationId ?? null);
    const refused = refusePlace(place, before) ?? refusePuttingAway(before, change, locked.filter(({ isActive }) => isActive).length);
    if (!place || refused) return refused ?? refuseField("locationId", "not_found");
    const after = { id: before?.id ?? newRegisterId ?? newId(ctx.now.getTime()), name: change.name ?? before?.name ?? "", locationId: place.id, isActive: change.isActive ?? before?.isActive ?? true, tolerance: change.tolerance ?? before?.tolerance ?? "0", approvalAbove: change.approvalAbove === undefined ? (before?.approvalAbove ?? null) : change.approvalAbove };
    if (after.approvalAbove !== null && compare(after.approvalAbove, after.tolerance) < 0) return refuseField("approvalAbove", "too_small");
    await writeRegister(tx, after, before !== undefined).catch((error: unknown) => {
      throw takenBy(error) ?? error;
    });
    const [saved] = await loadRegisterRecords(tx, after.id);
    await recordAudit(tx, ctx, {
      action: before ? "register.update" : "register.create", entity: "register", entityId: after.id,
      detail: { before: before ? told(before) : null, after: told(saved!) },
    });
    return accept(saved!);
  });
}

/** What the trail says of a register. */
function told({ name, locationName, tolerance, approvalAbove, isActive }: RegisterRecord) {
  return { name, place: locationName, tolerance, approvalAbove, isActive };
}

interface Place {
  id: string;
  name: string;
  isActive: boolean;
}

async function findPlace(tx: TenantTx, id: string | null): Promise<Place | undefined> {
  const [place] = await tx.rows<Place>(sql`SELECT id, name, is_active AS "isActive" FROM location WHERE CASE WHEN ${id}::uuid IS NULL THEN is_default ELSE id = ${id}::uuid END`);
  return place;
}

/** The documents of an open till belong to its location: it moves once it is closed. */
function refusePlace(place: Place | undefined, before: RegisterRecord | undefined): Refusal | null {
  if (!place) return refuseField("locationId", "not_found");
  if (place.id === before?.locationId) return null;
  if (!place.isActive) return refuseField("locationId", "location_closed", { name: place.name });
  return before?.isOpen ? refuseField("locationId", "register_in_use") : null;
}

function refusePuttingAway(before: RegisterRecord | undefined, { isActive }: RegisterChange, active: number): Refusal | null {
  if (!before?.isActive || isActive !== false) return null;
  if (before.isOpen) return refuseField("isActive", "register_in_use");
  return active === 1 ? refuseField("isActive", "register_last") : null;
}

function takenBy(error: unknown): RefusedError | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== "23505") return null;
  if (constraint === "register_tenant_id_name_key") return new RefusedError(refuseField("name", "register_taken"));
  return constraint === "register_pkey" ? new RefusedError(refuseField("id", "conflict")) : null;
}
