import { z } from "zod";
import { instant, money, page, percent } from "./fields.ts";

const standing = {
  role: z.enum(["OWNER", "ADMIN", "STAFF"]),
  permissionSet: z.string().nullable().meta({ description: "Of STAFF: a ready-made set (seller, stock_keeper, viewer, accountant) or the key of an own one" }),
  permissionSetName: z.string().nullable(),
  permissions: z.array(z.string()).meta({ description: "Patterns beyond the set, such as sale.* or !product.cost" }),
  thresholds: z.object({ maxDiscountPercent: percent.optional(), maxRefund: money.nullable().optional() }).meta({ description: "Limits instead of the set's" }),
};

export const memberAnswer = z.object({ id: z.uuid(), name: z.string(), email: z.string(), ...standing, active: z.boolean(), hasPin: z.boolean().meta({ description: "Whether they chose a PIN for shared tills" }), lastSeenAt: instant.nullable() });
export const memberListAnswer = page(memberAnswer);

export const invitationAnswer = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  ...standing,
  role: z.enum(["ADMIN", "STAFF"]),
  state: z.enum(["open", "expired", "accepted", "revoked"]),
  sentAt: instant,
  expiresAt: instant,
  link: z.string().nullable().meta({ description: "To send by hand; works once, for this address only" }),
});
export const invitationListAnswer = page(invitationAnswer);
