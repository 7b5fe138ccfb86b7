import { heldTicketAnswer } from "@/app/api/answers/held-ticket.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { discardTicket } from "@/modules/sales/commands/hold-ticket.ts";
import { discardTicketSchema } from "@/modules/sales/schema.ts";

export const POST = endpoint({
  summary: "Drop a ticket that stands aside, with a reason",
  permission: "sale.register",
  body: discardTicketSchema,
  answer: heldTicketAnswer,
  refusals: ["ticket_gone"],
  run: (ctx, { id, body }) => discardTicket(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
