import { printedAnswer } from "@/app/api/answers/sale.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";
import { recordPrint } from "@/modules/sales/commands/record-print.ts";
import { recordPrintSchema } from "@/modules/sales/schema.ts";

export const POST = endpoint({
  summary: "Write down that a receipt of a sale, or of a return of it, goes on paper; says whether it is a copy",
  permission: "sale.read",
  reads: { read: readOptionalBody },
  body: recordPrintSchema,
  answer: printedAnswer,
  status: 201,
  run: (ctx, { id, body }) => recordPrint(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
