import { registerAnswer } from "@/app/api/answers/shift.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { saveRegister } from "@/modules/sales/commands/save-register.ts";
import { loadRegisterRecords } from "@/modules/sales/queries/load-register-records.ts";
import { updateRegisterSchema } from "@/modules/sales/schema.ts";

export const GET = endpoint({
  summary: "A register",
  permission: "register.write",
  answer: registerAnswer,
  run: async (ctx, { id }) => {
    const [register] = await loadRegisterRecords(ctx.db, id);
    return register ? accept(register) : refuse("not_found");
  },
});

export const PATCH = endpoint({
  summary: "Rename, move, put away or take back a register, or change its tolerance",
  permission: "register.write",
  body: updateRegisterSchema,
  answer: registerAnswer,
  refusals: ["register_taken", "register_in_use", "register_last", "location_closed", "version_changed"],
  run: (ctx, { id, body }) => saveRegister(ctx, id, body),
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods("GET", "PATCH");
