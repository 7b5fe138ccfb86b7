import { newId } from "@/kernel/id.ts";
import { plantFinalConsumer } from "@/modules/customers/postings/plant-final-consumer.ts";
import { plantAccounts } from "@/modules/finance/postings/plant-accounts.ts";
import { plantMembership } from "@/modules/identity/postings/plant-membership.ts";
import { plantTenant } from "@/modules/identity/postings/plant-tenant.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import { plantShop } from "@/modules/tenancy/postings/plant-shop.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import type { DefaultNames } from "../rules/default-names.ts";

export interface NewShopOf {
  tenantId: string;
  tenantName: string;
  owner: { userId: string; name: string };
}

/** A tenant with its owner and everything that its first sale needs. Enters the tenant. */
export async function plantNewShop(tx: ControlTx, { tenantId, tenantName, owner }: NewShopOf, { now, address, userAgent }: Visitor, names: DefaultNames): Promise<void> {
  const memberId = newId(now.getTime());
  const slug = await plantTenant(tx, tenantId, tenantName, now);
  await plantMembership(tx, { id: memberId, userId: owner.userId, tenantId, role: "OWNER", permissionSet: null }, now);
  await tx.enterTenant(tenantId);
  await plantShop(tx, {
    slug,
    name: tenantName,
    locationName: names.location,
    registerName: names.register,
    owner: { memberId, ...owner },
    now,
    request: { id: newId(), address, userAgent },
  });
  await plantAccounts(tx);
  await plantFinalConsumer(tx, names.finalConsumer, now);
}
