import { z } from "zod";
import { instant, money, page } from "./fields.ts";

const row = {
  id: z.uuid().meta({ description: "Of the ticket, and of the sale that it becomes" }), locationId: z.uuid(), registerId: z.uuid().nullable(), registerName: z.string().nullable(),
  name: z.string(), total: money, status: z.enum(["held", "taken", "discarded"]), memberName: z.string().meta({ description: "Who put it aside, took it or discarded it" }), at: instant,
};

export const heldTicketAnswer = z.object({ ...row, content: z.record(z.string(), z.unknown()).meta({ description: "As the till that put it aside keeps it" }) });

export const heldTicketPageAnswer = page(z.object(row));
