import { getTranslations } from "next-intl/server";
import { isZero } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { EntryLineView } from "@/modules/finance/queries/list-entry-lines.ts";
import { Table, Td, Th } from "@/ui/table.tsx";

/** What the sale did to the books, in plain words. */
export async function SaleEntry({ lines, format }: { lines: readonly EntryLineView[]; format: FormatStyle }) {
  const t = await getTranslations("sales.entry");
  const amount = (value: string) => (isZero(value) ? "" : formatMoney(value, format, { symbol: false }));
  return (
    <section>
      <h2 className="wide mb-2 text-md font-bold">{t("title")}</h2>
      <p className="mb-3 max-w-[68ch] text-sm text-ink-2">{t("text")}</p>
      <Table caption={t("title")}>
        <thead>
          <tr>
            <Th>{t("account")}</Th>
            <Th numeric>{t("debit")}</Th>
            <Th numeric>{t("credit")}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <tr key={i}>
              <Td>{t(`accounts.${line.account as "cash"}`)}</Td>
              <Td numeric>{amount(line.debit)}</Td>
              <Td numeric>{amount(line.credit)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
