import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { hashPin } from "@/modules/identity/pin.ts";
import { claimAttempt, giveBackAttempt } from "@/modules/identity/postings/claim-attempt.ts";
import { noteEvent } from "@/modules/identity/postings/note-event.ts";
import { revokeSession } from "@/modules/identity/postings/revoke-session.ts";
import { startSession } from "@/modules/identity/postings/start-session.ts";
import { touchTill } from "@/modules/identity/postings/touch-till.ts";
import { findPersonOfPin } from "@/modules/identity/queries/find-person-of-pin.ts";
import { findSession } from "@/modules/identity/queries/find-session.ts";
import type { SharedTill } from "@/modules/identity/queries/find-till.ts";
import type { Membership } from "@/modules/identity/queries/find-membership.ts";
import { nameDevice } from "@/modules/identity/rules/name-device.ts";
import { PINS_BY_SHOP, PINS_BY_TILL } from "@/modules/identity/rules/till-limits.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";

interface Turn {
  /** For the cookie of the till. */
  secret: string;
  membership: Membership;
}

/**
 * Lets whoever has this PIN take over at a shared till. The session that stood there ends, by PIN or whole, whoever's it was. Wrong ones are
 * counted for the till and for the shop; a wait, never a lock.
 */
export async function enterByPin(till: SharedTill, pin: string, visitor: Visitor, previousSecret: string | null): Promise<Result<Turn>> {
  const { control } = databases();
  const attempt = await claimAttempt(control, [{ purpose: "pin-till", subject: till.id, limits: PINS_BY_TILL }, { purpose: "pin-shop", subject: till.tenantId, limits: PINS_BY_SHOP }], visitor.now);
  if (!attempt.ok) return attempt;
  const membership = await findPersonOfPin(till.tenantId, await hashPin(till.tenantId, pin));
  if (!membership) {
    await noteEvent(control, visitor, { kind: "pin_failed", userId: null, tenantId: till.tenantId });
    return refuseField("pin", "pin_wrong");
  }
  await giveBackAttempt(control, attempt.value);
  const previous = previousSecret === null ? null : await findSession(previousSecret, visitor.now);
  return control.transaction(async (tx) => {
    await tx.enterTenant(till.tenantId);
    if (!(await touchTill(tx, till.id, visitor.now))) return refuse("till_gone");
    if (previousSecret !== null) await revokeSession(tx, previousSecret, visitor.now);
    const secret = await startSession(tx, membership, visitor, { tillId: till.id });
    await noteTurn(tx, till, membership, previous?.membership ?? null, visitor);
    return accept({ secret, membership });
  });
}

/** Who took over from whom: an open ticket stays where it is, and this says whose hands it came into. */
async function noteTurn(tx: ControlTx, till: SharedTill, { id, role, userName }: Membership, from: Membership | null, { now, address, userAgent }: Visitor): Promise<void> {
  const before = from !== null && from.tenantId === till.tenantId ? { name: from.userName } : null;
  const author = { now, member: { id, role }, request: { id: newId(now.getTime()), address, userAgent } };
  await recordAudit(tx, author, { action: "till.enter", entity: "till", entityId: till.id, detail: { device: nameDevice(userAgent), before, after: { name: userName } } });
}
