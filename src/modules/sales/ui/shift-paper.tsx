import { getTranslations } from "next-intl/server";
import { isZero } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatDateTime, formatTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DescriptionList } from "@/ui/description-list.tsx";
import { Table, Td, Th } from "@/ui/table.tsx";
import type { ShiftView } from "../queries/shift-view.ts";

/** A shift as it stands, or its Z: what came in by method, what was counted, what moved, who sold. */
export async function ShiftPaper({ shift, format }: { shift: ShiftView; format: FormatStyle }) {
  const [t, tMethods, tPurposes] = await Promise.all([getTranslations("cash.paper"), getTranslations("cash.methods"), getTranslations("cash.move.purposes")]);
  const money = (value: string | null) => (value === null ? t("unseen") : formatMoney(value, format, { symbol: false }));
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
      <Table focusable caption={t("methods")}>
        <thead><tr><Th>{t("method")}</Th><Th numeric>{t("in")}</Th><Th numeric>{t("out")}</Th><Th numeric>{t("collected")}</Th><Th numeric>{t("moved")}</Th><Th numeric>{t("expected")}</Th><Th numeric>{t("counted")}</Th><Th numeric>{t("difference")}</Th></tr></thead>
        <tbody>
          {shift.methods.map((one) => (
            <tr key={one.method}>
              <Td>{tMethods(one.method)}</Td>
              <Td numeric>{money(one.sales)}</Td>
              <Td numeric>{money(one.refunds)}</Td>
              <Td numeric>{money(one.collected)}</Td>
              <Td numeric>{money(one.moved)}</Td>
              <Td numeric>{money(one.expected)}</Td>
              <Td numeric>{one.counted === null ? "" : money(one.counted)}</Td>
              <Td numeric>{one.counted === null ? "" : <span className={one.difference !== null && !isZero(one.difference) ? "text-negative" : ""}>{money(one.difference)}</span>}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
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
