import { accept, refuse, RefusedError, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { listCustomFields } from "../queries/list-custom-fields.ts";
import type { CustomField } from "../rules/custom-fields.ts";
import { refuseDuplicate } from "../rules/refuse-duplicate.ts";

/** Makes these the shop's own fields, in this order. What kind a field is stays, since products have values of it; a field left out goes, its values with it. */
export async function saveCustomFields(ctx: Context, fields: readonly CustomField[]): Promise<Result<CustomField[]>> {
  return ctx.transact(async (tx) => {
    await tx.rows(sql`SELECT FROM shop FOR NO KEY UPDATE`);
    const before = await listCustomFields(tx);
    const changed = fields.findIndex(({ id, kind }) => before.some((old) => old.id === id && old.kind !== kind));
    if (changed !== -1) return refuse("not_allowed", { fields: [{ path: `fields.${changed}.kind`, code: "not_allowed" }] });
    const gone = before.filter(({ id }) => !fields.some((field) => field.id === id)).map(({ id }) => id);
    await tx.execute(sql`DELETE FROM custom_field WHERE id = ANY (${gone}::uuid[])`);
    if (gone.length > 0) await tx.execute(sql`UPDATE product SET custom_fields = custom_fields - ${gone}::text[] WHERE custom_fields ?| ${gone}::text[]`);
    // Names may be swapped among fields: they are all taken away before they are given.
    await tx.execute(sql`UPDATE custom_field SET name = id::text`);
    for (const [place, { id, name, kind, options }] of fields.entries()) {
      await tx.execute(sql`
        INSERT INTO custom_field (id, name, kind, options, place) VALUES (${id}::uuid, ${name}, ${kind}, ${kind === "choice" ? options : []}::text[], ${place}::int)
        ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, options = excluded.options, place = excluded.place`).catch((error: unknown) => {
        const refusal = refuseDuplicate(error);
        throw refusal ? new RefusedError(refusal) : error;
      });
    }
    const after = await listCustomFields(tx);
    const told = (list: readonly CustomField[]) => ({ customFields: list.map(({ name }) => name).join(", ") });
    await recordAudit(tx, ctx, { action: "settings.change", entity: "shop", entityId: null, detail: { before: told(before), after: told(after) } });
    return accept(after);
  });
}
