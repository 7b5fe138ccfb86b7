import { newId } from "@/kernel/id.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { plantMember } from "./plant-member.ts";
import { recordAudit, type Author } from "./record-audit.ts";

export interface NewShop {
  slug: string;
  name: string;
  /** Words of the owner's language. */
  locationName: string;
  registerName: string;
  owner: { memberId: string; userId: string; name: string };
  now: Date;
  request: Author["request"];
}

/** Percent of Argentine VAT: general, reduced, utilities, exempt. */
const TAX_RATES = ["21", "10.5", "27", "0"];

/** The first rows of a tenant's business data, in the transaction that entered the tenant. */
export async function plantShop(tx: ControlTx, { slug, name, locationName, registerName, owner, now, request }: NewShop): Promise<void> {
  const locationId = newId(now.getTime());
  await tx.execute(sql`INSERT INTO shop (slug, name, created_at) VALUES (${slug}, ${name}, ${now})`);
  await plantMember(tx, { id: owner.memberId, userId: owner.userId, name: owner.name });
  await tx.execute(sql`INSERT INTO location (id, name, kind, is_default) VALUES (${locationId}, ${locationName}, 'shop', true)`);
  await tx.execute(sql`INSERT INTO register (id, location_id, name) VALUES (${newId(now.getTime())}, ${locationId}, ${registerName})`);
  await tx.execute(sql`INSERT INTO tax_rate (rate, is_default) SELECT rate, rate = 21 FROM unnest(${TAX_RATES}::numeric[]) AS given (rate)`);
  await tx.execute(sql`INSERT INTO counter (series, value) VALUES ('sale', 0)`);
  await recordAudit(tx, { now, member: { id: owner.memberId, role: "OWNER" }, request }, { action: "shop.open", entity: "shop", entityId: null, detail: { slug, name } });
}
