import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { isUuid } from "@/kernel/id.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { sayReason } from "@/messages/say-reason.ts";
import { rejectedFile } from "@/modules/imports/queries/rejected-file.ts";
import { rejectedSchema } from "@/modules/imports/schema.ts";

export const GET = endpoint({
  summary: "The rows that stayed out, as a file with the reason of each",
  permission: "product.import",
  query: rejectedSchema,
  answer: z.custom<Response>().meta({ type: "string", format: "binary", description: "The file itself" }),
  answerType: "application/octet-stream",
  run: async (ctx, { params, query }) => {
    if (!isUuid(params.id)) return refuse("not_found");
    const t = await getTranslations("imports");
    const file = await rejectedFile(ctx, params.id, query.format, { sheet: t("rejected.sheet"), row: t("rejected.row"), reasons: t("rejected.reasons"), say: (reason) => sayReason(t, reason) });
    if (!file.ok) return file;
    const headers = {
      "content-type": file.value.type,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.value.name)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    };
    return accept(new Response(new Uint8Array(file.value.bytes), { headers }));
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
