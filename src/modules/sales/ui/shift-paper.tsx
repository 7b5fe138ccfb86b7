import { getTranslations } from "next-intl/server";
import { isZero } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatDateTime, formatTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import type { ShiftView } from "../queries/shift-view.ts";

type MethodRow = ShiftView["methods"][number];

/** A shift as it stands, or its Z: what came in by method, what was counted, what moved, who sold. */
export async function ShiftPaper({ shift, format }: { shift: ShiftView; format: FormatStyle }) {
  const [t, tMethods, tPurposes] = await Promise.all([getTranslations("cash.paper"), getTranslations("cash.methods"), getTranslations("cash.move.purposes")]);
  const money = (value: string | null) => (value === null ? t("unseen") : formatMoney(value, format, { symbol: false }));
  const figure = (key: "in" | "out" | "collected" | "moved" | "expected", of: (one: MethodRow) => string | null): Column<MethodRow> => ({ key, header: t(key), numeric: true, phone: "line", cell: (one) => money(of(one)) });
  const columns: Column<MethodRow>[] = [
    { key: "method", header: t("method"), cell: ({ method }) => tMethods(method) },
    figure("in", ({ sales }) => sales), figure("out", ({ refunds }) => refunds), figure("collected", ({ collected }) => collected), figure("moved", ({ moved }) => moved), figure("expected", ({ expected }) => expected),
    // Nobody counted an open till: nothing to say, and on a phone no line for it.
    ...(shift.methods.every(({ counted }) => counted === null) ? [] : [
      { key: "counted", header: t("counted"), numeric: true, phone: "line" as const, cell: ({ counted }: MethodRow) => (counted === null ? "" : money(counted)) },
      { key: "difference", header: t("difference"), numeric: true, phone: "line" as const, cell: ({ counted, difference }: MethodRow) => (counted === null ? "" : <span className={difference !== null && !isZero(difference) ? "text-negative" : ""}>{money(difference)}</span>) },
    ]),
  ];
  return (
    <div className="flex flex-col gap-8">
      <DescriptionList
        items={[
          { term: t("opened"), detail: t("by", { at: formatDateTime(shift.openedAt, format), name: shift.openedBy }) },
          ...(shift.closedAt ? [{ term: t("closed"), detail: t("by", { at: formatDateTime(shift.closedAt, format), name: shift.closedBy ?? "" }) }] : []),
          { term: t("float"), detail: formatMoney(shift.float, format) },
          { term: t("sales"), detail: t("documents", { count: shift.sales.count, first: shift.sales.first ?? 0, last: shift.sales.last ?? 0 }) },
          ...(isZero(shift.sales.rounding ?? "0") ? [] : [{ term: t("rounding"), detail: formatMoney(shift.sales.rounding!, format) }]),
          ...(shift.cancelled.count > 0 ? [{ term: t("cancelled"), detail: String(shift.cancelled.count) }] : []),
          ...(shift.returns.count > 0 ? [{ term: t("returns"), detail: String(shift.returns.count) }] : []),
          ...(shift.unreceipted && shift.unreceipted.count > 0 ? [{ term: t("unreceipted"), detail: isZero(shift.unreceipted.total) ? String(shift.unreceipted.count) : t("unreceiptedCount", { count: shift.unreceipted.count, total: formatMoney(shift.unreceipted.total, format) }) }] : []),
          ...(shift.reason ? [{ term: t("reason"), detail: shift.reason }] : []),
          ...(shift.approvedBy ? [{ term: t("approvedBy"), detail: shift.approvedBy }] : []),
        ]}
      />
      <DataTable caption={t("methods")} rows={shift.methods} rowKey={({ method }) => method} columns={columns} />
      {shift.movements.length === 0 ? null : (
        <section>
          <h2 className="wide mb-2 text-md font-bold">{t("movements")}</h2>
          <ul>
            {shift.movements.map((one) => (
              <li key={one.id} className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2">
                <span>{one.reason}</span>
                <span className="num text-right font-medium">{formatMoney(one.amount, format)}</span>
                <span className="num col-span-2 text-sm text-ink-3">{formatTime(one.at, format)} · {tPurposes(one.purpose as "safe")} · {one.memberName}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shift.hash ? <p className="font-mono text-xs break-all text-ink-3">{t("hash", { hash: shift.hash })}</p> : null}
    </div>
  );
}
