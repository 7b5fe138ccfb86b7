import { createTranslator } from "next-intl";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import type { ShopView } from "@/modules/tenancy/queries/get-shop.ts";
import type { PaperWords } from "../rules/label-words.ts";

export interface AllPaperWords extends PaperWords {
  title: string;
  calibration: { title: string; lines: string[] };
}

/** The words of labels in the shop's language, as its other papers: whoever prints may read another one. */
export async function paperWords({ locale: own }: Pick<ShopView, "locale">): Promise<AllPaperWords> {
  const locale = isUiLocale(own) ? own : "es-AR";
  const t = createTranslator({ locale, messages: await loadCatalogue(locale), namespace: "labels.paper" });
  return {
    title: t("title"),
    per: (price, unit) => t("per", { price, unit }),
    withoutTax: (price) => t("withoutTax", { price }),
    calibration: { title: t("calibration"), lines: [t("measure"), t("frames"), t("fullSize")] },
  };
}
