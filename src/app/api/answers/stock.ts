import { z } from "zod";
import { decimal, instant, page } from "./fields.ts";

export const levelPageAnswer = page(z.object({ productId: z.uuid(), locationId: z.uuid(), onHand: decimal, reserved: decimal, available: decimal }));

export const movementPageAnswer = page(
  z.object({
    id: z.uuid(),
    productId: z.uuid(),
    locationId: z.uuid(),
    type: z.string(),
    quantity: decimal,
    before: decimal,
    after: decimal,
    source: z.object({ kind: z.string(), id: z.uuid() }),
    member: z.string().nullable(),
    at: instant,
    reason: z.string().nullable(),
  }),
);

export const locationListAnswer = page(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(["shop", "warehouse"]), isDefault: z.boolean() }));
