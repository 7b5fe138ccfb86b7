import { shiftAnswer, shiftPageAnswer } from "@/app/api/answers/shift.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { listShifts } from "@/modules/sales/queries/list-shifts.ts";
import { listShiftsSchema, openShiftSchema } from "@/modules/sales/schema.ts";

export const GET = endpoint({
  summary: "Till shifts, the latest first",
  permission: "shift.read",
  query: listShiftsSchema,
  answer: shiftPageAnswer,
  run: async (ctx, { query }) => accept(await listShifts(ctx, query)),
});

export const POST = endpoint({
  summary: "Open the till of a register",
  permission: "shift.write",
  body: openShiftSchema,
  answer: shiftAnswer,
  status: 201,
  refusals: ["shift_open", "register_closed", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { body }) => openShift(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
