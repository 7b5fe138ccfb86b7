import { createTranslator } from "next-intl";
import { endpoint } from "@/app/api/endpoint.ts";
import { answerFile, fileAnswer } from "@/app/api/file-answer.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { mapAccepted } from "@/kernel/refusal.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import { sayReason } from "@/messages/say-reason.ts";
import { rejectedFile } from "@/modules/imports/queries/rejected-file.ts";
import { rejectedSchema } from "@/modules/imports/schema.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";

export const GET = endpoint({
  summary: "The rows that stayed out, as a file with the reason of each",
  permission: "product.import",
  query: rejectedSchema,
  answer: fileAnswer,
  answerType: "application/octet-stream",
  run: async (ctx, { id, query }) => {
    // In the shop's language, as its other papers; next-intl's server half needs a page around it.
    const { locale: own } = await getShop(ctx);
    const locale = isUiLocale(own) ? own : "es-AR";
    const t = createTranslator({ locale, messages: await loadCatalogue(locale), namespace: "imports" });
    return mapAccepted(await rejectedFile(ctx, id, query.format, { sheet: t("rejected.sheet"), row: t("rejected.row"), reasons: t("rejected.reasons"), say: (reason) => sayReason(t, reason) }), answerFile);
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
