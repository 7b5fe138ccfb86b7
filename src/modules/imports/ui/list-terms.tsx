import { getTranslations } from "next-intl/server";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney, formatPercent } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { isZero, trimZeros } from "@/kernel/decimal.ts";
import type { ListTerms } from "@/modules/suppliers/queries/load-list-terms.ts";
import { Banner } from "@/ui/banner.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { TextLink } from "@/ui/text-link.tsx";

/** Whose list it is, and by which terms its prices become costs. */
export async function ListTermsLine({ terms, format }: { terms: ListTerms; format: FormatStyle }) {
  const t = await getTranslations("imports.list");
  const { supplierId, name, discounts, freightPercent, currency, shopCurrency, rate, rateDay } = terms;
  const words = {
    currency,
    discounts: discounts === "" ? "none" : discounts,
    freight: isZero(freightPercent) ? "none" : formatPercent(trimZeros(freightPercent), format),
    rate: currency === shopCurrency || rate === null ? "none" : formatMoney(rate, format),
    day: rateDay === null ? "" : formatDate(rateDay, format),
  };
  return (
    <>
      <p className="num text-ink-2"><TextLink href={`/suppliers/${supplierId}`}>{name}</TextLink>{t("terms", words)}</p>
      {rate === null ? <Banner tone="warning" action={<LinkButton size="sm" href="/suppliers/rates">{t("addRate")}</LinkButton>}>{t("noRate", { currency })}</Banner> : null}
    </>
  );
}
