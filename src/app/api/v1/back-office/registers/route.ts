import { registerAnswer, registerRecordsAnswer } from "@/app/api/answers/shift.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageOfWhole, pageQuery } from "@/app/api/page-by-place.ts";
import { saveRegister } from "@/modules/sales/commands/save-register.ts";
import { loadRegisterRecords } from "@/modules/sales/queries/load-register-records.ts";
import { createRegisterSchema } from "@/modules/sales/schema.ts";

export const GET = endpoint({
  summary: "Registers with their tolerance, those put away too",
  permission: "register.write",
  query: pageQuery,
  answer: registerRecordsAnswer,
  run: (ctx, { query }) => pageOfWhole(query, loadRegisterRecords(ctx.db, null)),
});

export const POST = endpoint({
  summary: "Add a register",
  permission: "register.write",
  body: createRegisterSchema,
  answer: registerAnswer,
  status: 201,
  refusals: ["register_taken", "location_closed", "conflict", "idempotency_mismatch"],
  run: (ctx, { body: { id, ...register } }) => saveRegister(ctx, null, register, id),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
