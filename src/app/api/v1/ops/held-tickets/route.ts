import { heldTicketAnswer, heldTicketPageAnswer } from "@/app/api/answers/held-ticket.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageByPlace } from "@/app/api/page-by-place.ts";
import { holdTicket } from "@/modules/sales/commands/hold-ticket.ts";
import { listHeldTickets, listTakenTickets } from "@/modules/sales/queries/list-held-tickets.ts";
import { heldTicketsSchema, holdTicketSchema } from "@/modules/sales/schema.ts";

export const GET = endpoint({
  summary: "Tickets that stand aside at a till's location, the newest first; or, with takenBy, those that a device took and has not sold",
  permission: "sale.register",
  query: heldTicketsSchema,
  answer: heldTicketPageAnswer,
  run: (ctx, { query }) => pageByPlace(query, (limit, from) => (query.takenBy === undefined ? listHeldTickets(ctx, { registerId: query.registerId, limit, from }) : listTakenTickets(ctx, { deviceId: query.takenBy, limit, from }))),
});

export const POST = endpoint({
  summary: "Put a ticket aside for every till of the location",
  permission: "sale.register",
  body: holdTicketSchema,
  answer: heldTicketAnswer,
  status: 201,
  refusals: ["ticket_gone"],
  run: (ctx, { body }) => holdTicket(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
