import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, RefusedError, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { getPriceList } from "../queries/load-price-lists.ts";
import type { PriceListDetail } from "../queries/price-list-view.ts";
import type { PriceListChange } from "../schema.ts";

const EMPTY = { percent: null, rounding: [], breaks: [], methods: {}, installments: [], floorMargin: null, targetMargin: null, categoryTargets: [], isActive: true };

/**
 * Makes a list (`id` null) or changes one; absent fields stay. With a percent a new list is derived from the base, without one it keeps prices
 * of its own, and so it stays. The shop's own id is the base list, whose row is made by its first change.
 */
export async function savePriceList(ctx: Context, id: string | null, { version, ...change }: PriceListChange, newListId?: string): Promise<Result<PriceListDetail>> {
  return ctx.transact(async (tx) => {
    const before = id === null ? null : await lockList(tx, id);
    // Its row is written with ON CONFLICT for the base list's sake: a new list's own id must not find one there.
    if (newListId !== undefined && (await lockList(tx, newListId))) return refuseField("id", "conflict");
    if (id !== null && !before) return refuse("not_found");
    if (before && version !== undefined && version !== before.version) return refuse("version_changed");
    if (before && before.kind !== "derived" && change.percent !== undefined) return refuseField("percent", "not_allowed");
    if (change.isActive === false && before?.kind === "base") return refuseField("isActive", "not_allowed");
    if (change.isActive === false && before?.isActive && (await hasWaitingRun(tx, before.id))) return refuse("price_list_in_use");
    const kind = before?.kind ?? (change.percent === undefined ? "own" : "derived");
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Omit<PriceListChange, "version">;
    const after = { ...EMPTY, ...before, ...given, kind, id: id ?? newListId ?? newId(ctx.now.getTime()), name: given.name ?? before?.name ?? "base" };
    await write(tx, ctx, after).catch((error: unknown) => {
      const { code, constraint } = error as { code?: string; constraint?: string };
      throw code === "23505" && constraint === "price_list_tenant_id_name_key" ? new RefusedError(refuseField("name", "price_list_taken")) : error;
    });
    await recordAudit(tx, ctx, { action: before ? "price_list.update" : "price_list.create", entity: "price_list", entityId: after.id, detail: { before, after: change } });
    return accept((await getPriceList(tx, after.id))!);
  });
}

/** The shop's row is locked: two first changes of the base list would otherwise both insert it. */
async function lockList(tx: TenantTx, id: string): Promise<PriceListDetail | null> {
  await tx.rows(sql`SELECT tenant_id FROM shop FOR NO KEY UPDATE`);
  return getPriceList(tx, id);
}

/** A run that waits for its time would change prices of a list that nobody looks at any more. */
async function hasWaitingRun(tx: TenantTx, id: string): Promise<boolean> {
  return (await tx.rows(sql`SELECT id FROM price_run WHERE list_id = ${id} AND status = 'waiting' LIMIT 1`)).length > 0;
}

type Written = Omit<PriceListDetail, "currency" | "version" | "name"> & { name: string };

async function write(tx: TenantTx, ctx: Context, l: Written): Promise<void> {
  const [rounding, breaks, methods, targets, installments] = [l.rounding, l.breaks, l.methods, l.categoryTargets, l.installments.toSorted((a, b) => a.count - b.count)].map((part) => JSON.stringify(part));
  await tx.execute(sql`
    INSERT INTO price_list AS l (id, name, kind, percent, rounding, breaks, methods, installments, floor_margin, target_margin, category_targets, is_active, updated_at)
    VALUES (${l.id}, ${l.name}, ${l.kind}, ${l.percent}::numeric, ${rounding}::jsonb, ${breaks}::jsonb, ${methods}::jsonb, ${installments}::jsonb, ${l.floorMargin}::numeric, ${l.targetMargin}::numeric, ${targets}::jsonb, ${l.isActive}, ${ctx.now})
    ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, percent = excluded.percent, rounding = excluded.rounding, breaks = excluded.breaks, methods = excluded.methods, installments = excluded.installments,
      floor_margin = excluded.floor_margin, target_margin = excluded.target_margin, category_targets = excluded.category_targets, is_active = excluded.is_active, version = l.version + 1, updated_at = excluded.updated_at`);
}
