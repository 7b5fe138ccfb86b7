import { shiftAnswer } from "@/app/api/answers/shift.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { moveCash } from "@/modules/sales/commands/move-cash.ts";
import { moveCashSchema } from "@/modules/sales/schema.ts";

export const POST = endpoint({
  summary: "Put cash into the drawer or take it out",
  permission: "shift.write",
  body: moveCashSchema,
  answer: shiftAnswer,
  status: 201,
  refusals: ["shift_closed"],
  run: (ctx, { id, body }) => moveCash(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
