import { shiftAnswer } from "@/app/api/answers/shift.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { getShift } from "@/modules/sales/queries/shift-view.ts";

export const GET = endpoint({
  summary: "One shift: its X while it is open, its Z afterwards",
  permission: "shift.read",
  answer: shiftAnswer,
  run: async (ctx, { id }) => {
    const shift = await getShift(ctx.db, id, ctx.permissions.has("shift.expected"));
    return shift ? accept(shift) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
