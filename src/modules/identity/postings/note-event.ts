import { newId } from "@/kernel/id.ts";
import type { ControlDb } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Visitor } from "../visitor.ts";

export interface AuthEvent {
  kind: "sign_up" | "sign_in" | "sign_in_failed" | "sign_in_refused" | "sign_out" | "refresh_reused" | "tenant_switch" | "tenant_switch_refused" | "invitation_accepted"
    | "reset_requested" | "password_reset" | "password_changed" | "email_change_requested" | "email_changed" | "sessions_ended" | "totp_on" | "totp_off" | "totp_failed" | "shop_opened" | "pin_failed";
  userId: string | null;
  tenantId?: string | null;
}

/** Writes what happened at the door (append-only). Never what was typed. */
export async function noteEvent(db: Pick<ControlDb, "execute">, visitor: Visitor, { kind, userId, tenantId = null }: AuthEvent): Promise<void> {
  await db.execute(sql`
    INSERT INTO auth_event (id, at, kind, user_id, tenant_id, address, agent)
    VALUES (${newId(visitor.now.getTime())}, ${visitor.now}, ${kind}, ${userId}, ${tenantId}, ${visitor.address}, ${visitor.userAgent})`);
}
