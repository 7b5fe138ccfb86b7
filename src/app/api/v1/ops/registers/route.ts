import { registersAnswer } from "@/app/api/answers/shift.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { listRegisters } from "@/modules/sales/queries/list-registers.ts";

export const GET = endpoint({
  summary: "The registers and the shifts that are open at them",
  permission: "sale.register",
  answer: registersAnswer,
  run: async (ctx) => accept({ items: await listRegisters(ctx) }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
