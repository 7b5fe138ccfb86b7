import { heldTicketAnswer } from "@/app/api/answers/held-ticket.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { takeTicket } from "@/modules/sales/commands/hold-ticket.ts";
import { takeTicketSchema } from "@/modules/sales/schema.ts";

export const POST = endpoint({
  summary: "Take a ticket that stands aside: it is at this till then, and at no other",
  permission: "sale.register",
  body: takeTicketSchema,
  answer: heldTicketAnswer,
  refusals: ["ticket_gone"],
  run: (ctx, { id, body }) => takeTicket(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
