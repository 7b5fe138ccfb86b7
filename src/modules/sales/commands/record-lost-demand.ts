import { createHash } from "node:crypto";
import { dayIn } from "@/kernel/day.ts";
import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { findLostDemand, type LostDemandView } from "../queries/list-lost-demand.ts";
import { foldText } from "../rules/fold-text.ts";
import type { RecordLostDemandInput } from "../schema.ts";

interface Facts {
  timeZone: string;
  locationId: string | null;
  hasProduct: boolean;
}

/** Writes down what somebody asked for and the shop had not. `input.id` makes it idempotent: a till sends it again until it is answered. */
export function recordLostDemand(ctx: Context, input: RecordLostDemandInput): Promise<Result<LostDemandView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = createHash("sha256").update(JSON.stringify(input)).digest("base64url");
  return ctx.transact(async (tx) => {
    const facts = await loadFacts(tx, input);
    if (facts.locationId === null) return refuseField("locationId", "not_found");
    if (!facts.hasProduct) return refuseField("productId", "product_unknown", { code: "" });
    const written = await tx.execute(sql`
      INSERT INTO lost_demand (id, location_id, member_id, at, business_date, product_id, words, folded, quantity, request_hash)
      VALUES (${id}, ${facts.locationId}, ${ctx.member.id}, ${ctx.now}, ${dayIn(ctx.now, facts.timeZone)}::date, ${input.productId ?? null}::uuid, ${input.words ?? null},
              ${input.words === undefined ? null : foldText(input.words)}, ${input.quantity}::numeric, ${requestHash})
      ON CONFLICT DO NOTHING`);
    const found = (await findLostDemand(tx, id))!;
    if (found.requestHash !== requestHash) return refuse("idempotency_mismatch");
    if (written === 1) await recordAudit(tx, ctx, { action: "lost_demand.record", entity: "lost_demand", entityId: id, detail: { name: found.view.name ?? found.view.words, quantity: found.view.quantity } });
    return accept(found.view);
  });
}

async function loadFacts(tx: TenantTx, { locationId, productId }: RecordLostDemandInput): Promise<Facts> {
  const [facts] = await tx.rows<Facts>(sql`
    SELECT s.time_zone AS "timeZone",
           (SELECT l.id FROM location l WHERE CASE WHEN ${locationId ?? null}::uuid IS NULL THEN l.is_default ELSE l.id = ${locationId ?? null}::uuid END) AS "locationId",
           ${productId ?? null}::uuid IS NULL OR EXISTS (SELECT FROM product p WHERE p.id = ${productId ?? null}::uuid) AS "hasProduct"
      FROM shop s`);
  if (!facts) throw new Error("The tenant has no shop row");
  return facts;
}
