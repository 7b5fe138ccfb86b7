import { getTranslations } from "next-intl/server";
import { endpoint } from "@/app/api/endpoint.ts";
import { importRowsAnswer } from "@/app/api/answers/import.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { sayReason } from "@/messages/say-reason.ts";
import { listImportRows } from "@/modules/imports/queries/list-import-rows.ts";
import { listRowsSchema } from "@/modules/imports/schema.ts";

export const GET = endpoint({
  summary: "The rows of an import with their verdicts, in the order of the file",
  permission: "product.import",
  query: listRowsSchema,
  answer: importRowsAnswer,
  run: async (ctx, { id, query }) => {
    const page = await listImportRows(ctx, id, query);
    if (!page.ok) return page;
    const t = await getTranslations("imports");
    const items = page.value.items.map(({ reasons, ...row }) => ({ ...row, reasons: reasons.map((reason) => ({ code: reason.code, severity: reason.severity, field: reason.field, message: sayReason(t, reason) })) }));
    return accept({ items, nextCursor: page.value.nextCursor });
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
