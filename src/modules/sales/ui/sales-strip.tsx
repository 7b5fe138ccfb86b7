import { getTranslations } from "next-intl/server";
import { big } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { SalesTotals } from "../queries/sum-sales.ts";
import { Money } from "@/ui/money.tsx";

/** The figures above the list: what was sold, by how many tickets, and how much of it is in the drawer. */
export async function SalesStrip({ totals, format }: { totals: SalesTotals; format: FormatStyle }) {
  const t = await getTranslations("sales.strip");
  const figures = [
    { label: t("total"), value: totals.total },
    { label: t("average"), value: totals.average },
    { label: t("cash"), value: totals.cash },
    { label: t("other"), value: roundMoney(big(totals.total).minus(totals.cash)) },
  ];
  return (
    <dl className="mb-4 grid grid-cols-2 gap-x-8 gap-y-3 sm:flex sm:flex-wrap">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt className="label">{label}</dt>
          <dd><Money value={value} format={format} size="lg" /></dd>
        </div>
      ))}
    </dl>
  );
}
