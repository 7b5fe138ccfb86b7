import { z } from "zod";
import { CASH_PURPOSES } from "@/modules/sales/rules/cash-purposes.ts";
import { instant, money, page } from "./fields.ts";

const row = {
  id: z.uuid(),
  registerId: z.uuid(),
  registerName: z.string(),
  locationId: z.uuid(),
  locationName: z.string(),
  status: z.enum(["open", "closed"]),
  openedAt: instant,
  openedBy: z.string(),
  openedById: z.uuid(),
  float: money,
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  number: z.int().nullable().meta({ description: "Of its Z, per register" }),
};

const told = money.nullable().meta({ description: "Null before it was counted, for who counts blind" });
const summed = z.object({ count: z.int(), total: money });
const counted = z.object({ method: z.string(), amount: money, denominations: z.array(z.object({ value: money, count: z.int() })).optional() });

export const shiftAnswer = z.object({
  ...row,
  methods: z.array(z.object({ method: z.string(), sales: told, refunds: told, collected: told, moved: told, expected: told, counted: money.nullable(), difference: told })),
  sales: summed.extend({ first: z.int().nullable(), last: z.int().nullable(), tax: money }),
  cancelled: summed,
  returns: summed,
  unreceipted: summed.optional().meta({ description: "What of the sales came back while nobody knew its sale; absent in a Z from before there was such a thing" }),
  members: z.array(summed.extend({ name: z.string() })),
  movements: z.array(z.object({ id: z.uuid(), amount: money, purpose: z.string().meta({ description: CASH_PURPOSES.join(", ") }), reason: z.string(), memberName: z.string(), at: instant })),
  counts: z.array(z.object({ at: instant, memberName: z.string(), counted: z.array(counted) })),
  reason: z.string().nullable(),
  approvedBy: z.string().nullable().meta({ description: "Who allowed a difference beyond the register's second limit" }),
  hash: z.string().nullable().meta({ description: "SHA-256 of the hash before, a line feed and the Z" }),
  previousHash: z.string().nullable(),
});

export const shiftPageAnswer = page(z.object(row));

export const registersAnswer = z.object({
  items: z.array(z.object({ id: z.uuid(), name: z.string(), locationId: z.uuid(), locationName: z.string(), isActive: z.boolean(), shiftId: z.uuid().nullable(), openedBy: z.string().nullable(), openedAt: instant.nullable() })),
});

export const registerAnswer = z.object({
  id: z.uuid(), name: z.string(), locationId: z.uuid(), locationName: z.string(), isActive: z.boolean(), tolerance: money.meta({ description: "What the drawer may be off before a reason is asked for" }),
  approvalAbove: money.nullable().meta({ description: "Beyond it a second member's word is asked for; null: never" }),
  isOpen: z.boolean().meta({ description: "Whether a shift is open at it" }), version: z.int(),
});

export const registerRecordsAnswer = page(registerAnswer);
