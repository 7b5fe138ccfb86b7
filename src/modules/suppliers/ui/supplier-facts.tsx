import { useTranslations } from "next-intl";
import { formatMoney, formatPercent } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DescriptionList } from "@/ui/description-list.tsx";
import type { SupplierView } from "../queries/supplier-view.ts";
import { writeTaxId } from "../rules/tax-id.ts";
import { WEEK } from "../rules/week.ts";

/** A supplier for members who may look and not change. */
export function SupplierFacts({ supplier, format }: { supplier: SupplierView; format: FormatStyle }) {
  const t = useTranslations("suppliers");
  const facts = [
    { term: t("form.taxId"), detail: supplier.taxId ? writeTaxId(supplier.taxId) : null },
    { term: t("form.currency"), detail: supplier.currency },
    { term: t("form.discounts"), detail: supplier.discounts || null },
    { term: t("form.freight"), detail: formatPercent(supplier.freightPercent, format) },
    { term: t("form.lead"), detail: supplier.leadDays === null ? null : t("days", { count: supplier.leadDays }) },
    { term: t("form.orderDays"), detail: supplier.orderDays.map((day) => t(`week.${WEEK[day - 1]!}`)).join(", ") || null },
    { term: t("form.minOrder"), detail: supplier.minOrder === null ? null : formatMoney(supplier.minOrder, format, { currency: supplier.currency }) },
    { term: t("form.contacts"), detail: supplier.contacts.map(({ name, phone, email }) => [name, phone, email].filter(Boolean).join(" · ")).join("; ") || null },
    { term: t("form.notes"), detail: supplier.notes },
  ];
  return <DescriptionList items={facts.flatMap(({ term, detail }) => (detail === null ? [] : [{ term, detail }]))} />;
}
