import { shiftAnswer } from "@/app/api/answers/shift.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";
import { closeShift } from "@/modules/sales/commands/close-shift.ts";
import { closeShiftSchema } from "@/modules/sales/schema.ts";

export const POST = endpoint({
  summary: "Count and close a shift",
  permission: "shift.write",
  reads: { read: readOptionalBody },
  body: closeShiftSchema,
  answer: shiftAnswer,
  refusals: ["shift_closed", "count_missing", "shift_difference", "difference_over_limit", "pin_wrong", "approval_own", "approval_short", "approval_gone", "tickets_held", "conflict"],
  run: (ctx, { id, body }) => closeShift(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
