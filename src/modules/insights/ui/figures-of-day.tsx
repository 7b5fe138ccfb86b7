import { getTranslations } from "next-intl/server";
import { formatMoney, formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Money } from "@/ui/money.tsx";
import type { Figures } from "../queries/get-figures.ts";
import { describeChange, type Change } from "../rules/describe-change.ts";

interface FiguresOfDayProps {
  now: Figures;
  then: Figures;
  format: FormatStyle;
}

type Method = "cash" | "debit" | "credit" | "transfer" | "wallet";

/** Today against the same weekday of last week, in words; then where the money is. */
export async function FiguresOfDay({ now, then, format }: FiguresOfDayProps) {
  const t = await getTranslations("home");
  const said = (change: Change) => (change.kind === "more" || change.kind === "less" ? t(`change.${change.kind}`, { percent: change.percent }) : t(`change.${change.kind}`));
  return (
    <div className="mb-8 grid gap-8 lg:grid-cols-[auto_minmax(0,1fr)]">
      <section aria-labelledby="sold-today">
        <h2 id="sold-today" className="label">{t("sales")}</h2>
        <p><Money value={now.sales} format={format} size="total" /></p>
        <p className="mt-1 text-sm text-ink-2">{said(describeChange(now.sales, then.sales))}</p>
      </section>
      <dl className="grid grid-cols-2 content-start gap-x-8 gap-y-4 border-line sm:flex sm:flex-wrap lg:border-l lg:pl-8">
        <Figure label={t("tickets")} value={formatNumber(String(now.tickets), format)} note={said(describeChange(String(now.tickets), String(then.tickets)))} />
        <Figure label={t("average")} value={formatMoney(now.averageTicket, format)} note={said(describeChange(now.averageTicket, then.averageTicket))} />
        {now.profit === null || then.profit === null ? null : (
          <Figure label={t("profit")} value={formatMoney(now.profit, format)} note={said(describeChange(now.profit, then.profit))} />
        )}
        {now.byMethod.map(({ method, amount }) => (
          <Figure key={method} label={t(`methods.${method as Method}`)} value={formatMoney(amount, format)} note={t("taken")} />
        ))}
      </dl>
    </div>
  );
}

function Figure({ label, value, note }: { label: string; value: string; note: string }) {
  return (
    <div>
      <dt className="label">{label}</dt>
      <dd className="num wide text-lg font-bold">{value}</dd>
      <dd className="text-sm text-ink-3">{note}</dd>
    </div>
  );
}
